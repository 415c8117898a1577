// What a tf.function is made of: ops, control flow, names, side effects, gradients, compilation.
#include "testsuites/joined.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

std::vector<Check> control_flow() {
  return {
      {.id = "tf_function.cond_ops", .api = {"tf.cond"}, .policy = Policy::not_covered, .source = R"(
@tf.function
def f(x):
    return tf.cond(x > 0, lambda: x + 1, lambda: x - 1)

concrete = f.get_concrete_function(tf.TensorSpec([], tf.int32))
observe("ops", [op.type for op in concrete.graph.get_operations()], kind="structure")
observe("results", [int(f(tf.constant(v))) for v in (1, -1)])
)"},
      {.id = "tf_function.cond_with_side_effects", .api = {"tf.cond"}, .source = R"(
v = tf.Variable(0)

@tf.function
def f(x):
    tf.cond(x > 0, lambda: v.assign_add(1), lambda: v.assign_add(10))
    return v + 0

observe("results", [int(f(tf.constant(x))) for x in (1, -1, 1)])
concrete = f.get_concrete_function(tf.TensorSpec([], tf.int32))
ops = [op.type for op in concrete.graph.get_operations()]
observe("conditional", [name for name in ops if "If" in name], kind="structure")
)"},
      {.id = "tf_function.while_ops", .api = {"tf.while_loop"}, .policy = Policy::not_covered, .source = R"(
@tf.function
def f(n):
    return tf.while_loop(lambda i, s: i < n, lambda i, s: (i + 1, s + i), [0, 0], maximum_iterations=50)

concrete = f.get_concrete_function(tf.TensorSpec([], tf.int32))
observe("ops", [op.type for op in concrete.graph.get_operations()], kind="structure")
observe("results", [int(part) for part in f(tf.constant(5))])
)"},
  };
}

std::vector<Check> branch_values() {
  return {
      {.id = "tf_function.cond_of_values", .api = {"tf.cond"}, .source = R"(
def up():
    return 1

def down():
    return -1

attempt("eager", lambda: tf.cond(tf.constant(True), up, down))
attempt("python bool", lambda: tf.cond(True, up, down))
attempt("python bool in a graph", lambda: tf.function(lambda: tf.cond(False, up, down))())
attempt("not scalar", lambda: tf.cond(tf.constant([True]), up, down))
attempt("not boolean", lambda: tf.cond(tf.constant(3), up, down))
attempt("not callable", lambda: tf.cond(tf.constant(True), 1, 2))
)"},
      {.id = "tf_function.case_and_switch_case", .api = {"tf.case", "tf.switch_case"}, .source = R"(
@tf.function
def switched(i):
    return tf.switch_case(i, [lambda: 10, lambda: 20], default=lambda: -1)

@tf.function
def chosen(x):
    return tf.case([(x < 0, lambda: -1), (x > 10, lambda: 10)], default=lambda: x)

observe("switched", [int(switched(tf.constant(i))) for i in (0, 1, 2, -1)])
observe("chosen", [int(chosen(tf.constant(x))) for x in (-5, 5, 50)])
)"},
  };
}

std::vector<Check> names() {
  return {
      {.id = "tf_function.name_scopes",
       .api = {"tf.name_scope", "tf.function"},
       .policy = Policy::not_covered,
       .source = R"(
@tf.function
def f(x):
    with tf.name_scope("outer"):
        y = tf.add(x, 1, name="sum")
        with tf.name_scope("inner"):
            y = tf.multiply(y, 2)
    with tf.name_scope("outer"):
        return tf.identity(y, name="result")

concrete = f.get_concrete_function(tf.TensorSpec([], tf.int32))
observe("names", [op.name for op in concrete.graph.get_operations()], kind="structure")
)"},
      {.id = "tf_function.argument_names", .api = {"tf.function"}, .policy = Policy::not_covered, .source = R"(
@tf.function
def f(Batch, placeholder, batch):
    return Batch + placeholder + batch

@tf.function
def g(x, *args, _hidden=None):
    return x + args[0] + _hidden

spec = tf.TensorSpec([], tf.float32)

def names_of(function, *specs, **keywords):
    concrete = function.get_concrete_function(*specs, **keywords)
    return [[t.name for t in concrete.inputs], [a.name for a in concrete.function_def.signature.input_arg]]

attempt("differing in case", lambda: names_of(f, spec, spec, spec))
attempt("varargs and underscore", lambda: names_of(g, spec, spec, _hidden=spec))
attempt("named specs", lambda: names_of(f, spec, tf.TensorSpec([], tf.float32, name="my input"), spec))
)"},
  };
}

std::vector<Check> placement() {
  return {
      {.id = "tf_function.device_scopes", .api = {"tf.device", "tf.function"}, .source = R"(
@tf.function
def f(x):
    with tf.device("/CPU:0"):
        y = x + 1
    return y, y * 2

concrete = f.get_concrete_function(tf.TensorSpec([], tf.int32))
observe("devices", [[op.type, op.device] for op in concrete.graph.get_operations()], kind="structure")

@tf.function
def nowhere(x):
    with tf.device("/GPU:99"):
        return x + 1

attempt("no such device", lambda: nowhere(tf.constant(1)))
)"},
      {.id = "tf_function.function_library", .api = {"tf.function"}, .policy = Policy::not_covered, .source = R"(
@tf.function
def inner(x):
    return x + 1

@tf.function
def outer(x):
    return inner(x) * inner(x)

concrete = outer.get_concrete_function(tf.TensorSpec([], tf.int32))
definition = concrete.graph.as_graph_def()
observe("ops", [node.op for node in definition.node], kind="structure")
observe("library size", len(definition.library.function), kind="structure")
)"},
  };
}

