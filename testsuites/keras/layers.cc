// Layers: arguments, configurations, calls.
#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

std::vector<Check> dense() {
  return {
      {.id = "keras.dense_units", .api = {"tf.keras.layers.Dense"}, .source = R"(
for units in (3, 3.0, "3", 0, -1, None, 2.5):
    attempt(repr(units), lambda: tf.keras.layers.Dense(units, name="dense").units)
)"},
      {.id = "keras.dense_config", .api = {"tf.keras.layers.Dense.get_config"}, .source = R"(
config = tf.keras.layers.Dense(3, activation="relu", kernel_initializer="ones", name="dense").get_config()
observe("keys", sorted(config), kind="structure")
observe("initializer", config["kernel_initializer"], kind="structure")
observe("activation", config["activation"])
)"},
      {.id = "keras.dense_arguments", .api = {"tf.keras.layers.Dense"}, .source = R"(
attempt("activation", lambda: type(tf.keras.layers.Dense(1, activation="nonsense", name="d")).__name__)
attempt("unknown keyword", lambda: type(tf.keras.layers.Dense(1, color="red", name="d")).__name__)
attempt("initializer", lambda: type(tf.keras.layers.Dense(1, kernel_initializer="nonsense", name="d")).__name__)
attempt("lora_rank", lambda: type(tf.keras.layers.Dense(1, lora_rank=1, name="d")).__name__)
attempt("name", lambda: tf.keras.layers.Dense(1, name="with space").name)
)"},
      {.id = "keras.dense_inputs", .api = {"tf.keras.layers.Dense"}, .source = R"(
layer = tf.keras.layers.Dense(2, kernel_initializer="ones", name="dense")
attempt("matrix", lambda: layer(tf.ones([1, 3])))
attempt("other width", lambda: layer(tf.ones([1, 4])))
attempt("integers", lambda: layer(tf.constant([[1, 2, 3]])))
attempt("numpy", lambda: layer(np.ones([1, 3])))
attempt("list", lambda: layer([[1.0, 2.0, 3.0]]))
attempt("vector", lambda: layer(tf.ones([3])))
attempt("scalar", lambda: layer(tf.constant(1.0)))
)"},
  };
}

std::vector<Check> configurations() {
  return {
      {.id = "keras.leaky_relu", .api = {"tf.keras.layers.LeakyReLU"}, .source = R"(
layer = tf.keras.layers.LeakyReLU(name="leaky")
observe("default", layer(tf.constant([-1.0, 2.0])))
observe("config", layer.get_config(), kind="structure")
attempt("alpha", lambda: tf.keras.layers.LeakyReLU(alpha=0.5, name="l")(tf.constant([-1.0])))
attempt("negative_slope", lambda: tf.keras.layers.LeakyReLU(negative_slope=0.5, name="l")(tf.constant([-1.0])))
attempt("None", lambda: tf.keras.layers.LeakyReLU(None, name="l")(tf.constant([-1.0])))
)"},
      {.id = "keras.batch_normalization",
       .api = {"tf.keras.layers.BatchNormalization"},
       .tolerance = {.ulps = 8},
       .source = R"(
layer = tf.keras.layers.BatchNormalization(name="norm")
x = tf.constant([[1.0, 2.0], [3.0, 6.0]])
observe("training", layer(x, training=True))
observe("moving mean", layer.moving_mean.numpy())
observe("moving variance", layer.moving_variance.numpy())
observe("inference", layer(x))
observe("config", sorted(layer.get_config()), kind="structure")
)"},
      {.id = "keras.dropout_inference", .api = {"tf.keras.layers.Dropout"}, .source = R"(
x = tf.ones([4])
attempt("inference", lambda: tf.keras.layers.Dropout(0.5, name="d")(x, training=False))
attempt("rate zero", lambda: tf.keras.layers.Dropout(0, name="d")(x, training=True))
for rate in (1, 1.5, -0.1, "half", None):
    attempt("rate " + repr(rate), lambda: tf.keras.layers.Dropout(rate, name="d")(x, training=False))
)"},
      {.id = "keras.embedding", .api = {"tf.keras.layers.Embedding"}, .source = R"(
layer = tf.keras.layers.Embedding(3, 2, embeddings_initializer="ones", mask_zero=True, name="embedding")
attempt("lookup", lambda: layer(tf.constant([[0, 2]])))
attempt("mask", lambda: layer.compute_mask(tf.constant([[0, 2]])))
attempt("out of range", lambda: layer(tf.constant([[3]])))
attempt("input_length", lambda: type(tf.keras.layers.Embedding(3, 2, input_length=1, name="e")).__name__)
attempt("no rows", lambda: type(tf.keras.layers.Embedding(0, 2, name="e")).__name__)
)"},
  };
}

