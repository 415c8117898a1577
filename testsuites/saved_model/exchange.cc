// Loading what another release saved. `source` saves into `directory`; `load` runs once for each producer.
#include "testsuites/joined.h"
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {
namespace {

std::vector<Check> modules() {
  return {
      {.id = "saved_model.exchange_module",
       .api = {"tf.saved_model.load"},
       .source = R"(
model = tf.Module()
model.v = tf.Variable([1.0, 2.0], name="v")
model.f = tf.function(lambda x: x * model.v, input_signature=[tf.TensorSpec([2], tf.float32)])
tf.saved_model.save(model, directory + "/model")
)",
       .load = R"(
loaded = tf.saved_model.load(directory + "/model")
observe("call", loaded.f(tf.constant([3.0, 4.0])))
observe("variable", loaded.v.numpy())
loaded.v.assign([0.0, 1.0])
observe("call after assigning", loaded.f(tf.constant([3.0, 4.0])))
)"},
      {.id = "saved_model.exchange_signatures",
       .api = {"tf.saved_model.load", "tf.saved_model.save"},
       .source = R"(
class Model(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32, name="x")])
    def up(self, x):
        return {"more": x + 1, "sum": tf.reduce_sum(x)}

model = Model()
tf.saved_model.save(model, directory + "/model", signatures={"up": model.up})
)",
       .load = R"(
loaded = tf.saved_model.load(directory + "/model")
observe("signatures", sorted(loaded.signatures), kind="structure")
observe("outputs", sorted(loaded.signatures["up"].structured_outputs), kind="structure")
attempt("call", lambda: loaded.signatures["up"](x=tf.constant([1.0, 2.0])))
)"},
  };
}

std::vector<Check> gradients() {
  return {
      {.id = "saved_model.exchange_custom_gradient",
       .api = {"tf.custom_gradient", "tf.saved_model.load"},
       .source = R"(
@tf.custom_gradient
def own(x):
    return x * 2, lambda d: d * 100

model = tf.Module()
model.f = tf.function(lambda x: own(x), input_signature=[tf.TensorSpec([], tf.float32)])
tf.saved_model.save(model, directory + "/model")
)",
       .load = R"(
loaded = tf.saved_model.load(directory + "/model")

def gradient():
    x = tf.constant(1.0)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = loaded.f(x)
    try:
        return tape.gradient(y, x)
    except LookupError as error:  # names an op by a count
        return type(error).__name__

attempt("call", lambda: loaded.f(tf.constant(1.0)))
attempt("gradient", gradient)
)"},
  };
}

std::vector<Check> functions() {
  return {
      {.id = "saved_model.exchange_without_variables",
       .api = {"tf.saved_model.load"},
       .source = R"(
model = tf.Module()

@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def factorial(n):
    result = 1
    while n > 1:
        result *= n
        n -= 1
    return result

model.factorial = factorial
tf.saved_model.save(model, directory + "/model")
)",
       .load = R"(
loaded = tf.saved_model.load(directory + "/model")
observe("factorial", [int(loaded.factorial(tf.constant(n))) for n in (0, 1, 5)])
)"},
      {.id = "saved_model.exchange_lookup_table",
       .api = {"tf.saved_model.load", "tf.lookup.StaticHashTable"},
       .source = R"(
class Model(tf.Module):
    def __init__(self):
        super().__init__()
        with open(scratch + "/words.txt", "w") as words:
            words.write("alpha\nbeta\n")
        lines = tf.lookup.TextFileInitializer(scratch + "/words.txt", tf.string, tf.lookup.TextFileIndex.WHOLE_LINE,
                                              tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER)
        self.table = tf.lookup.StaticHashTable(lines, -1)

    @tf.function(input_signature=[tf.TensorSpec([None], tf.string)])
    def find(self, words):
        return self.table.lookup(words)

tf.saved_model.save(Model(), directory + "/model")
)",
       .load = R"(
loaded = tf.saved_model.load(directory + "/model")
observe("found", loaded.find(tf.constant(["beta", "gamma", "alpha"])))
)"},
  };
}

std::vector<Check> keras_models() {
  return {
      {.id = "saved_model.exchange_keras_h5",
       .api = {"tf.keras.models.load_model"},
       .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])
model.compile("adam", "mse")
model.save(directory + "/model.h5")
)",
       .load = R"(
model = tf.keras.models.load_model(directory + "/model.h5")
observe("type", type(model).__name__, kind="structure")
observe("weights", model.get_weights())
)"},
      {.id = "saved_model.exchange_keras_h5_not_compiled",
       .api = {"tf.keras.models.load_model"},
       .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(2, input_shape=(2,), activation="relu", name="in"),
                             tf.keras.layers.LeakyReLU(name="leaky"), tf.keras.layers.Dropout(0.5, name="drop"),
                             tf.keras.layers.Dense(1, name="out")], name="model")
