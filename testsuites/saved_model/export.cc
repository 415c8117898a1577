// What tf.saved_model.save takes and what it refuses.
#include "testsuites/joined.h"
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {
namespace {

std::vector<Check> bare_functions() {
  return {
      {.id = "saved_model.bare_function_untraced", .api = {"tf.saved_model.save", "tf.function"}, .source = R"(
@tf.function
def f(x):
    return x + 1

attempt("save", lambda: tf.saved_model.save(f, scratch + "/model"))
)"},
      {.id = "saved_model.bare_function_traced", .api = {"tf.saved_model.save", "tf.function"}, .source = R"(
@tf.function
def f(x):
    return x + 1

f(tf.constant(1.0))

def saved_and_loaded():
    tf.saved_model.save(f, scratch + "/model")
    return sorted(tf.saved_model.load(scratch + "/model").signatures)

attempt("save", saved_and_loaded)
)"},
      {.id = "saved_model.bare_function_with_signature", .api = {"tf.saved_model.save", "tf.function"}, .source = R"(
@tf.function(input_signature=[tf.TensorSpec([], tf.float32)])
def f(x):
    return x + 1

attempt("save", lambda: tf.saved_model.save(f, scratch + "/model"))
)"},
      {.id = "saved_model.not_trackable", .api = {"tf.saved_model.save"}, .source = R"(
attempt("number", lambda: tf.saved_model.save(3, scratch + "/number"))
attempt("list", lambda: tf.saved_model.save([tf.Variable(1.0)], scratch + "/list"))
attempt("variable", lambda: tf.saved_model.save(tf.Variable(1.0), scratch + "/variable"))
attempt("module class", lambda: tf.saved_model.save(tf.Module, scratch + "/class"))
)"},
  };
}

std::vector<Check> signatures() {
  return {
      {.id = "saved_model.default_signature", .api = {"tf.saved_model.save"}, .source = R"(
class Doubling(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32, name="values")])
    def __call__(self, x):
        return {"doubled": x * 2, "sum": tf.reduce_sum(x)}

model = Doubling()
tf.saved_model.save(model, scratch + "/model", signatures=model.__call__)
loaded = tf.saved_model.load(scratch + "/model")
observe("signatures", sorted(loaded.signatures), kind="structure")
signature = loaded.signatures["serving_default"]
observe("inputs", repr(signature.structured_input_signature), kind="text")
observe("outputs", {key: [t.dtype.name, t.shape.as_list()] for key, t in signature.structured_outputs.items()},
        kind="structure")
observe("result", signature(tf.constant([1.0, 2.0])))
attempt("by name", lambda: signature(values=tf.constant([1.0])))
)"},
      {.id = "saved_model.several_signatures", .api = {"tf.saved_model.save"}, .source = R"(
class Model(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
    def up(self, x):
        return x + 1

    @tf.function
    def down(self, x):
        return x - 1

model = Model()
chosen = {"up": model.up, "down": model.down.get_concrete_function(tf.TensorSpec([], tf.int32))}
tf.saved_model.save(model, scratch + "/model", signatures=chosen)
loaded = tf.saved_model.load(scratch + "/model")
observe("signatures", sorted(loaded.signatures), kind="structure")
observe("results", {name: loaded.signatures[name](tf.constant(5)) for name in chosen})
observe("output names", {name: sorted(f.structured_outputs) for name, f in loaded.signatures.items()}, kind="structure")
)"},
  };
}

std::vector<Check> absent_signatures() {
  return {
      {.id = "saved_model.without_signatures", .api = {"tf.saved_model.save"}, .source = R"(
class Model(tf.Module):
    @tf.function
    def f(self, x):
        return x * 2

model = Model()
tf.saved_model.save(model, scratch + "/untraced")
observe("untraced", sorted(tf.saved_model.load(scratch + "/untraced").signatures), kind="structure")
attempt("call untraced", lambda: tf.saved_model.load(scratch + "/untraced").f(tf.constant(1.0)))
model.f(tf.constant(1.0))
tf.saved_model.save(model, scratch + "/traced")
attempt("call traced", lambda: tf.saved_model.load(scratch + "/traced").f(tf.constant(2.0)))
)"},
      {.id = "saved_model.refused_signatures", .api = {"tf.saved_model.save"}, .source = R"(
class Model(tf.Module):
    @tf.function
    def untraced(self, x):
        return x

    @tf.function(input_signature=[tf.TensorSpec([], tf.float32)])
    def nested(self, x):
        return {"a": {"b": x}}

    @tf.function(input_signature=[tf.TensorSpec([], tf.float32)])
    def constant(self, x):
        return 3

model = Model()
for name in ("untraced", "nested", "constant"):
    attempt(name, lambda: tf.saved_model.save(model, scratch + "/" + name, signatures=getattr(model, name)))
attempt("plain function", lambda: tf.saved_model.save(model, scratch + "/plain", signatures=lambda x: x))
attempt("key not text", lambda: tf.saved_model.save(model, scratch + "/key", signatures={1: model.constant}))
)"},
  };
}

std::vector<Check> modules() {
  return {
      {.id = "saved_model.module_with_variables", .api = {"tf.saved_model.save", "tf.Module"}, .source = R"(
class Linear(tf.Module):
    def __init__(self):
        super().__init__(name="linear")
        self.w = tf.Variable([[1.0], [2.0]], name="w")
        self.b = tf.Variable([0.5], trainable=False)
        self.parts = [tf.Variable(1), {"deep": tf.Variable(2)}]

    @tf.function(input_signature=[tf.TensorSpec([None, 2], tf.float32)])
    def __call__(self, x):
        return tf.matmul(x, self.w) + self.b

tf.saved_model.save(Linear(), scratch + "/model")
loaded = tf.saved_model.load(scratch + "/model")
observe("result", loaded(tf.constant([[1.0, 1.0]])))
observe("values", [v.numpy() for v in (loaded.w, loaded.b, loaded.parts[0], loaded.parts[1]["deep"])])
observe("trainable", [loaded.w.trainable, loaded.b.trainable])
observe("names", [loaded.w.name, loaded.b.name], kind="structure")
observe("type", type(loaded).__name__, kind="structure")
)"},
      {.id = "saved_model.untracked_variable", .api = {"tf.saved_model.save"}, .alone = true, .source = R"(
v = tf.Variable(1.0)

class Model(tf.Module):
    @tf.function(input_signature=[])
    def f(self):
        return v + 1.0

attempt("captures a variable of others", lambda: tf.saved_model.save(Model(), scratch + "/model"))
)"},
      {.id = "saved_model.attributes_that_are_not_kept", .api = {"tf.saved_model.load"}, .source = R"(
class Model(tf.Module):
    def __init__(self):
        super().__init__()
        self.number = 3
        self.text = "text"
        self.names = ["a", "b"]
        self.constant = tf.constant(1)
        self.table = {"k": 1}

tf.saved_model.save(Model(), scratch + "/model")
loaded = tf.saved_model.load(scratch + "/model")
observe("kept", {name: hasattr(loaded, name) for name in ("number", "text", "names", "constant", "table")},
        kind="structure")
)"},
  };
}

std::vector<Check> options() {
  return {
      {.id = "saved_model.save_options", .api = {"tf.saved_model.SaveOptions"}, .source = R"(
model = tf.Module()
model.v = tf.Variable(1.0)
for option, value in [("namespace_whitelist", ["Custom"]), ("save_debug_info", True), ("function_aliases", {}),
                      ("experimental_io_device", "/job:localhost"), ("experimental_variable_policy", None),
                      ("experimental_custom_gradients", True), ("experimental_image_format", False),
                      ("experimental_skip_saver", True)]:
    attempt(option, lambda: tf.saved_model.save(model, scratch + "/" + option,
                                                options=tf.saved_model.SaveOptions(**{option: value})))
)"},
      {.id = "saved_model.save_debug_info", .api = {"tf.saved_model.SaveOptions"}, .source = R"(
import os

model = tf.Module()
model.f = tf.function(lambda x: x + 1, input_signature=[tf.TensorSpec([], tf.int32)])
options = tf.saved_model.SaveOptions(save_debug_info=True)
tf.saved_model.save(model, scratch + "/model", options=options)
observe("files", sorted(os.listdir(scratch + "/model")), kind="structure")
observe("debug", sorted(os.listdir(scratch + "/model/debug")), kind="structure")
)"},
      {.id = "saved_model.variable_policy",
       .api = {"tf.saved_model.experimental.VariablePolicy", "tf.saved_model.SaveOptions"},
       .source = R"(
attempt("policies", lambda: sorted(policy.name for policy in tf.saved_model.experimental.VariablePolicy))
attempt("from text", lambda: str(tf.saved_model.SaveOptions(experimental_variable_policy="save_variable_devices")
                                 .experimental_variable_policy))
)"},
      {.id = "saved_model.save_over_an_existing_model", .api = {"tf.saved_model.save"}, .source = R"(
model = tf.Module()
model.v = tf.Variable(1.0)
tf.saved_model.save(model, scratch + "/model")
model.v.assign(2.0)
attempt("again", lambda: tf.saved_model.save(model, scratch + "/model"))
observe("value", tf.saved_model.load(scratch + "/model").v.numpy())
open(scratch + "/file", "w").close()
attempt("where a file is", lambda: tf.saved_model.save(model, scratch + "/file"))
)"},
  };
}

}  // namespace

std::vector<Check> export_checks() {
  return joined({bare_functions(), signatures(), absent_signatures(), modules(), options()});
}

}  // namespace tfh::testsuites::saved_model
