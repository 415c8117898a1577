// Keras models on disk: SavedModel, HDF5 and the .keras format, saved and loaded by one release.
#include "testsuites/joined.h"
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {
namespace {

std::vector<Check> formats() {
  return {
      {.id = "saved_model.keras_as_folder", .api = {"tf.keras.Model.save", "tf.keras.models.load_model"}, .source = R"(
import os

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])

def saved():
    model.save(scratch + "/model")
    os.chdir(scratch + "/model")
    return sorted(os.path.join(folder, name) for folder, _, names in os.walk(".") for name in names)

def loaded():
    again = tf.keras.models.load_model(scratch + "/model")
    return [type(again).__name__, again.predict(np.float32([[1.0, 1.0]]), verbose=0)]

attempt("save", saved, kind="structure")
attempt("load", loaded)
)"},
      {.id = "saved_model.keras_as_h5", .api = {"tf.keras.Model.save", "tf.keras.models.load_model"}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])
attempt("save", lambda: model.save(scratch + "/model.h5"))

def loaded():
    again = tf.keras.models.load_model(scratch + "/model.h5")
    return [type(again).__name__, again.predict(np.float32([[1.0, 1.0]]), verbose=0)]

attempt("load", loaded)
)"},
      {.id = "saved_model.keras_as_keras", .api = {"tf.keras.Model.save", "tf.keras.models.load_model"}, .source = R"(
import os, zipfile

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])
path = scratch + "/model.keras"

def saved():
    model.save(path)
    if os.path.isdir(path):
        return sorted(os.listdir(path))
    return sorted(zipfile.ZipFile(path).namelist()) if zipfile.is_zipfile(path) else "not a zip"

def loaded():
    again = tf.keras.models.load_model(path)
    return [type(again).__name__, again.predict(np.float32([[1.0, 1.0]]), verbose=0)]

attempt("save", saved, kind="structure")
attempt("load", loaded)
)"},
  };
}

std::vector<Check> saving_calls() {
  return {
      {.id = "saved_model.keras_save_format", .api = {"tf.keras.Model.save"}, .source = R"(
import os

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
for form in ("tf", "h5", "keras"):
    attempt("save_format=" + form, lambda: model.save(scratch + "/in_" + form, save_format=form))
kind = {True: "folder", False: "file"}
observe("written", {name: kind[os.path.isdir(name)] for name in sorted(os.listdir(scratch))}, kind="structure")
)"},
      {.id = "saved_model.keras_export", .api = {"tf.keras.Model.export"}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])

def exported():
    model.export(scratch + "/model")
    loaded = tf.saved_model.load(scratch + "/model")
    return loaded.serve(tf.constant([[1.0, 1.0]]))

attempt("serve", exported)
)"},
      {.id = "saved_model.keras_save_weights", .api = {"tf.keras.Model.save_weights"}, .source = R"(
import os

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")

def written(name):
    before = set(os.listdir(scratch))
    model.save_weights(scratch + "/" + name)
    return sorted(set(os.listdir(scratch)) - before)

attempt("checkpoint", lambda: written("w"))
attempt("h5", lambda: written("w.h5"))
attempt("weights.h5", lambda: written("v.weights.h5"))
)"},
      {.id = "saved_model.keras_load_weights", .api = {"tf.keras.Model.load_weights"}, .source = R"(
def build(units):
    return tf.keras.Sequential([tf.keras.layers.Dense(units, input_shape=(2,), kernel_initializer="ones", name="out")],
                               name="model")

model = build(1)
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.5])])
model.save_weights(scratch + "/model.weights.h5")
again = build(1)
attempt("same shapes", lambda: again.load_weights(scratch + "/model.weights.h5") and None)
observe("weights", again.get_weights())
attempt("other shapes", lambda: build(2).load_weights(scratch + "/model.weights.h5") and None)
attempt("no such file", lambda: build(1).load_weights(scratch + "/nothing.weights.h5") and None)
)"},
  };
}