model.set_weights([np.float32([[1, 2], [3, 4]]), np.zeros(2, np.float32), np.float32([[1], [-1]]), np.float32([0.5])])
model.save(directory + "/model.h5")
)",
       .load = R"(
attempt("predict", lambda: tf.keras.models.load_model(directory + "/model.h5", compile=False).predict(
    np.float32([[1.0, 1.0]]), verbose=0))
)"},
      {.id = "saved_model.exchange_keras_v3",
       .api = {"tf.keras.models.load_model"},
       .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])
model.compile("adam", "mse")
model.save(directory + "/model.keras")
)",
       .load = R"(
model = tf.keras.models.load_model(directory + "/model.keras")
observe("type", type(model).__name__, kind="structure")
observe("weights", model.get_weights())
)"},
  };
}

std::vector<Check> keras_folders() {
  return {
      {.id = "saved_model.exchange_keras_folder",
       .api = {"tf.keras.models.load_model"},
       .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])
attempt("save", lambda: model.save(directory + "/model"))
)",
       .load = R"(
model = tf.keras.models.load_model(directory + "/model")
observe("type", type(model).__name__, kind="structure")
observe("predict", model.predict(np.float32([[1.0, 1.0]]), verbose=0))
)"},
      {.id = "saved_model.exchange_keras_folder_as_saved_model",
       .api = {"tf.saved_model.load"},
       .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])
attempt("save", lambda: tf.saved_model.save(model, directory + "/model"))
)",
       .load = R"(
loaded = tf.saved_model.load(directory + "/model")
signature = loaded.signatures["serving_default"]
observe("outputs", sorted(signature.structured_outputs), kind="structure")
observe("result", list(signature(tf.constant([[1.0, 1.0]])).values()))
)"},
  };
}

std::vector<Check> weights() {
  return {
      {.id = "saved_model.exchange_checkpoint",
       .api = {"tf.train.Checkpoint.restore"},
       .source = R"(
parts = [tf.Variable([1.0, 2.0]), tf.Variable(7, dtype=tf.int64)]
tf.train.Checkpoint(parts=parts, name=tf.Variable("text")).write(directory + "/ckpt")
)",
       .load = R"(
parts = [tf.Variable([0.0, 0.0]), tf.Variable(0, dtype=tf.int64)]
status = tf.train.Checkpoint(parts=parts, name=tf.Variable("")).read(directory + "/ckpt")
attempt("consumed", lambda: status.assert_consumed() and None)
observe("values", [v.numpy() for v in parts])
)"},
      {.id = "saved_model.exchange_optimizer_checkpoint",
       .api = {"tf.train.Checkpoint.restore", "tf.keras.optimizers.Adam"},
       .source = R"(
weight = tf.Variable([1.0, 2.0])
optimizer = tf.keras.optimizers.Adam(0.5)
for _ in range(3):
    optimizer.apply_gradients([(tf.constant([1.0, 1.0]), weight)])
attempt("save", lambda: tf.train.Checkpoint(weight=weight, optimizer=optimizer).write(directory + "/ckpt") and None)
)",
       .load = R"(
weight = tf.Variable([0.0, 0.0])
optimizer = tf.keras.optimizers.Adam(0.5)
status = tf.train.Checkpoint(weight=weight, optimizer=optimizer).read(directory + "/ckpt")
attempt("existing objects matched", lambda: status.assert_existing_objects_matched() and None)
observe("weight", weight.numpy())
observe("iterations", int(optimizer.iterations))
)"},
      {.id = "saved_model.exchange_weights_h5",
       .api = {"tf.keras.Model.load_weights", "tf.keras.Model.save_weights"},
       .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])
model.save_weights(directory + "/model.weights.h5")
)",
       .load = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.zeros([2, 1], np.float32), np.zeros([1], np.float32)])
attempt("load", lambda: model.load_weights(directory + "/model.weights.h5") and None)
observe("weights", model.get_weights())
)"},
      {.id = "saved_model.exchange_dataset",
       .api = {"tf.data.experimental.load", "tf.data.experimental.save"},
       .source = R"(
data = tf.data.Dataset.range(4).map(lambda i: {"i": i, "text": tf.strings.as_string(i)})
attempt("save", lambda: tf.data.experimental.save(data, directory + "/data"))
)",
       .load = R"(
spec = {"i": tf.TensorSpec([], tf.int64), "text": tf.TensorSpec([], tf.string)}
attempt("elements", lambda: [[int(e["i"]), e["text"].numpy().decode()]
                             for e in tf.data.experimental.load(directory + "/data", spec)])
)"},
  };
}

}  // namespace

std::vector<Check> exchange_checks() {
  return joined({modules(), gradients(), functions(), keras_models(), keras_folders(), weights()});
}

}  // namespace tfh::testsuites::saved_model
