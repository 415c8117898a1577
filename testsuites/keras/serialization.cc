// Objects to configurations and back, registered names, JSON, copies.
#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

std::vector<Check> objects() {
  return {
      {.id = "keras.serialize_layer", .api = {"tf.keras.layers.serialize", "tf.keras.layers.deserialize"}, .source = R"(
layer = tf.keras.layers.Dense(2, activation="relu", name="dense")
attempt("serialized", lambda: tf.keras.layers.serialize(layer), kind="structure")
attempt("and back", lambda: tf.keras.layers.deserialize(tf.keras.layers.serialize(layer)).name)
attempt("old form", lambda: tf.keras.layers.deserialize({"class_name": "Dense", "config": {"units": 2, "name": "d"}}).name)
attempt("unknown class", lambda: tf.keras.layers.deserialize({"class_name": "Nonsense", "config": {}}))
attempt("unknown config", lambda: tf.keras.layers.deserialize({"class_name": "Dense", "config": {"size": 2}}))
attempt("no config", lambda: tf.keras.layers.deserialize({"class_name": "Dense"}))
attempt("None", lambda: tf.keras.layers.deserialize(None))
)"},
      {.id = "keras.serialize_object", .api = {"tf.keras.utils.serialize_keras_object"}, .source = R"(
for name, value in (("layer", tf.keras.layers.ReLU(name="relu")), ("function", tf.keras.activations.relu),
                    ("None", None), ("number", 3), ("list", [1, "a"]), ("tensor", tf.constant([1])),
                    ("array", np.array([1.5])), ("dtype", tf.float32), ("shape", tf.TensorShape([None, 2])),
                    ("lambda", lambda x: x + 1), ("initializer", tf.keras.initializers.Ones())):
    attempt(name, lambda: sorted(tf.keras.utils.serialize_keras_object(value)) if name != "lambda" else
            type(tf.keras.utils.serialize_keras_object(value)).__name__, kind="structure")
    attempt(name + " in saving", lambda: str(type(tf.keras.saving.serialize_keras_object(value)).__name__))
)"},
      {.id = "keras.registered_names",
       .api = {"tf.keras.utils.register_keras_serializable"},
       .alone = true,
       .source = R"(
@tf.keras.utils.register_keras_serializable("Mine")
class Own(tf.keras.layers.Layer):
    def get_config(self):
        return dict(super().get_config())

attempt("name", lambda: tf.keras.utils.get_registered_name(Own))
attempt("object", lambda: tf.keras.utils.get_registered_object("Mine>Own").__name__)
attempt("unknown", lambda: tf.keras.utils.get_registered_object("Mine>Nothing"))
attempt("serialized", lambda: tf.keras.layers.serialize(Own(name="own")), kind="structure")
attempt("back", lambda: type(tf.keras.layers.deserialize(tf.keras.layers.serialize(Own(name="own")))).__name__)
attempt("again", lambda: tf.keras.utils.register_keras_serializable("Mine")(
    type("Own", (tf.keras.layers.Layer,), {"get_config": lambda self: {}})).__name__)
attempt("without get_config", lambda: tf.keras.utils.register_keras_serializable("Mine")(type("Bare", (), {})).__name__)
attempt("a function", lambda: tf.keras.utils.register_keras_serializable("Mine")(lambda x: x).__name__)
attempt("custom objects", lambda: sorted(tf.keras.utils.get_custom_objects()), kind="structure")
attempt("in saving", lambda: tf.keras.saving.get_registered_name(Own))
)"},
  };
}