std::vector<Check> own_layers() {
  return {
      {.id = "keras.own_layer_weights", .api = {"tf.keras.layers.Layer.add_weight"}, .source = R"(
class Scale(tf.keras.layers.Layer):
    def build(self, shape):
        self.scale = self.add_weight(name="scale", shape=(shape[-1],), initializer="ones")
        self.count = self.add_weight(name="count", shape=(), dtype="int32", initializer="zeros", trainable=False)

    def call(self, x):
        return x * self.scale

layer = Scale(name="own")
attempt("call", lambda: layer(tf.constant([[1.0, 2.0]])))
observe("names", [w.name for w in layer.weights], kind="structure")
observe("trainable", [len(layer.trainable_weights), len(layer.non_trainable_weights)], kind="structure")
attempt("positional name", lambda: type(layer.add_weight("again", (1,))).__name__)
)"},
      {.id = "keras.own_layer_without_super", .api = {"tf.keras.layers.Layer"}, .source = R"(
class Forgetful(tf.keras.layers.Layer):
    def __init__(self):
        self.part = tf.keras.layers.Dense(1)

class Unfinished(tf.keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.units = units

    def call(self, x):
        return x

attempt("no super().__init__", lambda: type(Forgetful()).__name__)
attempt("no get_config", lambda: sorted(Unfinished(3).get_config()))
attempt("nothing overridden", lambda: tf.keras.layers.Layer(name="bare")(tf.constant(1.0)))
)"},
      {.id = "keras.lambda_layer", .api = {"tf.keras.layers.Lambda"}, .source = R"(
layer = tf.keras.layers.Lambda(lambda x: x * 2, name="twice")
attempt("call", lambda: layer(tf.constant([1.0])))
attempt("list", lambda: layer([tf.constant(1.0)]))
observe("config keys", sorted(layer.get_config()), kind="structure")
attempt("from_config", lambda: type(tf.keras.layers.Lambda.from_config(layer.get_config())).__name__)
attempt("deserialized", lambda: tf.keras.layers.deserialize(tf.keras.layers.serialize(layer))(tf.constant([1.0])))
attempt("two arguments", lambda: tf.keras.layers.Lambda(lambda x, y: x * y, name="product")(
    tf.constant(2.0), y=tf.constant(3.0)))
)"},
      {.id = "keras.input_tensor", .api = {"tf.keras.Input"}, .source = R"(
x = tf.keras.Input((3,), name="inp")
observe("type", type(x).__name__, kind="structure")
observe("shape", list(x.shape))
attempt("is a tensor", lambda: [tf.is_tensor(x), tf.keras.backend.is_keras_tensor(x)])
observe("repr", repr(x), kind="text")
attempt("tf function", lambda: type(tf.abs(x)).__name__)
attempt("operator", lambda: type(x + 1).__name__)
attempt("bool", lambda: bool(x))
attempt("numpy", lambda: np.asarray(x))
attempt("no shape", lambda: type(tf.keras.Input()).__name__)
)"},
  };
}

}  // namespace

std::vector<Check> layer_checks() {
  return joined({dense(), configurations(), own_layers()});
}

}  // namespace tfh::testsuites::keras