std::vector<Check> loading_calls() {
  return {
      {.id = "saved_model.keras_load_missing", .api = {"tf.keras.models.load_model"}, .source = R"(
with open(scratch + "/text.h5", "w") as text:
    text.write("not a model")

attempt("nothing", lambda: tf.keras.models.load_model(scratch + "/nothing"))
attempt("no h5", lambda: tf.keras.models.load_model(scratch + "/nothing.h5"))
attempt("not an h5 file", lambda: tf.keras.models.load_model(scratch + "/text.h5"))
attempt("number", lambda: tf.keras.models.load_model(3))
)"},
      {.id = "saved_model.keras_custom_layer", .api = {"tf.keras.models.load_model"}, .source = R"(
class Scale(tf.keras.layers.Layer):
    def __init__(self, factor=2.0, **keywords):
        super().__init__(**keywords)
        self.factor = factor

    def call(self, x):
        return x * self.factor

    def get_config(self):
        config = super().get_config()
        config["factor"] = self.factor
        return config

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="in"), Scale(3.0, name="scale")])
model.set_weights([np.float32([[1.0], [2.0]]), np.float32([0.0])])
model.save(scratch + "/model.h5")

def predicted(**options):
    return tf.keras.models.load_model(scratch + "/model.h5", **options).predict(np.float32([[1.0, 1.0]]), verbose=0)

attempt("unknown", lambda: predicted())
attempt("custom_objects", lambda: predicted(custom_objects={"Scale": Scale}))
attempt("safe_mode", lambda: predicted(custom_objects={"Scale": Scale}, safe_mode=True))
)"},
      {.id = "saved_model.keras_compiled_state", .api = {"tf.keras.models.load_model"}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.compile("adam", "mse", metrics=["mae"])
model.set_weights([np.zeros([2, 1], np.float32), np.zeros([1], np.float32)])
model.fit(np.ones([4, 2]), np.ones([4, 1]), verbose=0, shuffle=False)
model.save(scratch + "/model.h5")

def state_of(again):
    loss = again.loss if isinstance(again.loss, str) else type(again.loss).__name__
    observe("optimizer", type(again.optimizer).__name__, kind="structure")
    observe("iterations", again.optimizer.iterations.numpy())
    observe("loss", loss, kind="structure")

attempt("load", lambda: state_of(tf.keras.models.load_model(scratch + "/model.h5")))
)"},
  };
}

std::vector<Check> configurations() {
  return {
      {.id = "saved_model.keras_to_json", .api = {"tf.keras.Model.to_json"}, .alone = true, .source = R"(
import json

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
described = json.loads(model.to_json())
described.pop("keras_version", None)
observe("json", described, kind="structure")
again = tf.keras.models.model_from_json(model.to_json())
observe("weight shapes", [list(w.shape) for w in again.get_weights()])
)"},
      {.id = "saved_model.keras_get_config", .api = {"tf.keras.Model.get_config"}, .source = R"(
inputs = tf.keras.Input(shape=(2,), name="in")
hidden = tf.keras.layers.Dense(3, activation="relu", name="hidden")(inputs)
model = tf.keras.Model(inputs, tf.keras.layers.Dense(1, name="out")(hidden), name="model")
observe("config", model.get_config(), kind="structure")
again = tf.keras.Model.from_config(model.get_config())
observe("layers", [layer.name for layer in again.layers], kind="structure")
)"},
      {.id = "saved_model.keras_h5_layout", .api = {"tf.keras.Model.save"}, .alone = true, .source = R"(
import h5py

model = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), name="out")], name="model")
model.save(scratch + "/model.h5")
names = []
with h5py.File(scratch + "/model.h5", "r") as written:
    written.visit(names.append)
    observe("attributes", sorted(written.attrs), kind="structure")
observe("members", sorted(names), kind="structure")
)"},
  };
}

}  // namespace

std::vector<Check> keras_model_checks() {
  return joined({formats(), saving_calls(), loading_calls(), configurations()});
}

}  // namespace tfh::testsuites::saved_model
