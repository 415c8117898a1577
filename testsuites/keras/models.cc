// Models: building, compiling, training, evaluating.
#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

std::vector<Check> building() {
  return {
      {.id = "keras.unbuilt_sequential", .api = {"tf.keras.Sequential"}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, name="out")], name="unbuilt")
attempt("summary", lambda: model.summary())
attempt("weights", lambda: len(model.weights))
attempt("outputs", lambda: model.outputs)
attempt("input_shape", lambda: model.input_shape)
attempt("count_params", lambda: model.count_params())
attempt("predict", lambda: model.predict(np.ones([0, 2]), verbose=0))
)"},
      {.id = "keras.sequential_mistakes", .api = {"tf.keras.Sequential"}, .source = R"(
dense = tf.keras.layers.Dense(1, name="out")
attempt("not a layer", lambda: type(tf.keras.Sequential([3])).__name__)
attempt("same layer twice", lambda: len(tf.keras.Sequential([dense, dense], name="twice").layers))
attempt("same names", lambda: len(tf.keras.Sequential([tf.keras.layers.Dense(1, name="a"),
                                                       tf.keras.layers.Dense(1, name="a")], name="m").layers))
attempt("pop from empty", lambda: tf.keras.Sequential(name="empty").pop())
attempt("call empty", lambda: tf.keras.Sequential(name="empty")(tf.ones([1])))
)"},
      {.id = "keras.summary_text", .api = {"tf.keras.Model.summary"}, .policy = Policy::not_covered, .source = R"(
lines = []
model = tf.keras.Sequential([tf.keras.layers.Dense(2, input_shape=(3,), name="in"),
                             tf.keras.layers.Dense(1, name="out")], name="model")
model.summary(print_fn=lambda *parts, **options: lines.append(str(parts[0])))
observe("summary", "\n".join(lines), kind="text")
observe("parameters", model.count_params())
)"},
      {.id = "keras.functional_model", .api = {"tf.keras.Model"}, .source = R"(
a = tf.keras.Input((2,), name="a")
b = tf.keras.Input((2,), name="b")
model = tf.keras.Model({"a": a, "b": b}, {"sum": tf.keras.layers.Add(name="add")([a, b])}, name="model")
one = tf.ones([1, 2])
attempt("dict", lambda: model({"a": one, "b": one * 2}))
attempt("list", lambda: model([one, one * 2]))
attempt("missing input", lambda: model({"a": one}))
attempt("extra input", lambda: model({"a": one, "b": one, "c": one}))
attempt("wrong width", lambda: model({"a": one, "b": tf.ones([1, 3])}))
observe("output_shape", repr(model.output_shape), kind="text")
)"},
  };
}

std::vector<Check> input_shapes() {
  return {
      // Messages of 2.0 tell whether AutoGraph has converted a layer before.
      {.id = "keras.functional_input_shapes", .api = {"tf.keras.Model"}, .alone = true, .source = R"(
x = tf.keras.Input((3,), name="x")
model = tf.keras.Model(x, x * 1, name="model")
attempt("right", lambda: model(tf.ones([1, 3])))
attempt("narrower", lambda: model(tf.ones([1, 2])))
attempt("wider", lambda: model(tf.ones([1, 4])))
attempt("without a batch", lambda: model(tf.ones([3])))
attempt("deeper", lambda: model(tf.ones([1, 1, 3])))
attempt("other dtype", lambda: model(tf.ones([1, 3], tf.int32)).dtype.name)
attempt("checks off", lambda: setattr(model, "input_spec", None) or model(tf.ones([1, 2])))
)"},
      {.id = "keras.functional_of_later_arguments", .api = {"tf.keras.Model", "tf.keras.layers.Layer"}, .source = R"(
class Product(tf.keras.layers.Layer):
    def call(self, a, b=None):
        return a * b

x = tf.keras.Input((2,), name="x")
one = tf.constant([[1.0, 1.0]])
attempt("second", lambda: tf.keras.Model(x, Product(name="p")(tf.constant([[2.0, 3.0]]), x), name="m")(one))
attempt("keyword", lambda: tf.keras.Model(x, Product(name="p")(x, b=x), name="m")(one))
attempt("both in a list", lambda: tf.keras.Model(x, tf.keras.layers.Lambda(lambda pair: pair[0] * pair[1], name="l")(
    [x, tf.constant([[2.0, 3.0]])]), name="m")(one))
)"},
  };
}

