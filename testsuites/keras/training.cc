// What training, evaluating and predicting return and call: names of metrics, logs, weights, steps. Mostly eagerly:
// tracing each little model would take most of the time.
#include <string>

#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

// `made(...)` compiles a model of one weight; `x` are four ones.
std::string with_model(const char* text) {
  return std::string(R"(
x = np.ones([4, 1], np.float32)

def made(optimizer="sgd", loss="mse", **options):
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="zeros", name="out")],
                                name="model")
    model.compile(optimizer, loss, **dict({"run_eagerly": True}, **options))
    return model
)") + text;
}

std::vector<Check> names() {
  return {
      {.id = "keras.metric_names", .api = {"tf.keras.Model.metrics_names", "tf.keras.Model"}, .source = with_model(R"(
model = made(metrics=["mae", tf.keras.metrics.MeanSquaredError(name="own")])
attempt("before", lambda: model.metrics_names, kind="structure")
attempt("fit", lambda: list(model.fit(x, x, verbose=0).history), kind="structure")
attempt("after", lambda: model.metrics_names, kind="structure")
attempt("metrics", lambda: [m.name for m in model.metrics], kind="structure")
attempt("evaluate", lambda: np.shape(model.evaluate(x, x, verbose=0)))
attempt("return_dict", lambda: sorted(model.evaluate(x, x, verbose=0, return_dict=True)))
attempt("train_on_batch", lambda: np.shape(model.train_on_batch(x, x)))
attempt("train_on_batch dict", lambda: sorted(model.train_on_batch(x, x, return_dict=True)))
attempt("test_on_batch", lambda: type(model.test_on_batch(x, x)).__name__, kind="structure")
attempt("reset_metrics", lambda: model.reset_metrics())
attempt("reset_metrics argument", lambda: model.train_on_batch(x, x, reset_metrics=True) and None)
attempt("accuracy", lambda: list(made(metrics=["accuracy"]).fit(x, x, verbose=0).history), kind="structure")
attempt("acc", lambda: list(made(metrics=["acc"]).fit(x, x, verbose=0).history), kind="structure")
attempt("function", lambda: list(made(metrics=[lambda a, b: tf.reduce_mean(b - a)]).fit(x, x, verbose=0).history),
        kind="structure")
attempt("weighted_metrics", lambda: list(made(weighted_metrics=["mae"]).fit(x, x, verbose=0).history), kind="structure")
attempt("same name twice", lambda: list(made(metrics=["mae", "mae"]).fit(x, x, verbose=0).history), kind="structure")
attempt("nested", lambda: list(made(metrics=[["mae"]]).fit(x, x, verbose=0).history), kind="structure")
attempt("dict", lambda: list(made(metrics={"out": "mae"}).fit(x, x, verbose=0).history), kind="structure")
attempt("unknown output", lambda: list(made(metrics={"nonsense": "mae"}).fit(x, x, verbose=0).history), kind="structure")
)")},
      {.id = "keras.several_outputs", .api = {"tf.keras.Model.fit", "tf.keras.Model.compile"}, .source = R"(
x = np.ones([4, 1], np.float32)

def made(loss, metrics=None, named=False, **options):
    source = tf.keras.Input((1,), name="in")
    a = tf.keras.layers.Dense(1, kernel_initializer="zeros", name="a")(source)
    b = tf.keras.layers.Dense(1, kernel_initializer="zeros", name="b")(source)
    model = tf.keras.Model(source, {"a": a, "b": b} if named else [a, b], name="model")
    model.compile("sgd", loss, metrics=metrics, run_eagerly=True, **options)
    return model

def keys(model, y):
    return list(model.fit(x, y, verbose=0).history)

attempt("one loss", lambda: keys(made("mse"), [x, x]), kind="structure")
attempt("list", lambda: keys(made(["mse", "mae"], ["mae"]), [x, x]), kind="structure")
attempt("list of lists", lambda: keys(made(["mse", "mae"], [["mae"], ["mse"]]), [x, x]), kind="structure")
attempt("dict", lambda: keys(made({"a": "mse", "b": "mae"}, {"a": "mae"}), {"a": x, "b": x}), kind="structure")
attempt("named outputs", lambda: keys(made({"a": "mse", "b": "mae"}, named=True), {"a": x, "b": x}), kind="structure")
attempt("one only", lambda: keys(made({"a": "mse"}), {"a": x, "b": x}), kind="structure")
attempt("too many losses", lambda: keys(made(["mse"] * 3), [x, x]), kind="structure")
attempt("loss_weights", lambda: keys(made("mse", loss_weights=[1.0, 0.5]), [x, x]), kind="structure")
attempt("one target", lambda: keys(made("mse"), x), kind="structure")
attempt("tuple", lambda: keys(made("mse"), (x, x)), kind="structure")
attempt("output_names", lambda: made("mse").output_names, kind="structure")
attempt("input_names", lambda: made("mse").input_names, kind="structure")
attempt("evaluate", lambda: np.shape(made("mse", ["mae"]).evaluate(x, [x, x], verbose=0)))
attempt("predict", lambda: [p.shape for p in tf.nest.flatten(made("mse", named=True).predict(x, verbose=0))])
)"},
  };
}

std::vector<Check> fitting() {
  return {
      {.id = "keras.fit_options", .api = {"tf.keras.Model.fit"}, .tolerance = {.ulps = 64}, .source = with_model(R"(
def history(**options):
    return {k: np.float32(v) for k, v in made().fit(x, 2 * x, verbose=0, shuffle=False, **options).history.items()}

attempt("sample_weight", lambda: history(sample_weight=np.float32([1, 0, 0, 1])))
attempt("sample_weight shape", lambda: history(sample_weight=np.ones([3])))
attempt("class_weight", lambda: history(class_weight={2: 0.5}))
attempt("class_weight missing", lambda: history(class_weight={0: 0.5}))
attempt("validation_data", lambda: history(validation_data=(x, x)))
attempt("validation three", lambda: history(validation_data=(x, x, np.ones([4]))))
attempt("validation_freq", lambda: history(validation_data=(x, x), validation_freq=2, epochs=2))
attempt("validation_freq list", lambda: history(validation_data=(x, x), validation_freq=[1], epochs=2))
attempt("validation_split 1.0", lambda: history(validation_split=1.0))
attempt("steps_per_epoch", lambda: history(steps_per_epoch=2, batch_size=2))
attempt("too many steps", lambda: history(steps_per_epoch=9, batch_size=2))
attempt("initial_epoch", lambda: history(initial_epoch=1, epochs=2))
attempt("initial_epoch late", lambda: history(initial_epoch=5, epochs=2))
attempt("verbose 3", lambda: made().fit(x, x, verbose=3) and None)
attempt("unknown option", lambda: history(speed=3))
attempt("dataset", lambda: list(made().fit(tf.data.Dataset.from_tensor_slices((x, x)).batch(2), verbose=0).history))
attempt("dataset and y", lambda: made().fit(tf.data.Dataset.from_tensors((x, x)), x, verbose=0) and None)
attempt("dataset not batched", lambda: made().fit(tf.data.Dataset.from_tensor_slices((x[:, 0], x[:, 0])), verbose=0) and None)
attempt("steps_per_execution", lambda: list(made(steps_per_execution=2).fit(x, x, batch_size=1, verbose=0).history))
attempt("auto steps_per_execution", lambda: list(made(steps_per_execution="auto").fit(x, x, verbose=0).history))
attempt("auto_scale_loss", lambda: list(made(auto_scale_loss=False).fit(x, x, verbose=0).history))
attempt("run_eagerly", lambda: made(run_eagerly=True).run_eagerly)
attempt("jit_compile auto", lambda: str(made(jit_compile="auto").jit_compile))
attempt("default jit_compile", lambda: str(made().jit_compile))
)")},
      {.id = "keras.fit_printed", .api = {"tf.keras.Model.fit"}, .policy = Policy::not_covered, .source = with_model(R"(
import contextlib, io, re

def printed(function):
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        function()
    clean = re.sub("\x1b\\[[0-9;]*m|\x08", "", text.getvalue()).split("\r")[-1]
    return re.sub(r"[0-9]+(us|ms|s)\b", "T", clean)

attempt("fit", lambda: printed(lambda: made().fit(x, x, verbose=2)), kind="text")
attempt("two lines", lambda: printed(lambda: made(metrics=["mae"]).fit(x, x, validation_data=(x, x), verbose=2)),
        kind="text")
attempt("default of predict", lambda: bool(printed(lambda: made().predict(x))))
attempt("summary", lambda: printed(lambda: made().summary()), kind="text")
attempt("nested summary", lambda: printed(lambda: made().summary(expand_nested=True, show_trainable=True)), kind="text")
attempt("line_length", lambda: printed(lambda: made().summary(line_length=60)), kind="text")
)")},
  };
}

std::vector<Check> own_steps() {
  return {
      {.id = "keras.custom_steps", .api = {"tf.keras.Model.train_step", "tf.keras.Model.compute_loss"}, .source = R"(
x = np.ones([4, 1], np.float32)
seen = []

class Model(tf.keras.Sequential):
    def compute_loss(self, *arguments, **options):
        seen.append(["compute_loss", len(arguments), sorted(options)])
        return super().compute_loss(*arguments, **options)

    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        seen.append(["compute_metrics", y_pred is None])
        return super().compute_metrics(x, y, y_pred, sample_weight)

model = Model([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer="zeros", name="out")], name="model")
model.compile("sgd", "mse", run_eagerly=True)
attempt("fit", lambda: list(model.fit(x, x, batch_size=4, verbose=0).history))
observe("seen", seen, kind="structure")
attempt("train_step", lambda: sorted(model.train_step((x, x))))
attempt("test_step", lambda: sorted(model.test_step((x, x))))
attempt("predict_step", lambda: model.predict_step(x).shape.as_list())
attempt("compiled_loss", lambda: type(model.compiled_loss).__name__, kind="structure")
attempt("compiled_metrics", lambda: type(model.compiled_metrics).__name__, kind="structure")
attempt("make_train_function", lambda: callable(model.make_train_function()))
attempt("train_function", lambda: callable(model.train_function))
)"},
      {.id = "keras.model_losses", .api = {"tf.keras.Model.add_loss", "tf.keras.layers.Layer.add_loss"}, .source = R"(
class Penalty(tf.keras.layers.Layer):
    def call(self, x):
        self.add_loss(tf.reduce_sum(x))
        return x

layer = Penalty(name="penalty")
layer(tf.ones([2]))
attempt("losses", lambda: [float(v) for v in layer.losses])
attempt("twice", lambda: layer(tf.ones([2])) is None or [float(v) for v in layer.losses])
attempt("regularizer", lambda: [float(v) for v in (lambda d: d(tf.ones([1, 1])) is None or d.losses)(
    tf.keras.layers.Dense(1, kernel_initializer="ones", kernel_regularizer="l2", name="d"))])
attempt("add_metric", lambda: layer.add_metric(tf.constant(1.0), name="m"))
attempt("add_update", lambda: layer.add_update(tf.constant(1.0)))

def functional():
    x = tf.keras.Input((1,), name="x")
    model = tf.keras.Model(x, x * 1, name="m")
    model.add_loss(tf.reduce_mean(x))
    return len(model.losses)

attempt("functional", functional)
attempt("callable", lambda: layer.add_loss(lambda: tf.constant(1.0)))
attempt("inputs argument", lambda: layer.add_loss(tf.constant(1.0), inputs=True))
)"},
  };
}

std::vector<Check> weights() {
  return {
      {.id = "keras.weights_as_objects",
       .api = {"tf.keras.layers.Layer.weights", "tf.keras.layers.Layer"},
       .source = R"(
layer = tf.keras.layers.Dense(1, kernel_initializer="ones", name="dense")
layer(tf.ones([1, 2]))
attempt("type", lambda: type(layer.kernel).__name__, kind="structure")
attempt("name", lambda: layer.kernel.name)
attempt("path", lambda: layer.kernel.path)
attempt("repr", lambda: repr(layer.bias), kind="text")
attempt("numpy", lambda: layer.kernel.numpy())
attempt("assign", lambda: np.array(layer.kernel.assign([[2.0], [2.0]])))
attempt("operators", lambda: np.array(layer.kernel + 1))
attempt("tf function", lambda: tf.reduce_sum(layer.kernel))
attempt("is tf.Variable", lambda: isinstance(layer.kernel, tf.Variable))
attempt("trainable", lambda: setattr(layer, "trainable", False) or layer.kernel.trainable)
attempt("in a tape", lambda: (lambda tape: tape)(tf.GradientTape()).__class__.__name__)
attempt("index", lambda: np.array(layer.kernel[0]))
attempt("shape type", lambda: type(layer.kernel.shape).__name__, kind="structure")
attempt("dtype type", lambda: type(layer.kernel.dtype).__name__, kind="structure")
attempt("set kernel", lambda: setattr(layer, "kernel", tf.Variable([[1.0]])))
attempt("repr of a layer", lambda: repr(layer), kind="text")
attempt("repr of a model", lambda: repr(tf.keras.Sequential(name="m")), kind="text")
attempt("input", lambda: layer.input)
attempt("output_shape", lambda: layer.output_shape)
attempt("input_spec", lambda: repr(layer.input_spec), kind="text")
attempt("inbound_nodes", lambda: len(layer.inbound_nodes))
attempt("built", lambda: layer.built)
attempt("get_output_at", lambda: layer.get_output_at(0))
attempt("count_params", lambda: layer.count_params())
attempt("count_params unbuilt", lambda: tf.keras.layers.Dense(1, name="d").count_params())
)"},
      {.id = "keras.add_weight_arguments", .api = {"tf.keras.layers.Layer.add_weight"}, .source = R"(
import re

def added(*arguments, **options):
    weight = tf.keras.layers.Layer(name="layer").add_weight(*arguments, **options)
    return [re.sub("_[0-9]+", "", weight.name.split(":")[0]), list(weight.shape), tf.as_dtype(weight.dtype).name, weight.trainable]

attempt("nothing", lambda: added())
attempt("name first", lambda: added("w", (2,)))
attempt("shape first", lambda: added((2,)))
attempt("keywords", lambda: added(name="w", shape=(2,), initializer="ones"))
attempt("integer shape", lambda: added(name="w", shape=2))
attempt("None in shape", lambda: added(name="w", shape=(None,)))
attempt("bool", lambda: added(name="w", shape=(), dtype="bool", initializer="zeros"))
attempt("integers by default", lambda: added(name="w", shape=(2,), dtype="int32"))
attempt("aggregation", lambda: added(name="w", shape=(2,), aggregation=tf.VariableAggregation.MEAN))
attempt("use_resource", lambda: added(name="w", shape=(2,), use_resource=True))
attempt("getter", lambda: added(name="w", shape=(2,), getter=None))
attempt("unknown", lambda: added(name="w", shape=(2,), colour="red"))
attempt("sparse", lambda: added(name="w", shape=(2,), sparse=True))
attempt("callable", lambda: added(name="w", shape=(2,), initializer=lambda shape, dtype: tf.ones(shape, dtype)))
attempt("add_variable", lambda: tf.keras.layers.Layer(name="l").add_variable(name="w", shape=(2,)).name)
)"},
  };
}

std::vector<Check> construction() {
  return {
      {.id = "keras.layer_arguments", .api = {"tf.keras.layers.Layer", "tf.keras.layers.InputLayer"}, .source = R"(
def made(**options):
    return tf.keras.layers.Layer(**dict({"name": "layer"}, **options))

attempt("input_shape", lambda: made(input_shape=(2,))._batch_input_shape)
attempt("batch_input_shape", lambda: type(made(batch_input_shape=(1, 2))).__name__)
attempt("batch_size", lambda: type(made(batch_size=2, input_shape=(1,))).__name__)
attempt("weights", lambda: type(made(weights=[])).__name__)
attempt("dynamic", lambda: made(dynamic=True).dynamic)
attempt("autocast", lambda: type(made(autocast=False)).__name__)
attempt("implementation", lambda: type(made(implementation=1)).__name__)
attempt("dtype int", lambda: made(dtype="int32").dtype)
attempt("dtype None", lambda: made(dtype=None).dtype)
attempt("dtype nonsense", lambda: made(dtype="nonsense").dtype)
attempt("name with slash", lambda: made(name="a/b").name)
attempt("name number", lambda: made(name=3).name)
attempt("set name", lambda: setattr(made(), "name", "other"))
attempt("config", lambda: made().get_config(), kind="structure")
for options in ({"input_shape": (2,)}, {"shape": (2,)}, {"batch_shape": (None, 2)}, {"batch_input_shape": (None, 2)},
                {"input_shape": (2,), "sparse": True}, {"input_shape": (2,), "ragged": True}, {"optional": True}):
    attempt("InputLayer %s" % sorted(options.items()),
            lambda: tf.keras.layers.InputLayer(name="in", **options).get_config(), kind="structure")
for options in ({"shape": 3}, {"shape": (2,), "batch_size": 4}, {"batch_shape": (4, 2)}, {"tensor": tf.ones([1, 2])},
                {"shape": (2,), "dtype": "int32"}, {"shape": (None,), "ragged": True}, {"shape": (2,), "sparse": True},
                {"type_spec": tf.TensorSpec([None, 2])}, {"shape": (2,), "batch_input_shape": (1, 2)}):
    attempt("Input %s" % sorted(options), lambda: list(tf.keras.Input(name="i", **options).shape))
)"},
  };
}

std::vector<Check> graphs() {
  return {
      {.id = "keras.functional_graph", .api = {"tf.keras.Model", "tf.keras.Sequential"}, .alone = true, .source = R"(
x = tf.keras.Input((2,), name="x")
y = tf.keras.layers.Dense(1, name="out")(x)

def gradient(x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        square = x * x
    return tape.gradient(square, x)

attempt("tensor operators", lambda: [list(v.shape) for v in (x + 1, x * x, -x, x[:, :1], x @ tf.ones([2, 3]), abs(x))])
for name, function in (("tf.concat", lambda: tf.concat([x, x], 1)), ("tf.reshape", lambda: tf.reshape(x, [-1, 1])),
                       ("tf.shape", lambda: tf.shape(x)), ("tf.matmul", lambda: tf.matmul(x, tf.ones([2, 2]))),
                       ("tf.cast", lambda: tf.cast(x, tf.int32)), ("tf.print", lambda: tf.print(x)),
                       ("tf.nn.relu", lambda: tf.nn.relu(x)), ("tf.math.top_k", lambda: tf.math.top_k(x, 1)[0]),
                       ("if", lambda: 1 if x > 0 else 2), ("len", lambda: len(x)), ("iter", lambda: list(x)),
                       ("np.sum", lambda: np.sum(x)), ("float", lambda: float(x)), ("x == x", lambda: x == x),
                       ("hash", lambda: hash(x) and None), ("numpy", lambda: x.numpy()), ("op", lambda: x.op.type),
                       ("name", lambda: x.name), ("ref", lambda: type(x.ref()).__name__),
                       ("get_shape", lambda: x.get_shape().as_list()), ("set_shape", lambda: x.set_shape([None, 2])),
                       ("_keras_history", lambda: type(x._keras_history).__name__), ("dtype", lambda: str(x.dtype)),
                       ("graph", lambda: x.graph), ("tf.is_tensor", lambda: tf.is_tensor(x)),
                       ("tf.constant", lambda: tf.constant(x)), ("consumers", lambda: x.consumers()),
                       ("tf.rank", lambda: tf.rank(x)), ("tf.cond", lambda: tf.cond(tf.constant(True), lambda: x, lambda: -x)),
                       ("tf.map_fn", lambda: tf.map_fn(lambda v: v * 2, x)),
                       ("tf.while_loop", lambda: tf.while_loop(lambda v: False, lambda v: [v + 1], [x])),
                       ("gradient", lambda: gradient(x)), ("tf.image.resize", lambda: tf.image.resize(
                           tf.keras.Input((2, 2, 1), name="picture"), [1, 1]))):
    attempt(name, lambda: getattr(function(), "shape", None) and list(function().shape) or function().__class__.__name__)
attempt("shape type", lambda: type(x.shape).__name__, kind="structure")
attempt("disconnected", lambda: tf.keras.Model(tf.keras.Input((2,), name="z"), y, name="m"))
attempt("not an input", lambda: tf.keras.Model(y, y, name="m").name)
attempt("no outputs", lambda: tf.keras.Model(x, [], name="m").name)
attempt("names given", lambda: tf.keras.Model(inputs=x, outputs=y, name="m").name)
attempt("old names", lambda: tf.keras.Model(input=x, output=y, name="m").name)
attempt("get_layer", lambda: tf.keras.Model(x, y, name="m").get_layer("out").name)
attempt("get_layer unknown", lambda: tf.keras.Model(x, y, name="m").get_layer("nonsense"))
attempt("get_layer index", lambda: tf.keras.Model(x, y, name="m").get_layer(index=5))
attempt("state_updates", lambda: tf.keras.Model(x, y, name="m").state_updates)
attempt("input_spec", lambda: repr(tf.keras.Model(x, y, name="m").input_spec), kind="text")
attempt("sequential of input tensors", lambda: tf.keras.Sequential([x, tf.keras.layers.Dense(1, name="o")]).output_shape)
attempt("add an Input", lambda: tf.keras.Sequential(name="s").add(tf.keras.Input((2,))))
attempt("call list", lambda: tf.keras.Model([x], y, name="m")([tf.ones([1, 2])]).shape.as_list())
attempt("call nested", lambda: tf.keras.Model([[x]], y, name="m")([[tf.ones([1, 2])]]).shape.as_list())
attempt("structured input", lambda: tf.keras.Model({"x": x}, y, name="m")(tf.ones([1, 2])).shape.as_list())
)"},
  };
}

}  // namespace

std::vector<Check> training_checks() {
  return joined({names(), fitting(), own_steps(), weights(), construction(), graphs()});
}

}  // namespace tfh::testsuites::keras