std::vector<Check> scopes() {
  return {
      {.id = "keras.custom_object_scope", .api = {"tf.keras.utils.custom_object_scope"}, .source = R"(
class Mine(tf.keras.layers.Layer):
    pass

config = {"class_name": "Mine", "config": {"name": "mine"}}
attempt("outside", lambda: type(tf.keras.layers.deserialize(config)).__name__)

def inside():
    with tf.keras.utils.custom_object_scope({"Mine": Mine}):
        return type(tf.keras.layers.deserialize(config)).__name__

attempt("inside", inside)
attempt("argument", lambda: type(tf.keras.layers.deserialize(config, custom_objects={"Mine": Mine})).__name__)
attempt("activation", lambda: tf.keras.activations.deserialize("own", custom_objects={"own": lambda x: x}) and None)
attempt("class name", lambda: tf.keras.utils.CustomObjectScope.__name__)
)"},
      {.id = "keras.serialize_activation", .api = {"tf.keras.activations.serialize"}, .source = R"(
for name in ("relu", "softmax", "linear", "swish", "silu", "gelu", "mish", "hard_sigmoid", "leaky_relu"):
    attempt(name, lambda: tf.keras.activations.serialize(tf.keras.activations.get(name)), kind="structure")
attempt("lambda", lambda: tf.keras.activations.serialize(lambda x: x), kind="structure")
attempt("tf.nn function", lambda: tf.keras.activations.serialize(tf.nn.relu), kind="structure")
attempt("get a function", lambda: tf.keras.activations.get(tf.nn.relu).__name__)
attempt("get None", lambda: tf.keras.activations.get(None).__name__)
attempt("get a number", lambda: tf.keras.activations.get(3))
attempt("get a dict", lambda: tf.keras.activations.get({"class_name": "relu", "config": {}}))
)"},
      {.id = "keras.serialize_optimizer",
       .api = {"tf.keras.optimizers.serialize", "tf.keras.optimizers.deserialize"},
       .source = R"(
attempt("serialized", lambda: tf.keras.optimizers.serialize(tf.keras.optimizers.SGD(0.5)), kind="structure")
attempt("back", lambda: type(tf.keras.optimizers.deserialize(
    tf.keras.optimizers.serialize(tf.keras.optimizers.Adam(0.5)))).__name__)
attempt("old config", lambda: type(tf.keras.optimizers.deserialize({"class_name": "Adam", "config": {
    "name": "Adam", "learning_rate": 0.5, "decay": 0.0, "beta_1": 0.9, "beta_2": 0.999, "epsilon": 1e-7,
    "amsgrad": False}})).__name__)
attempt("lower case", lambda: type(tf.keras.optimizers.deserialize({"class_name": "adam", "config": {}})).__name__)
attempt("unknown", lambda: tf.keras.optimizers.deserialize({"class_name": "nonsense", "config": {}}))
attempt("schedule", lambda: type(tf.keras.optimizers.SGD.from_config(tf.keras.optimizers.SGD(
    tf.keras.optimizers.schedules.CosineDecay(1.0, 2)).get_config()).learning_rate).__name__)
)"},
  };
}