std::vector<Check> compiling() {
  return {
      {.id = "keras.compile_names", .api = {"tf.keras.Model.compile"}, .source = R"(
def compiled(optimizer, loss, **options):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="ones", name="out")])
    model.compile(optimizer, loss, run_eagerly=True, **options)
    return [float(v) for v in np.ravel(model.evaluate(np.zeros([2, 1]), np.ones([2, 1]), verbose=0))]

attempt("known", lambda: compiled("sgd", "mse"))
attempt("metrics", lambda: compiled("sgd", "mse", metrics=["mae"]))
attempt("unknown optimizer", lambda: compiled("nonsense", "mse"))
attempt("unknown loss", lambda: compiled("sgd", "nonsense"))
attempt("unknown metric", lambda: compiled("sgd", "mse", metrics=["nonsense"]))
attempt("no loss", lambda: compiled("sgd", None))
attempt("unknown option", lambda: compiled("sgd", "mse", color="red"))
attempt("jit_compile", lambda: compiled("sgd", "mse", jit_compile=False))
)"},
      {.id = "keras.not_compiled", .api = {"tf.keras.Model.compile", "tf.keras.Model.fit"}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="ones", name="out")])
attempt("predict", lambda: model.predict(np.ones([1, 1]), verbose=0))
attempt("fit", lambda: model.fit(np.ones([1, 1]), np.ones([1, 1]), verbose=0))
attempt("evaluate", lambda: model.evaluate(np.ones([1, 1]), np.ones([1, 1]), verbose=0))
)"},
  };
}

std::vector<Check> training() {
  return {
      {.id = "keras.fit_one_dimensional", .api = {"tf.keras.Model.fit"}, .source = R"(
shapes = []

class Model(tf.keras.Model):
    def __init__(self):
        super().__init__(name="model")
        self.scale = tf.Variable(0.5)

    def call(self, x):
        shapes.append(str(x.shape))
        return tf.reshape(x, [-1, 1]) * self.scale

model = Model()
model.compile("sgd", "mse")

def fitted():
    model.fit(np.ones([4], np.float32), np.ones([4], np.float32), batch_size=4, verbose=0)
    return shapes

attempt("shapes traced", fitted, kind="structure")
)"},
      {.id = "keras.fit_history", .api = {"tf.keras.Model.fit"}, .tolerance = {.ulps = 64}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="zeros", name="out")])
model.compile(tf.keras.optimizers.SGD(0.25), "mse", metrics=["mae"])
x = np.float32([[0], [1], [2], [3]])
history = model.fit(x, 2 * x + 1, epochs=2, batch_size=2, shuffle=False, validation_split=0.5, verbose=0)
observe("keys", list(history.history), kind="structure")
observe("losses", [float(v) for v in history.history["loss"]])
observe("weights", model.get_weights())
)"},
  };
}

std::vector<Check> training_mistakes() {
  return {
      {.id = "keras.fit_bad_data", .api = {"tf.keras.Model.fit"}, .source = R"(
def fit(x, y, **options):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), kernel_initializer="zeros", name="out")],
                                name="model")
    model.compile("sgd", "mse", run_eagerly=True)
    return len(model.fit(x, y, verbose=0, **options).history["loss"])

attempt("lists", lambda: fit([[1.0, 2.0]], [[1.0]]))
attempt("lengths differ", lambda: fit(np.ones([3, 2]), np.ones([2, 1])))
attempt("no targets", lambda: fit(np.ones([3, 2]), None))
attempt("no rows", lambda: fit(np.ones([0, 2]), np.ones([0, 1])))
attempt("wrong width", lambda: fit(np.ones([3, 5]), np.ones([3, 1])))
attempt("strings", lambda: fit(np.array([["a", "b"]]), np.ones([1, 1])))
attempt("no epochs", lambda: fit(np.ones([3, 2]), np.ones([3, 1]), epochs=0))
)"},
      {.id = "keras.callbacks", .api = {"tf.keras.callbacks.Callback", "tf.keras.Model.fit"}, .source = R"(
events = []

class Watch(tf.keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        events.append("epoch %d begins" % epoch)

    def on_train_batch_end(self, batch, logs=None):
        events.append(["batch %d" % batch, sorted(logs)])

    def on_epoch_end(self, epoch, logs=None):
        events.append(sorted(logs))
        self.model.stop_training = True

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), name="out")])
model.compile("sgd", "mse", metrics=["mae"])
model.fit(np.ones([4, 1]), np.ones([4, 1]), batch_size=2, epochs=3, callbacks=[Watch()], verbose=0)
observe("events", events, kind="structure")
)"},
  };
}

