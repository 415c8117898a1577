// Control flow: what is known while tracing, names and derivatives of branches and loops, datasets handed through.
#include "testsuites/joined.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

std::vector<Check> traced() {
  return {
      {.id = "tf_function.assert_of_known_values",
       .api = {"tf.debugging.assert_equal", "tf.function"},
       .policy = Policy::not_covered,
       .source = R"(
def ops(function):
    return [op.type for op in tf.function(function).get_concrete_function().graph.get_operations()]

attempt("equal", lambda: ops(lambda: tf.debugging.assert_equal(1, 1) and None), kind="structure")
attempt("less", lambda: ops(lambda: tf.debugging.assert_less(1, 2) and None), kind="structure")
attempt("rank", lambda: ops(lambda: tf.debugging.assert_rank([1], 1) and None), kind="structure")
attempt("positive", lambda: ops(lambda: tf.debugging.assert_positive([1]) and None), kind="structure")
)"},
      {.id = "tf_function.names_in_branches",
       .api = {"tf.cond", "tf.while_loop", "tf.switch_case"},
       .policy = Policy::not_covered,
       .source = R"(
def names(function, *specs):
    def scoped(*arguments):
        with tf.name_scope("outer"):
            return function(*arguments)

    graph = tf.function(scoped).get_concrete_function(*specs).graph.as_graph_def()
    return sorted(node.name for one in graph.library.function for node in one.node_def)

number = tf.TensorSpec([], tf.int32)
attempt("cond", lambda: names(lambda x: tf.cond(
    x, lambda: tf.constant(1, name="one"), lambda: tf.constant(2, name="two")), tf.TensorSpec([], tf.bool)),
        kind="structure")
attempt("while_loop", lambda: names(lambda n: tf.while_loop(
    lambda i: i < n, lambda i: [tf.add(i, 1, name="next")], [0]), number), kind="structure")
attempt("switch_case", lambda: names(lambda i: tf.switch_case(
    i, [lambda: tf.constant(1, name="one"), lambda: tf.constant(2, name="two")]), number), kind="structure")
)"},
      {.id = "tf_function.relax_shapes_of_ragged",
       .api = {"tf.function", "tf.RaggedTensor"},
       .policy = Policy::not_covered,
       .source = R"(
traces = []

def f(x):
    traces.append(1)
    return tf.reduce_sum(x.values)

relaxed = tf.function(f, experimental_relax_shapes=True)
for n in (1, 2, 3, 4):
    relaxed(tf.ragged.constant([[1] * n] * n))
observe("traces", len(traces), kind="structure")
)"},
  };
}

std::vector<Check> derivatives() {
  return {
      {.id = "tf_function.second_derivative_of_control_flow",
       .api = {"tf.cond", "tf.while_loop", "tf.foldl", "tf.GradientTape"},
       .source = R"(
def derivatives(function, x):
    @tf.function
    def both(x):
        with tf.GradientTape() as outer:
            outer.watch(x)
            with tf.GradientTape() as inner:
                inner.watch(x)
                y = function(x)
            first = inner.gradient(y, x)
        return first, outer.gradient(first, x)

    return both(x)

two = tf.constant(2.0)
attempt("cond", lambda: derivatives(lambda x: tf.cond(x > 0, lambda: x * x * x, lambda: x), two))
attempt("while_loop", lambda: derivatives(lambda x: tf.while_loop(
    lambda i, y: i < 3, lambda i, y: (i + 1, y * x), (0, tf.constant(1.0)))[1], two))
attempt("foldl", lambda: derivatives(lambda x: tf.foldl(lambda s, e: s * e, x), tf.constant([2.0, 3.0])))
attempt("scan", lambda: derivatives(lambda x: tf.scan(lambda s, e: s * e, x)[-1], tf.constant([2.0, 3.0])))
attempt("switch_case", lambda: derivatives(lambda x: tf.switch_case(
    tf.constant(1), [lambda: x, lambda: x * x * x]), two))
)"},
      {.id = "tf_function.gradient_of_a_lookup_in_cond",
       .api = {"tf.cond", "tf.lookup.StaticHashTable", "tf.GradientTape"},
       .source = R"(
table = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(["a"], [2.0]), -1.0)

@tf.function
def gradient(x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = tf.cond(x > 0, lambda: x * table.lookup(tf.constant("a")), lambda: x)
    return tape.gradient(y, x)

attempt("gradient", lambda: gradient(tf.constant(3.0)))
)"},
  };
}

std::vector<Check> loops() {
  return {
      {.id = "tf_function.autograph_closure_of_loop_variable", .api = {"tf.function", "tf.autograph"}, .source = R"(
def f(n):
    total = tf.constant(0)
    step = tf.constant(1)

    def doubled():
        return step * 2

    for _ in tf.range(n):
        total += doubled()
        step += 1
    return total

attempt("total", lambda: tf.function(f)(tf.constant(3)))
)"},
      {.id = "tf_function.autograph_for_over_ragged", .api = {"tf.function", "tf.RaggedTensor"}, .source = R"(
def f(rows):
    total = 0
    for row in rows:
        total += tf.reduce_sum(row)
    return total

attempt("total", lambda: tf.function(f)(tf.ragged.constant([[1, 2], [], [3]])))
)"},
      // Some releases wait for each other's lock, for ever.
      {.id = "tf_function.mutual_recursion", .api = {"tf.function"}, .alone = true, .source = R"(
import threading

@tf.function
def even(n):
    return 1 if n == 0 else odd(n - 1)

@tf.function
def odd(n):
    return 0 if n == 0 else even(n - 1)

def ended(function):
    results = []
    thread = threading.Thread(target=lambda: results.append(int(function(3))), daemon=True)
    thread.start()
    thread.join(15)
    return results or "waits"

attempt("three deep", lambda: ended(even))
)"},
  };
}

std::vector<Check> captured() {
  return {
      {.id = "tf_function.options_of_a_dataset", .api = {"tf.data.Dataset.options", "tf.function"}, .source = R"(
options = tf.data.Options()
options.experimental_slack = True
dataset = tf.data.Dataset.range(2).with_options(options)
attempt("handed through", lambda: tf.function(lambda d: d)(dataset).options().experimental_slack)
attempt("of a later step", lambda: tf.function(lambda d: d.map(lambda x: x))(dataset).options().experimental_slack)
)"},
      {.id = "tf_function.local_variable", .api = {"tf.Variable", "tf.function"}, .source = R"(
@tf.function
def f():
    v = tf.Variable(2.0, experimental_enable_variable_lifting=False)
    v.assign_add(1.0)
    return v * 2

attempt("calls", lambda: [f(), f()])
)"},
  };
}

}  // namespace

std::vector<Check> control_flow_checks() {
  return joined({traced(), derivatives(), loops(), captured()});
}

}  // namespace tfh::testsuites::tf_function