std::vector<Check> side_effects() {
  return {
      {.id = "tf_function.side_effects", .api = {"tf.py_function", "tf.numpy_function"}, .source = R"(
calls = []

@tf.function
def f(x):
    calls.append("traced")
    y = tf.py_function(lambda t: calls.append(int(t)) or t * 2, [x], tf.int32)
    z = tf.numpy_function(lambda a: a + np.int32(1), [x], tf.int32)
    return y, z

results = [f(tf.constant(v)) for v in (1, 2)]
observe("results", [[int(part) for part in result] for result in results])
observe("calls", calls)
observe("static shapes", [str(t.shape) for t in f.get_concrete_function(tf.constant(1)).outputs], kind="structure")
)"},
      {.id = "tf_function.py_function_errors", .api = {"tf.py_function"}, .source = R"(
def refuse(x):
    raise KeyError("gone")

@tf.function
def wrong_dtype(x):
    return tf.py_function(lambda t: "text", [x], tf.int32)

@tf.function
def raising(x):
    return tf.py_function(refuse, [x], tf.int32)

attempt("raises", lambda: raising(tf.constant(1)))
attempt("wrong dtype", lambda: wrong_dtype(tf.constant(1)))
attempt("eager", lambda: tf.py_function(refuse, [1], tf.int32))
)"},
      {.id = "tf_function.unused_side_effects_run", .api = {"tf.function"}, .source = R"(
v = tf.Variable(0)

@tf.function
def f(x):
    v.assign_add(1)
    tf.debugging.assert_less(x, 10)
    unused = tf.gather([1, 2], x)
    return tf.constant(0)

attempt("in range", lambda: f(tf.constant(1)))
attempt("unused gather out of range", lambda: f(tf.constant(5)))
attempt("assertion fails", lambda: f(tf.constant(50)))
observe("calls", int(v))
)"},
  };
}

std::vector<Check> gradients() {
  return {
      {.id = "tf_function.gradient_through_function", .api = {"tf.function", "tf.GradientTape"}, .source = R"(
@tf.function
def f(x):
    if x > 0:
        for _ in tf.range(2):
            x = x * x
    return x

def slope(value):
    x = tf.constant(value)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = f(x)
    return tape.gradient(y, x)

observe("loop", slope(2.0))
observe("branch", slope(-2.0))
)"},
      {.id = "tf_function.gradient_inside_function", .api = {"tf.function", "tf.GradientTape"}, .source = R"(
v = tf.Variable([1.0, 2.0])

@tf.function
def f():
    with tf.GradientTape(persistent=True) as tape:
        y = tf.reduce_sum(v * v)
        z = y * y
    return tape.gradient(z, v), tape.jacobian(v * v, v), tape.gradient(z, y)

attempt("gradients", f)
)"},
  };
}

std::vector<Check> gradients_of_gradients() {
  return {
      {.id = "tf_function.second_order_gradient", .api = {"tf.function", "tf.GradientTape"}, .source = R"(
@tf.function
def f(x):
    return tf.reduce_sum(x ** 3)

x = tf.constant([1.0, 2.0])
with tf.GradientTape() as outer:
    outer.watch(x)
    with tf.GradientTape() as inner:
        inner.watch(x)
        y = f(x)
    first = inner.gradient(y, x)
observe("first", first)
observe("second", outer.gradient(first, x))
)"},
      {.id = "tf_function.custom_gradient", .api = {"tf.custom_gradient", "tf.function"}, .source = R"(
@tf.custom_gradient
def clipped(x):
    def grad(upstream):
        return tf.clip_by_value(upstream, -1.0, 1.0)
    return x * 10.0, grad

@tf.function
def f(x):
    return clipped(x) * 5.0

x = tf.constant(1.0)
with tf.GradientTape() as tape:
    tape.watch(x)
    y = f(x)
observe("value", y)
observe("gradient", tape.gradient(y, x))
)"},
  };
}

std::vector<Check> compilation() {
  return {
      {.id = "tf_function.jit_compile", .api = {"tf.function"}, .source = R"(
def f(x, y):
    return x * 2 + y

attempt("jit_compile", lambda: tf.function(f, jit_compile=True)(tf.constant([1.0, 2.0]), 1.0))
)"},
      {.id = "tf_function.jit_compile_where", .api = {"tf.function", "tf.where"}, .source = R"(
def f(x):
    return tf.where(x)

attempt("dynamic shape", lambda: tf.function(f, jit_compile=True)(tf.constant([False, False, True])))
)"},
      {.id = "tf_function.jit_compile_limits", .api = {"tf.function"}, .source = R"(
def strings(x):
    return tf.strings.join([x, "!"])

def unique(x):
    return tf.unique(x)

attempt("strings", lambda: tf.function(strings, jit_compile=True)(tf.constant("a")))
attempt("unique", lambda: tf.function(unique, jit_compile=True)(tf.constant([1, 2, 1])))
)"},
      {.id = "tf_function.compiler_ir", .api = {"tf.function"}, .policy = Policy::not_covered, .source = R"(
def f(x):
    return x + 1.0

def stage():
    text = tf.function(f, jit_compile=True).experimental_get_compiler_ir(tf.constant([1.0, 2.0]))(stage="hlo")
    return [line.split("=")[1].split("(")[0].strip() for line in text.splitlines() if "=" in line and "%" in line]

attempt("hlo", stage, kind="structure")
)"},
  };
}

}  // namespace

std::vector<Check> graph_checks() {
  return joined({control_flow(), branch_values(), names(), placement(), side_effects(), gradients(),
                 gradients_of_gradients(), compilation()});
}

}  // namespace tfh::testsuites::tf_function