std::vector<Check> custom_training() {
  return {
      {.id = "keras.train_step", .api = {"tf.keras.Model.train_step"}, .source = R"(
class Model(tf.keras.Model):
    def __init__(self):
        super().__init__(name="model")
        self.scale = tf.Variable(1.0)

    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((x * self.scale - y) ** 2)
        self.optimizer.apply_gradients([(tape.gradient(loss, self.scale), self.scale)])
        return {"own": loss}

model = Model()
model.compile(tf.keras.optimizers.SGD(0.5))
history = attempt("fit", lambda: model.fit(np.ones([2, 1]), np.zeros([2, 1]), epochs=2, verbose=0).history)
observe("scale", float(model.scale))
)"},
      {.id = "keras.predict_shapes", .api = {"tf.keras.Model.predict"}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), kernel_initializer="ones", name="out")],
                            name="model")
attempt("array", lambda: model.predict(np.ones([3, 2]), verbose=0))
attempt("tensor", lambda: model.predict(tf.ones([1, 2]), verbose=0))
attempt("list", lambda: model.predict([[1.0, 2.0]], verbose=0))
attempt("dataset", lambda: model.predict(tf.data.Dataset.from_tensors(tf.ones([1, 2])), verbose=0))
attempt("one row", lambda: model.predict(np.ones([2]), verbose=0))
attempt("no rows", lambda: model.predict(np.ones([0, 2]), verbose=0))
attempt("predict_on_batch", lambda: model.predict_on_batch(np.ones([1, 2])))
)"},
  };
}

std::vector<Check> compiled_training() {
  return {
      {.id = "keras.runs_as_a_function",
       .api = {"tf.keras.Model.train_on_batch", "tf.keras.Model.predict_on_batch"},
       .source = R"(
x = np.ones([1, 1], np.float32)

def eagerly(method, *arguments, **options):
    seen = []

    class Model(tf.keras.Model):
        def __init__(self):
            super().__init__(name="model")
            self.dense = tf.keras.layers.Dense(1, name="dense")

        def call(self, inputs):
            seen.append(tf.executing_eagerly())
            return self.dense(inputs)

    model = Model()
    model(x)
    del seen[:]
    model.compile("sgd", "mse", **options)
    getattr(model, method)(*arguments)
    return sorted(set(seen))

for method, arguments in (("predict_on_batch", [x]), ("train_on_batch", [x, x]), ("test_on_batch", [x, x])):
    attempt(method, lambda: eagerly(method, *arguments))
    attempt(method + " eagerly", lambda: eagerly(method, *arguments, run_eagerly=True))
)"},
      // Text is what XLA does not compile.
      {.id = "keras.jit_compile_of_methods", .api = {"tf.keras.Model.compile"}, .source = R"(
x = np.ones([1, 1], np.float32)

def outcome(method, *arguments, **options):
    class Model(tf.keras.Model):
        def call(self, inputs):
            return tf.strings.to_number(tf.strings.as_string(inputs))

    model = Model(name="model")
    model.compile("sgd", "mse", **options)
    try:
        return np.shape(getattr(model, method)(*arguments, verbose=0))
    except tf.errors.InvalidArgumentError as error:  # names a graph by a count
        return type(error).__name__

for method, arguments in (("predict", [x]), ("evaluate", [x, x])):
    attempt(method, lambda: outcome(method, *arguments, jit_compile=True), kind="structure")
    attempt(method + " by default", lambda: outcome(method, *arguments), kind="structure")
)"},
  };
}

std::vector<Check> weights() {
  return {
      {.id = "keras.set_weights", .api = {"tf.keras.Model.set_weights"}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
attempt("right", lambda: model.set_weights([np.ones([2, 1]), np.ones([1])]))
attempt("too few", lambda: model.set_weights([np.ones([2, 1])]))
attempt("wrong shape", lambda: model.set_weights([np.ones([1, 2]), np.ones([1])]))
observe("weights", model.get_weights())
model.trainable = False
observe("trainable", [len(model.trainable_weights), model.layers[0].trainable])
)"},
  };
}

}  // namespace

std::vector<Check> model_checks() {
  return joined({building(), input_shapes(), compiling(), training(), training_mistakes(), custom_training(),
                 compiled_training(), weights()});
}

}  // namespace tfh::testsuites::keras
