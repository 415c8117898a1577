// What goes wrong in a tf.function: while tracing, while running, with variables and with tensors that escape.
#include "testsuites/joined.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

std::vector<Check> raised() {
  return {
      {.id = "tf_function.error_while_tracing", .api = {"tf.function"}, .source = R"(
class Refused(Exception):
    def __init__(self, code, reason):
        super().__init__(code, reason)
        self.code = code

@tf.function
def refuse(x):
    raise Refused(3, "no")

@tf.function
def wrong_shapes(x):
    return tf.matmul(x, x)

@tf.function
def wrong_key(x):
    return {"a": x}["b"]

attempt("own exception", lambda: refuse(tf.constant(1)))
attempt("static shapes", lambda: wrong_shapes(tf.ones([2, 3])))
attempt("KeyError", lambda: wrong_key(tf.constant(1)))
)"},
      {.id = "tf_function.error_while_running", .api = {"tf.function", "tf.debugging.assert_positive"}, .source = R"(
@tf.function(input_signature=[tf.TensorSpec(None, tf.int32)])
def checked(x):
    tf.debugging.assert_positive(x)
    return x

@tf.function(input_signature=[tf.TensorSpec([], tf.string)])
def parsed(text):
    return tf.strings.to_number(text)

@tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
def divided(x):
    return 1 // x

attempt("assertion", lambda: checked(tf.constant([1, -1])))
attempt("number", lambda: parsed(tf.constant("abc")))
attempt("division by zero", lambda: divided(tf.constant(0)))
)"},
  };
}

std::vector<Check> recovery() {
  return {
      {.id = "tf_function.error_recovery", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(x):
    traces.append(1)
    if len(traces) == 1:
        raise ValueError("first time only")
    return x + 1

attempt("first", lambda: f(tf.constant(1)))
attempt("second", lambda: f(tf.constant(1)))
observe("traces", len(traces), kind="structure")
)"},
      {.id = "tf_function.returns_unsupported", .api = {"tf.function"}, .source = R"(
@tf.function
def returns_object(x):
    return object

@tf.function
def returns_set(x):
    return {1, 2}

attempt("class", lambda: type(returns_object(tf.constant(1))).__name__)
attempt("set", lambda: type(returns_set(tf.constant(1))).__name__)
)"},
  };
}

std::vector<Check> variables() {
  return {
      {.id = "tf_function.variable_created_at_every_call", .api = {"tf.function", "tf.Variable"}, .source = R"(
@tf.function
def f(x):
    v = tf.Variable(1.0)
    return v + x

attempt("first", lambda: f(tf.constant(1.0)))
attempt("second", lambda: f(tf.constant(1.0)))
)"},
      {.id = "tf_function.variable_created_at_later_call", .api = {"tf.function", "tf.Variable"}, .source = R"(
held = {}

@tf.function
def f(name):
    if name not in held:
        held[name] = tf.Variable(1.0)
    return held[name] + 1.0

attempt("first", lambda: f("a"))
attempt("again", lambda: f("a"))
attempt("another variable", lambda: f("b"))
)"},
      {.id = "tf_function.variable_from_tensor", .api = {"tf.function", "tf.Variable"}, .source = R"(
held = []

@tf.function
def f(x):
    if not held:
        held.append(tf.Variable(x * 2))
    return held[0] + x

attempt("first", lambda: f(tf.constant(3.0)))
attempt("second", lambda: f(tf.constant(4.0)))
attempt("value", lambda: held[0].numpy())
)"},
  };
}

std::vector<Check> variable_lifetimes() {
  return {
      {.id = "tf_function.variable_assignment_order", .api = {"tf.function", "tf.Variable.assign"}, .source = R"(
v = tf.Variable(1)

@tf.function
def f():
    before = v.read_value()
    v.assign_add(10)
    middle = v + 0
    v.assign(v * 2)
    return before, middle, v

observe("results", [[int(part) for part in f()] for _ in range(2)])
observe("variable", int(v))
)"},
      {.id = "tf_function.deleted_variable", .api = {"tf.function", "tf.Variable"}, .source = R"(
def make():
    v = tf.Variable(2.0)

    @tf.function
    def f(x):
        return v * x

    return f.get_concrete_function(tf.TensorSpec([], tf.float32))

attempt("variable out of scope", lambda: make()(tf.constant(1.0)))
)"},
  };
}

std::vector<Check> leaked() {
  return {
      {.id = "tf_function.leaked_tensor_used_eagerly",
       .api = {"tf.function"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
kept = []

@tf.function
def f(x):
    kept.append(x + 1)
    return x

f(tf.constant(1))
attempt("added to", lambda: kept[0] + 1)
)"},
      {.id = "tf_function.leaked_tensor_of_a_dropped_function",
       .api = {"tf.function"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
kept = []

def trace_and_drop():
    @tf.function
    def f(x):
        kept.append(x + 1)
        return x
    f(tf.constant(1))

trace_and_drop()
attempt("added to", lambda: kept[0] + 1)
)"},
      {.id = "tf_function.leaked_tensor_as_number",
       .api = {"tf.function"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
kept = []

@tf.function
def f(x):
    kept.append(x + 1)
    return x

f(tf.constant(1))
attempt("numpy", lambda: kept[0].numpy())
attempt("int", lambda: int(kept[0]))
attempt("bool", lambda: bool(kept[0]))
attempt("repr", lambda: repr(kept[0]), kind="text")
)"},
  };
}

std::vector<Check> leaked_elsewhere() {
  return {
      {.id = "tf_function.leaked_tensor_in_another_function",
       .api = {"tf.function"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
kept = []

@tf.function
def f(x):
    kept.append(x + 1)
    return x

@tf.function
def g(x):
    return x + kept[0]

f(tf.constant(1))
attempt("captured", lambda: g(tf.constant(1)))
)"},
      {.id = "tf_function.leaked_tensor_of_a_dropped_function_in_another",
       .api = {"tf.function"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
kept = []

def trace_and_drop():
    @tf.function
    def f(x):
        kept.append(x + 1)
        return x
    f(tf.constant(1))

@tf.function
def g(x):
    return x + kept[0]

trace_and_drop()
attempt("captured", lambda: g(tf.constant(1)))
)"},
      {.id = "tf_function.leaked_python_list", .api = {"tf.function"}, .source = R"(
kept = []

@tf.function
def f(x):
    kept.append(x)
    return x

for value in (1, 2):
    f(tf.constant(value))
observe("length", len(kept), kind="structure")
observe("eager", [hasattr(x, "numpy") and tf.executing_eagerly() for x in kept], kind="structure")
)"},
  };
}

}  // namespace

std::vector<Check> failure_checks() {
  return joined({raised(), recovery(), variables(), variable_lifetimes(), leaked(), leaked_elsewhere()});
}

}  // namespace tfh::testsuites::tf_function
