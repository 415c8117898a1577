// Models and layers of Keras where TensorFlow's own objects are expected: modules, checkpoints, saved models.
#include "testsuites/joined.h"
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {
namespace {

std::vector<Check> saved() {
  return {
      {.id = "saved_model.keras_model_as_object", .api = {"tf.saved_model.save", "tf.saved_model.load"}, .source = R"(
tf.keras.backend.clear_session()  # else a layer of another check is "out" already
given = tf.keras.Input((2,), name="given")
model = tf.keras.Model(given, tf.keras.layers.Dense(1, kernel_initializer="ones", name="out")(given), name="model")
attempt("save", lambda: tf.saved_model.save(model, scratch + "/model"))
loaded = attempt("load", lambda: tf.saved_model.load(scratch + "/model"), kind="structure")

def signature():
    return loaded.signatures["serving_default"]

attempt("signatures", lambda: sorted(loaded.signatures), kind="structure")
attempt("inputs", lambda: signature().structured_input_signature, kind="structure")
attempt("outputs", lambda: signature().structured_outputs, kind="structure")
attempt("output names", lambda: sorted(signature().structured_outputs), kind="structure")
attempt("call signature", lambda: list(signature()(tf.ones([1, 2])).values()))
attempt("call signature by name", lambda: list(signature()(given=tf.ones([1, 2])).values()))
attempt("call", lambda: loaded(tf.ones([1, 2])))
attempt("callable", lambda: callable(loaded))
attempt("attributes", lambda: sorted(n for n in dir(loaded) if n[0] != "_"), kind="structure")
attempt("variables", lambda: [list(v.shape) for v in loaded.variables], kind="structure")
attempt("names of variables", lambda: sorted(v.name for v in loaded.variables), kind="structure")
attempt("load as model", lambda: type(tf.keras.models.load_model(scratch + "/model")).__name__)
own = tf.function(lambda x: {"y": model(x)}, input_signature=[tf.TensorSpec([1, 2])])
attempt("save with a signature", lambda: tf.saved_model.save(model, scratch + "/signed", signatures=own))
attempt("save a layer", lambda: tf.saved_model.save(tf.keras.layers.Dense(1, name="alone"), scratch + "/layer"))
attempt("save a Sequential", lambda: tf.saved_model.save(
    tf.keras.Sequential([tf.keras.layers.Dense(1, name="unbuilt")], name="unbuilt_model"), scratch + "/sequential"))
)"},
  };
}

std::vector<Check> held() {
  return {
      {.id = "saved_model.keras_in_a_module", .api = {"tf.Module"}, .source = R"(
class Holder(tf.Module):
    def __init__(self):
        super().__init__(name="holder")
        self.own = tf.Variable([1.0], name="own")
        self.layer = tf.keras.layers.Dense(1, kernel_initializer="ones", name="layer")
        self.parts = [tf.keras.layers.Dense(1, kernel_initializer="ones", name="part")]

    @tf.function(input_signature=[tf.TensorSpec([None, 2])])
    def run(self, x):
        return self.layer(x) + self.own

holder = Holder()
attempt("variables before", lambda: [v.name for v in holder.variables], kind="structure")
attempt("run", lambda: holder.run(tf.ones([1, 2])))
attempt("variables", lambda: [v.name for v in holder.variables], kind="structure")
attempt("trainable_variables", lambda: [v.name for v in holder.trainable_variables], kind="structure")
attempt("submodules", lambda: [type(m).__name__ for m in holder.submodules], kind="structure")
attempt("is a module", lambda: [isinstance(holder.layer, tf.Module), hasattr(holder.layer, "with_name_scope")])
attempt("save", lambda: tf.saved_model.save(holder, scratch + "/holder"))
attempt("load", lambda: tf.saved_model.load(scratch + "/holder").run(tf.ones([1, 2])))
attempt("loaded variables", lambda: [v.name for v in tf.saved_model.load(scratch + "/holder").layer.variables],
        kind="structure")

def gradients():
    with tf.GradientTape() as tape:
        y = holder.run(tf.ones([1, 2]))
    return [g is None for g in tape.gradient(y, holder.trainable_variables)]

attempt("gradients", gradients)
)"},
      {.id = "saved_model.keras_in_a_checkpoint", .api = {"tf.train.Checkpoint"}, .source = R"(
layer = tf.keras.layers.Dense(1, kernel_initializer="ones", name="out")
model = tf.keras.Sequential([tf.keras.Input((2,), name="in"), layer], name="model")
model.compile(tf.keras.optimizers.Adam(0.5), "mse", metrics=["mae"])
model.fit(np.ones([2, 2], np.float32), np.ones([2, 1], np.float32), verbose=0)

def keys(**held):
    path = tf.train.Checkpoint(**held).save(scratch + "/checkpoint")
    return [[name, shape] for name, shape in tf.train.list_variables(path)]

attempt("model", lambda: keys(model=model), kind="structure")
attempt("layer", lambda: keys(layer=model.layers[-1]), kind="structure")
attempt("optimizer", lambda: keys(optimizer=model.optimizer), kind="structure")
attempt("model and optimizer", lambda: keys(model=model, optimizer=model.optimizer), kind="structure")
attempt("metric", lambda: keys(metric=tf.keras.metrics.Mean(name="mean")), kind="structure")
attempt("list of layers", lambda: keys(layers=[model.layers[-1]]), kind="structure")
attempt("restore", lambda: type(tf.train.Checkpoint(model=model).restore(
    tf.train.latest_checkpoint(scratch)).expect_partial()).__name__)
attempt("restore and assert", lambda: tf.train.Checkpoint(layers=[model.layers[-1]]).restore(
    tf.train.latest_checkpoint(scratch)).assert_consumed() and None)
attempt("save_weights", lambda: model.save_weights(scratch + "/by_keras") and None)
)"},
  };
}

}  // namespace

std::vector<Check> keras_object_checks() {
  return joined({saved(), held()});
}

}  // namespace tfh::testsuites::saved_model
