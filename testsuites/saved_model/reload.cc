// Loading a model in the release that saved it: calls, variables, tags, missing files.
#include "testsuites/joined.h"
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {
namespace {

std::vector<Check> calls() {
  return {
      {.id = "saved_model.call_loaded_function", .api = {"tf.saved_model.load"}, .source = R"(
model = tf.Module()

@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def f(x):
    return x * 2

model.f = f
tf.saved_model.save(model, scratch + "/model")
loaded = tf.saved_model.load(scratch + "/model")
attempt("tensor", lambda: loaded.f(tf.constant([1.0])))
attempt("list", lambda: loaded.f([1.0, 2.0]))
attempt("wrong dtype", lambda: loaded.f(tf.constant([1])))
attempt("wrong rank", lambda: loaded.f(tf.ones([2, 2])))
attempt("too many", lambda: loaded.f([1.0], [2.0]))
)"},
      {.id = "saved_model.call_loaded_polymorphic_function", .api = {"tf.saved_model.load"}, .source = R"(
class Model(tf.Module):
    @tf.function
    def scale(self, x, factor=2, up=True):
        return x * factor if up else x / factor

    @tf.function
    def traced_once(self, x, factor=2):
        return x * factor

model = Model()
model.scale(tf.constant(1.0))
model.scale(tf.constant([1.0]), factor=3)
model.scale(tf.constant(1.0), up=False)
model.traced_once(tf.constant(1.0))
tf.saved_model.save(model, scratch + "/model")
loaded = tf.saved_model.load(scratch + "/model")
attempt("scalar", lambda: loaded.scale(tf.constant(4.0)))
attempt("vector", lambda: loaded.scale(tf.constant([4.0]), factor=3))
attempt("down", lambda: loaded.scale(tf.constant(4.0), up=False))
attempt("not traced", lambda: loaded.traced_once(tf.constant(4.0), factor=7))
attempt("another dtype", lambda: loaded.traced_once(tf.constant(4)))
observe("traces", len(loaded.scale.concrete_functions), kind="structure")
)"},
  };
}

std::vector<Check> calls_of_signatures() {
  return {
      {.id = "saved_model.call_loaded_signature", .api = {"tf.saved_model.load"}, .source = R"(
model = tf.Module()

@tf.function(input_signature=[tf.TensorSpec([], tf.float32, name="a")])
def f(x):
    return {"half": x / 2}

model.f = f
tf.saved_model.save(model, scratch + "/model", signatures=f)
signature = tf.saved_model.load(scratch + "/model").signatures["serving_default"]
one = tf.constant(1.0)
attempt("keyword", lambda: signature(a=one))
attempt("positional", lambda: signature(one))
attempt("missing", lambda: signature())
attempt("name in the function", lambda: signature(x=one))
attempt("python number", lambda: signature(a=1.0))
observe("repr", repr(signature), kind="text")
)"},
      {.id = "saved_model.gradient_of_loaded_model", .api = {"tf.saved_model.load", "tf.GradientTape"}, .source = R"(
model = tf.Module()
model.w = tf.Variable(3.0)
model.f = tf.function(lambda x: x * x * model.w, input_signature=[tf.TensorSpec([], tf.float32)])
tf.saved_model.save(model, scratch + "/model")
loaded = tf.saved_model.load(scratch + "/model")
x = tf.constant(2.0)
with tf.GradientTape() as tape:
    tape.watch(x)
    y = loaded.f(x)
observe("gradients", tape.gradient(y, [x, loaded.w]))
loaded.w.assign(1.0)
observe("after assigning", loaded.f(x))
)"},
  };
}

std::vector<Check> failures() {
  return {
      {.id = "saved_model.load_missing_folder", .api = {"tf.saved_model.load"}, .source = R"(
import os

os.mkdir(scratch + "/empty")
attempt("no folder", lambda: tf.saved_model.load(scratch + "/nothing"))
attempt("empty folder", lambda: tf.saved_model.load(scratch + "/empty"))
attempt("number", lambda: tf.saved_model.load(3))
)"},
      {.id = "saved_model.load_damaged", .api = {"tf.saved_model.load"}, .source = R"(
import os

model = tf.Module()
model.v = tf.Variable(1.0)
tf.saved_model.save(model, scratch + "/model")
os.remove(scratch + "/model/variables/variables.index")
attempt("variables gone", lambda: tf.saved_model.load(scratch + "/model").v.numpy())
with open(scratch + "/model/saved_model.pb", "wb") as model_file:
    model_file.write(b"not a model")
attempt("not a proto", lambda: tf.saved_model.load(scratch + "/model"))
)"},
      {.id = "saved_model.load_tags", .api = {"tf.saved_model.load"}, .source = R"(
model = tf.Module()
model.v = tf.Variable(1.0)
tf.saved_model.save(model, scratch + "/model")
attempt("serve", lambda: tf.saved_model.load(scratch + "/model", tags="serve").v.numpy())
attempt("list", lambda: tf.saved_model.load(scratch + "/model", tags=["serve"]).v.numpy())
attempt("another tag", lambda: tf.saved_model.load(scratch + "/model", tags="train"))
attempt("no tags", lambda: tf.saved_model.load(scratch + "/model", tags=[]).v.numpy())
)"},
      {.id = "saved_model.contains_saved_model", .api = {"tf.saved_model.contains_saved_model"}, .source = R"(
import pathlib

tf.saved_model.save(tf.Module(), scratch + "/model")
attempt("model", lambda: tf.saved_model.contains_saved_model(scratch + "/model"))
attempt("scratch", lambda: tf.saved_model.contains_saved_model(scratch))
attempt("nothing", lambda: tf.saved_model.contains_saved_model(scratch + "/nothing"))
attempt("path object", lambda: tf.saved_model.contains_saved_model(pathlib.Path(scratch) / "model"))
)"},
      {.id = "saved_model.path_objects", .api = {"tf.saved_model.save", "tf.saved_model.load"}, .source = R"(
import pathlib

model = tf.Module()
model.v = tf.Variable(1.0)
attempt("save", lambda: tf.saved_model.save(model, pathlib.Path(scratch) / "model"))
attempt("load", lambda: tf.saved_model.load(pathlib.Path(scratch) / "model").v.numpy())
)"},
      {.id = "saved_model.load_options", .api = {"tf.saved_model.LoadOptions"}, .source = R"(
model = tf.Module()
model.v = tf.Variable(1.0)
tf.saved_model.save(model, scratch + "/model")
for option, value in [("allow_partial_checkpoint", True), ("experimental_io_device", "/job:localhost"),
                      ("experimental_skip_checkpoint", False), ("experimental_variable_policy", None),
                      ("experimental_load_function_aliases", False)]:
    attempt(option, lambda: tf.saved_model.load(scratch + "/model",
                                                options=tf.saved_model.LoadOptions(**{option: value})).v.numpy())
)"},
  };
}

}  // namespace

std::vector<Check> reload_checks() {
  return joined({calls(), calls_of_signatures(), failures()});
}

}  // namespace tfh::testsuites::saved_model
