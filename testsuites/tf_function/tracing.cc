// How often a tf.function is traced, and with what: the contract is in the guide "Better performance with tf.function".
#include "testsuites/joined.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

std::vector<Check> retracing_by_value() {
  return {
      {.id = "tf_function.retrace_python_scalar", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(x):
    traces.append(repr(x))
    return tf.constant(x) + 1

observe("results", [int(f(v)) for v in (1, 2, 1, 3)])
observe("traces", traces, kind="structure")
)"},
      {.id = "tf_function.retrace_bool_and_int", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(x):
    traces.append(type(x).__name__)
    return tf.constant(1)

for value in (1, True, 1.0, "1", None, (1,), [1]):
    f(value)
observe("traces", traces, kind="structure")
)"},
      {.id = "tf_function.retrace_numpy_argument", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(x):
    traces.append(type(x).__name__ if not tf.is_tensor(x) else [x.dtype.name, x.shape.as_list()])
    return x

for value in (np.float32(1), np.float32(2), np.arange(2), np.arange(3), np.arange(2) + 1, np.array("a")):
    f(value)
observe("traces", traces, kind="structure")
)"},
      {.id = "tf_function.retrace_variable_of_same_shape", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(v):
    traces.append(1)
    return v + 1.0

first, second = tf.Variable(1.0), tf.Variable(2.0)
observe("results", [float(f(first)), float(f(second)), float(f(first))])
observe("trace count", len(traces), kind="structure")
)"},
  };
}

std::vector<Check> retracing_by_shape() {
  return {
      {.id = "tf_function.retrace_shape", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(x):
    traces.append(x.shape.as_list())
    return tf.reduce_sum(x)

observe("results", [float(f(tf.ones(n))) for n in (1, 2, 3, 2)])
observe("traces", traces, kind="structure")
)"},
      {.id = "tf_function.retrace_dtype_and_rank", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(x):
    traces.append([x.dtype.name, x.shape.rank])
    return x

for value in (tf.constant(1), tf.constant(1.0), tf.constant([1]), tf.constant(2), tf.constant([[1]])):
    f(value)
observe("traces", traces, kind="structure")
)"},
      {.id = "tf_function.relax_shapes", .api = {"tf.function"}, .policy = Policy::not_covered, .source = R"(
traces = []

def f(x):
    traces.append(str(x.shape))
    return x

relaxed = tf.function(f, experimental_relax_shapes=True)
for n in (1, 2, 3, 4):
    relaxed(tf.ones(n))
observe("traces", traces, kind="structure")
)"},
      {.id = "tf_function.reduce_retracing", .api = {"tf.function"}, .source = R"(
traces = []

def f(x):
    traces.append(str(x.shape))
    return x

def trace():
    reduced = tf.function(f, reduce_retracing=True)
    for n in (1, 2, 3):
        reduced(tf.ones(n))
    return traces

attempt("traces", trace, kind="structure")
)"},
  };
}

std::vector<Check> tracing_on_request() {
  return {
      {.id = "tf_function.trace_count", .api = {"tf.function"}, .source = R"(
@tf.function
def f(x):
    return x

def count():
    return f.experimental_get_tracing_count()

attempt("before", count)
f(tf.constant(1))
f(tf.constant(2))
f(tf.constant(1.0))
attempt("after", count)
)"},
      {.id = "tf_function.concrete_function_is_reused",
       .api = {"tf.function", "tf.types.experimental.GenericFunction.get_concrete_function"},
       .source = R"(
traces = []

@tf.function
def f(x):
    traces.append(str(x.shape))
    return x

first = f.get_concrete_function(tf.TensorSpec([None], tf.float32))
again = f.get_concrete_function(tf.TensorSpec([None], tf.float32))
other = f.get_concrete_function(tf.TensorSpec([2], tf.float32))
observe("same", [first is again, first is other], kind="structure")
f(tf.ones(2))
f(tf.ones(3))
observe("traces", traces, kind="structure")
)"},
  };
}

std::vector<Check> tracing_with_state() {
  return {
      {.id = "tf_function.variable_creation_traces_twice", .api = {"tf.function"}, .source = R"(
traces = []
held = []

@tf.function
def f(x):
    traces.append("traced")
    if not held:
        held.append(tf.Variable(2.0))
    return held[0] * x

observe("results", [float(f(tf.constant(3.0))), float(f(tf.constant(4.0)))])
observe("trace count", len(traces), kind="structure")
)"},
      {.id = "tf_function.run_functions_eagerly",
       .api = {"tf.config.run_functions_eagerly", "tf.function"},
       .alone = true,
       .source = R"(
kinds = []

@tf.function
def f(x):
    kinds.append(tf.executing_eagerly())
    return x + 1

f(tf.constant(1))
tf.config.run_functions_eagerly(True)
observe("switched", tf.config.functions_run_eagerly())
f(tf.constant(1))
f(tf.constant(1))
tf.config.run_functions_eagerly(False)
f(tf.constant(1))
observe("executed eagerly", kinds)
)"},
  };
}

}  // namespace

std::vector<Check> tracing_checks() {
  return joined({retracing_by_value(), retracing_by_shape(), tracing_on_request(), tracing_with_state()});
}

}  // namespace tfh::testsuites::tf_function