std::vector<Check> models() {
  return {
      {.id = "keras.model_config", .api = {"tf.keras.Model.get_config", "tf.keras.Model"}, .source = R"(
x = tf.keras.Input((2,), name="x")
model = tf.keras.Model(x, tf.keras.layers.Dense(1, name="out")(x), name="model")
sequential = tf.keras.Sequential([tf.keras.Input((2,), name="x"), tf.keras.layers.Dense(1, name="out")], name="s")
attempt("functional", lambda: model.get_config(), kind="structure")
attempt("sequential", lambda: sequential.get_config(), kind="structure")
attempt("functional back", lambda: [l.name for l in tf.keras.Model.from_config(model.get_config()).layers])
attempt("sequential back", lambda: [l.name for l in tf.keras.Sequential.from_config(sequential.get_config()).layers])
attempt("subclass", lambda: tf.keras.Model(name="m").get_config(), kind="structure")
attempt("input layer", lambda: model.layers[0].get_config(), kind="structure")
attempt("compile config", lambda: model.compile("sgd", "mse") or model.get_compile_config(), kind="structure")
attempt("yaml", lambda: model.to_yaml())
)"},
      {.id = "keras.model_from_json", .api = {"tf.keras.models.model_from_json"}, .source = R"(
import json

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
attempt("keys", lambda: sorted(json.loads(model.to_json())), kind="structure")
attempt("back", lambda: tf.keras.models.model_from_json(model.to_json()).name)
attempt("damaged", lambda: tf.keras.models.model_from_json("nonsense"))
attempt("old", lambda: [l.name for l in tf.keras.models.model_from_json(json.dumps({
    "class_name": "Sequential", "keras_version": "2.4.0", "backend": "tensorflow", "config": {"name": "old", "layers": [
        {"class_name": "InputLayer", "config": {"batch_input_shape": [None, 2], "dtype": "float32", "sparse": False,
                                                "ragged": False, "name": "x"}},
        {"class_name": "Dense", "config": {"name": "out", "units": 1}}]}})).layers])
attempt("model_from_config", lambda: type(tf.keras.models.model_from_config(
    {"class_name": "Sequential", "config": {"name": "s", "layers": []}})).__name__)
)"},
      {.id = "keras.clone_model", .api = {"tf.keras.models.clone_model"}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
attempt("clone", lambda: [l.name for l in tf.keras.models.clone_model(model).layers])
attempt("clone_function", lambda: [l.name for l in tf.keras.models.clone_model(
    model, clone_function=lambda layer: type(layer).from_config(dict(layer.get_config(), name="other"))).layers])
attempt("input_tensors", lambda: tf.keras.models.clone_model(model, input_tensors=tf.keras.Input((2,))).input_shape)
attempt("subclass", lambda: type(tf.keras.models.clone_model(tf.keras.Model(name="m"))).__name__)
attempt("not a model", lambda: tf.keras.models.clone_model(3))
attempt("call_function", lambda: type(tf.keras.models.clone_model(
    model, call_function=lambda layer, *a, **k: layer(*a, **k))).__name__)
)"},
  };
}

std::vector<Check> copies() {
  return {
      {.id = "keras.copies_and_pickles", .api = {"tf.keras.Model", "tf.keras.layers.Layer"}, .source = R"(
import copy, pickle

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), kernel_initializer="ones", name="out")],
                            name="model")
compiled = tf.keras.models.clone_model(model)
compiled.compile("adam", "mse")
attempt("deepcopy", lambda: copy.deepcopy(model).get_weights())
attempt("pickle", lambda: pickle.loads(pickle.dumps(model)).name)
attempt("pickle compiled", lambda: type(pickle.loads(pickle.dumps(compiled)).optimizer).__name__)
attempt("deepcopy compiled", lambda: type(copy.deepcopy(compiled).optimizer).__name__)
attempt("pickle layer", lambda: type(pickle.loads(pickle.dumps(tf.keras.layers.Dense(1, name="d")))).__name__)
attempt("pickle optimizer", lambda: type(pickle.loads(pickle.dumps(tf.keras.optimizers.SGD(0.5)))).__name__)
attempt("pickle loss", lambda: type(pickle.loads(pickle.dumps(tf.keras.losses.MeanSquaredError()))).__name__)
attempt("pickle metric", lambda: type(pickle.loads(pickle.dumps(tf.keras.metrics.Mean(name="m")))).__name__)
attempt("pickle initializer", lambda: type(pickle.loads(pickle.dumps(tf.keras.initializers.Ones()))).__name__)
attempt("deepcopy initializer", lambda: type(copy.deepcopy(tf.keras.initializers.HeNormal(3))).__name__)
attempt("deepcopy layer", lambda: type(copy.deepcopy(tf.keras.layers.Dense(1, name="d"))).__name__)
)"},
  };
}

}  // namespace

std::vector<Check> serialization_checks() {
  return joined({objects(), scopes(), models(), copies()});
}

}  // namespace tfh::testsuites::keras
