// What a loaded model still has of the one that was saved: arguments, tables, weights for other objects.
#include "testsuites/joined.h"
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {
namespace {

std::vector<Check> functions() {
  return {
      {.id = "saved_model.gradients_saved", .api = {"tf.custom_gradient", "tf.saved_model.SaveOptions"}, .source = R"(
from tensorflow.core.protobuf import saved_model_pb2

@tf.custom_gradient
def own(x):
    return x * 2, lambda d: d * 100

def gradients(name, **options):
    model = tf.Module()
    model.f = tf.function(lambda x: own(x), input_signature=[tf.TensorSpec([], tf.float32)])
    tf.saved_model.save(model, scratch + "/" + name, options=tf.saved_model.SaveOptions(**options))
    with open(scratch + "/" + name + "/saved_model.pb", "rb") as saved:
        graph = saved_model_pb2.SavedModel.FromString(saved.read()).meta_graphs[0].graph_def
    return len(getattr(graph.library, "registered_gradients", []))

attempt("default", lambda: gradients("default"), kind="structure")
attempt("kept", lambda: gradients("kept", experimental_custom_gradients=True), kind="structure")
attempt("not kept", lambda: gradients("not_kept", experimental_custom_gradients=False), kind="structure")
)"},
      {.id = "saved_model.call_loaded_function_after_ragged",
       .api = {"tf.saved_model.load", "tf.RaggedTensor"},
       .source = R"(
class Model(tf.Module):
    @tf.function
    def f(self, rows, factor):
        return tf.reduce_sum(rows) * factor

model = Model()
rows = tf.ragged.constant([[1, 2]])
model.f(rows, 2)
tf.saved_model.save(model, scratch + "/model")
loaded = tf.saved_model.load(scratch + "/model")
attempt("traced factor", lambda: loaded.f(rows, 2))
attempt("another factor", lambda: loaded.f(rows, 7))
)"},
      {.id = "saved_model.assertions_stripped", .api = {"tf.saved_model.SaveOptions"}, .source = R"(
class Model(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
    def f(self, x):
        tf.debugging.assert_greater(x, 0)
        return x * 2

def loaded(name, **options):
    tf.saved_model.save(Model(), scratch + "/" + name, options=tf.saved_model.SaveOptions(**options))
    return tf.saved_model.load(scratch + "/" + name)

attempt("kept", lambda: loaded("kept").f(tf.constant(-1)))
attempt("stripped", lambda: loaded("stripped", experimental_debug_stripper=True).f(tf.constant(-1)))
)"},
  };
}

std::vector<Check> objects() {
  return {
      {.id = "saved_model.mutable_table",
       .api = {"tf.saved_model.load", "tf.lookup.experimental.DenseHashTable"},
       .source = R"(
def looked_up(name, table):
    model = tf.Module()
    model.table = table
    model.table.insert(tf.constant([1], tf.int64), tf.constant([7], tf.int64))
    model.f = tf.function(lambda key: model.table.lookup(key), input_signature=[tf.TensorSpec([None], tf.int64)])
    tf.saved_model.save(model, scratch + "/" + name)
    return tf.saved_model.load(scratch + "/" + name).f(tf.constant([1, 2], tf.int64))

attempt("dense", lambda: looked_up("dense", tf.lookup.experimental.DenseHashTable(tf.int64, tf.int64, -1, -5, -6)))
attempt("mutable", lambda: looked_up("mutable", tf.lookup.experimental.MutableHashTable(tf.int64, tf.int64, -1)))
)"},
      {.id = "saved_model.restore_from_a_saved_model",
       .api = {"tf.train.Checkpoint.restore", "tf.saved_model.save"},
       .source = R"(
def module(value):
    made = tf.Module()
    made.v = tf.Variable(value)
    return made

def restored(path):
    other = module(1.0)
    tf.train.Checkpoint(v=other.v).restore(path)
    return other.v.numpy()

tf.saved_model.save(module(3.0), scratch + "/model")
attempt("folder", lambda: restored(scratch + "/model"))
attempt("variables inside", lambda: restored(scratch + "/model/variables/variables"))
attempt("root", lambda: (lambda other: tf.train.Checkpoint(other).restore(scratch + "/model") and other.v.numpy())(
    module(1.0)))
)"},
  };
}

std::vector<Check> keras_models() {
  return {
      {.id = "saved_model.keras_lambda", .api = {"tf.keras.models.load_model", "tf.keras.layers.Lambda"}, .source = R"(
def predicted(name, **options):
    model = tf.keras.Sequential([tf.keras.layers.Lambda(lambda x: x * 2, input_shape=(1,), name="twice")], name="model")
    model.save(scratch + "/" + name)
    return tf.keras.models.load_model(scratch + "/" + name, **options).predict(np.ones([1, 1]), verbose=0)

for name in ("model.keras", "model.h5", "model"):
    attempt(name, lambda: predicted(name))
    attempt(name + ", not safe", lambda: predicted(name, safe_mode=False))
)"},
      {.id = "saved_model.keras_weights_of_a_folder", .api = {"tf.keras.Model.load_weights"}, .source = R"(
def model(initializer):
    return tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), kernel_initializer=initializer,
                                                      name="dense")], name="model")

def loaded():
    other = model("zeros")
    try:
        other.load_weights(scratch + "/model")
    except OSError as error:  # tells the time
        return type(error).__name__
    return other.get_weights()[0]

attempt("save", lambda: tf.saved_model.save(model("ones"), scratch + "/model"))
attempt("of tf.saved_model.save", loaded)
)"},
  };
}

std::vector<Check> shards() {
  return {
      {.id = "saved_model.checkpoint_shards",
       .api = {"tf.train.CheckpointOptions", "tf.train.Checkpoint.save"},
       .source = R"(
import os

def files(name, **options):
    held = {"a": tf.Variable(tf.zeros([100])), "b": tf.Variable(tf.ones([100]))}
    checkpoint = tf.train.Checkpoint(**held)
    path = checkpoint.save(scratch + "/" + name + "/x", options=tf.train.CheckpointOptions(**options))
    held["b"].assign(tf.zeros([100]))
    checkpoint.restore(path)
    return sorted(os.listdir(scratch + "/" + name)), float(held["b"][0])

attempt("default", lambda: files("default"))
attempt("by size", lambda: files("size", experimental_sharding_callback=tf.train.experimental.MaxShardSizePolicy(300)))
attempt("by task", lambda: files("task", experimental_sharding_callback=tf.train.experimental.ShardByTaskPolicy()))
attempt("not a policy", lambda: files("none", experimental_sharding_callback=3))
)"},
  };
}

}  // namespace

std::vector<Check> state_checks() {
  return joined({functions(), objects(), keras_models(), shards()});
}

}  // namespace tfh::testsuites::saved_model
