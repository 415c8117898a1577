// tf.train.Checkpoint and its manager: keys, shapes, partial restores, deferred restores.
#include "testsuites/joined.h"
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {
namespace {

std::vector<Check> keys() {
  return {
      {.id = "saved_model.checkpoint_keys", .api = {"tf.train.Checkpoint", "tf.train.list_variables"}, .source = R"(
import os

class Part(tf.Module):
    def __init__(self):
        super().__init__()
        self.w = tf.Variable([1.0, 2.0])
        self.more = [tf.Variable(1), {"deep": tf.Variable(True)}]

path = tf.train.Checkpoint(part=Part(), step=tf.Variable(3, dtype=tf.int64)).save(scratch + "/ckpt")
observe("path", os.path.basename(path))
observe("files", sorted(os.listdir(scratch)), kind="structure")
observe("keys", [[name, list(shape)] for name, shape in tf.train.list_variables(path)], kind="structure")
)"},
      {.id = "saved_model.checkpoint_write", .api = {"tf.train.Checkpoint.write"}, .source = R"(
import os

v = tf.Variable(1.0)
path = tf.train.Checkpoint(v=v).write(scratch + "/ckpt")
observe("path", os.path.basename(path))
observe("files", sorted(os.listdir(scratch)), kind="structure")
observe("keys", [name for name, _ in tf.train.list_variables(path)], kind="structure")
attempt("read", lambda: tf.train.Checkpoint(v=v).read(path) and None)
)"},
      {.id = "saved_model.checkpoint_optimizer_keys",
       .api = {"tf.train.Checkpoint", "tf.keras.optimizers.Adam"},
       .source = R"(
weight = tf.Variable([1.0, 2.0], name="weight")
optimizer = tf.keras.optimizers.Adam(0.5)
optimizer.apply_gradients([(tf.constant([1.0, 1.0]), weight)])

def keys():
    path = tf.train.Checkpoint(weight=weight, optimizer=optimizer).write(scratch + "/ckpt")
    return [[name, list(shape)] for name, shape in tf.train.list_variables(path)]

attempt("keys", keys, kind="structure")
)"},
  };
}

std::vector<Check> model_keys() {
  return {
      {.id = "saved_model.checkpoint_model_keys", .api = {"tf.train.Checkpoint", "tf.keras.Model"}, .source = R"(
model = tf.keras.Sequential([tf.keras.layers.Dense(4, input_shape=(2,), name="in"),
                             tf.keras.layers.Dense(1, name="out")], name="model")
x = tf.keras.Input((2,), name="in")
functional = tf.keras.Model(x, tf.keras.layers.BatchNormalization(name="out")(x), name="functional")

class Own(tf.keras.Model):
    def __init__(self):
        super().__init__(name="own")
        self.first = tf.keras.layers.Dense(1, name="first")

    def call(self, x):
        return self.first(x)

own = Own()
own(tf.ones([1, 2]))

def keys(**parts):
    path = tf.train.Checkpoint(**parts).write(scratch + "/ckpt")
    return [[name, list(shape)] for name, shape in tf.train.list_variables(path)]

attempt("model alone", lambda: keys(model=model), kind="structure")
attempt("functional model", lambda: keys(model=functional), kind="structure")
attempt("model of one's own", lambda: keys(model=own), kind="structure")
attempt("layer", lambda: keys(layer=model.layers[-1]), kind="structure")
model.compile("adam", "mse")
model.fit(np.ones([2, 2]), np.ones([2, 1]), verbose=0)
attempt("keys", lambda: keys(model=model, opt=model.optimizer), kind="structure")
)"},
  };
}

std::vector<Check> restores() {
  return {
      {.id = "saved_model.checkpoint_restore", .api = {"tf.train.Checkpoint.restore"}, .source = R"(
path = tf.train.Checkpoint(a=tf.Variable([1.0, 2.0]), b=tf.Variable(3)).write(scratch + "/ckpt")
a, b = tf.Variable([0.0, 0.0]), tf.Variable(0)
status = tf.train.Checkpoint(a=a, b=b).restore(path)
observe("values", [a.numpy(), b.numpy()])
attempt("assert_consumed", lambda: status.assert_consumed() and None)
observe("status type", type(status).__name__, kind="structure")
extra = tf.train.Checkpoint(a=a, c=tf.Variable(1)).read(path)
attempt("one side only", lambda: extra.assert_consumed())
attempt("existing matched", lambda: extra.assert_existing_objects_matched())
attempt("expect_partial", lambda: type(extra.expect_partial()).__name__)
)"},
      {.id = "saved_model.checkpoint_mismatch", .api = {"tf.train.Checkpoint.restore"}, .source = R"(
path = tf.train.Checkpoint(a=tf.Variable([1.0, 2.0])).write(scratch + "/ckpt")
attempt("another shape", lambda: tf.train.Checkpoint(a=tf.Variable([0.0])).restore(path) and None)
attempt("another dtype", lambda: tf.train.Checkpoint(a=tf.Variable([0, 0])).restore(path) and None)
attempt("no such file", lambda: tf.train.Checkpoint(a=tf.Variable(0)).restore(scratch + "/nothing") and None)
attempt("None", lambda: type(tf.train.Checkpoint(a=tf.Variable(0)).restore(None)).__name__)
attempt("not trackable", lambda: tf.train.Checkpoint(a=object()))
)"},
      {.id = "saved_model.checkpoint_deferred_restore", .api = {"tf.train.Checkpoint.restore"}, .source = R"(
path = tf.train.Checkpoint(part=tf.train.Checkpoint(v=tf.Variable(7.0))).write(scratch + "/ckpt")
part = tf.Module()
checkpoint = tf.train.Checkpoint(part=part)
checkpoint.restore(path)
part.v = tf.Variable(0.0)
observe("value", part.v.numpy())
)"},
  };
}

std::vector<Check> management() {
  return {
      {.id = "saved_model.checkpoint_manager", .api = {"tf.train.CheckpointManager"}, .source = R"(
import os

v = tf.Variable(0)
manager = tf.train.CheckpointManager(tf.train.Checkpoint(v=v), scratch + "/kept", max_to_keep=2)
observe("none yet", manager.latest_checkpoint)
for number in range(3):
    v.assign(number)
    manager.save()
observe("kept", [os.path.basename(path) for path in manager.checkpoints])
observe("files", sorted(os.listdir(scratch + "/kept")), kind="structure")
attempt("restore_or_initialize", lambda: os.path.basename(manager.restore_or_initialize()))
observe("latest", os.path.basename(tf.train.latest_checkpoint(scratch + "/kept")))
)"},
      {.id = "saved_model.checkpoint_reader",
       .api = {"tf.train.load_checkpoint", "tf.train.load_variable"},
       .source = R"(
path = tf.train.Checkpoint(a=tf.Variable([1.0, 2.0]), b=tf.Variable("text")).write(scratch + "/ckpt")
reader = tf.train.load_checkpoint(path)
observe("shapes", {name: list(shape) for name, shape in reader.get_variable_to_shape_map().items()}, kind="structure")
observe("tensor", reader.get_tensor("a/.ATTRIBUTES/VARIABLE_VALUE"))
attempt("text", lambda: tf.train.load_variable(path, "b/.ATTRIBUTES/VARIABLE_VALUE"))
attempt("no such key", lambda: reader.get_tensor("c"))
)"},
      {.id = "saved_model.checkpoint_options", .api = {"tf.train.CheckpointOptions"}, .source = R"(
v = tf.Variable(1.0)
for option, value in [("experimental_io_device", "/job:localhost"), ("experimental_enable_async_checkpoint", False),
                      ("experimental_write_callbacks", None), ("enable_async", False)]:
    attempt(option, lambda: tf.train.Checkpoint(v=v).write(
        scratch + "/ckpt", options=tf.train.CheckpointOptions(**{option: value})) and None)
)"},
  };
}

}  // namespace

std::vector<Check> checkpoint_checks() {
  return joined({keys(), model_keys(), restores(), management()});
}

}  // namespace tfh::testsuites::saved_model
