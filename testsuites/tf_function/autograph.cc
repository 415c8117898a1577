// AutoGraph: Python control flow on tensors, its limits and its errors.
#include "testsuites/joined.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

std::vector<Check> branches() {
  return {
      {.id = "tf_function.autograph_if", .api = {"tf.function", "tf.autograph"}, .source = R"(
@tf.function
def f(x):
    if x > 0:
        y = x * 2
    elif x == 0:
        y = tf.constant(100)
    else:
        y = -x
    return y

observe("results", [int(f(tf.constant(v))) for v in (3, 0, -4)])
)"},
      {.id = "tf_function.autograph_early_return", .api = {"tf.function", "tf.autograph"}, .source = R"(
@tf.function
def f(x):
    if x > 10:
        return x - 10
    x += 1
    if x > 5:
        return x * 10
    return x

observe("results", [int(f(tf.constant(v))) for v in (1, 5, 11)])
)"},
      {.id = "tf_function.autograph_if_without_else", .api = {"tf.function", "tf.autograph"}, .source = R"(
@tf.function
def undefined(x):
    if x > 0:
        y = x
    return y

@tf.function
def half_returned(x):
    if x > 0:
        return x

attempt("undefined in one branch", lambda: undefined(tf.constant(1)))
attempt("returned in one branch", lambda: half_returned(tf.constant(1)))
)"},
  };
}

std::vector<Check> branch_results() {
  return {
      {.id = "tf_function.autograph_branches_disagree", .api = {"tf.function", "tf.cond"}, .source = R"(
@tf.function
def dtypes(x):
    if x > 0:
        y = 1
    else:
        y = 1.0
    return y

@tf.function
def shapes(x):
    if x > 0:
        y = tf.ones([2])
    else:
        y = tf.ones([3])
    return y

@tf.function
def structures(x):
    if x > 0:
        y = (x, x)
    else:
        y = x
    return y

attempt("dtypes", lambda: dtypes(tf.constant(1)))
attempt("shapes", lambda: shapes(tf.constant(1)))
attempt("structures", lambda: structures(tf.constant(1)))
)"},
      {.id = "tf_function.autograph_boolean_operators", .api = {"tf.function", "tf.autograph"}, .source = R"(
@tf.function
def f(x, y):
    if x > 0 and not y > 0:
        return 1
    if x > 0 or y > 0:
        return 2
    return 3 if x == y else 4

pairs = [(1, 0), (1, 1), (0, 1), (0, 0), (0, -1)]
observe("results", [int(f(tf.constant(x), tf.constant(y))) for x, y in pairs])
)"},
  };
}

std::vector<Check> loops() {
  return {
      {.id = "tf_function.autograph_while", .api = {"tf.function", "tf.while_loop"}, .source = R"(
@tf.function
def collatz(n):
    steps = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps

observe("results", [int(collatz(tf.constant(n))) for n in (1, 6, 27)])
)"},
      {.id = "tf_function.autograph_for_break_continue", .api = {"tf.function", "tf.autograph"}, .source = R"(
@tf.function
def f(limit):
    total = 0
    for i in tf.range(100):
        if i % 2 == 0:
            continue
        if i > limit:
            break
        total += i
    return total, i

observe("results", [[int(part) for part in f(tf.constant(limit))] for limit in (0, 5, 1000)])
)"},
      {.id = "tf_function.autograph_for_over_tensor", .api = {"tf.function", "tf.autograph"}, .source = R"(
@tf.function
def rows(x):
    total = tf.zeros([2])
    for row in x:
        total += row
    return total

attempt("rows", lambda: rows(tf.constant([[1.0, 2.0], [3.0, 4.0]])))
attempt("no rows", lambda: rows(tf.zeros([0, 2])))
attempt("a scalar", lambda: rows(tf.constant(1.0)))
)"},
  };
}

std::vector<Check> loops_over_data() {
  return {
      {.id = "tf_function.autograph_for_over_dataset", .api = {"tf.function", "tf.data.Dataset.reduce"}, .source = R"(
@tf.function
def f(data):
    total = tf.constant(0, tf.int64)
    for i in data:
        if i == 7:
            break
        total += i
    return total

observe("all", f(tf.data.Dataset.range(5)))
observe("stopped", f(tf.data.Dataset.range(20)))
)"},
      {.id = "tf_function.autograph_for_over_python_range", .api = {"tf.function"}, .source = R"(
@tf.function
def f(x, n):
    for i in range(n):
        x = x + i
    return x

unrolled = f.get_concrete_function(tf.TensorSpec([], tf.int32), 4)
observe("additions", [op.type for op in unrolled.graph.get_operations()].count("AddV2"), kind="structure")
attempt("range of a tensor", lambda: f(tf.constant(0), tf.constant(3)))
)"},
      {.id = "tf_function.autograph_return_in_loop",
       .api = {"tf.function", "tf.autograph", "tf.autograph.to_graph"},
       .source = R"(
@tf.function
def first_above(limit):
    for i in tf.range(10):
        if i * i > limit:
            return i
    return -1

attempt("return in a loop", lambda: first_above(tf.constant(20)))
)"},
  };
}

std::vector<Check> comparisons() {
  return {
      {.id = "tf_function.autograph_comparisons", .api = {"tf.autograph", "tf.function"}, .source = R"(
@tf.function
def chained(x):
    return 1 if 0 < x < 5 < 9 else 0

@tf.function
def chained_in_a_condition(x):
    if 0 < x < 5:
        return 1
    return 0

@tf.function
def member(x):
    return x in [1, 2]

@tf.function
def negated(x):
    return not x

@tf.function
def both(x):
    return x > 0 and x < 5

@tf.function
def either(x):
    return x < 0 or x

@tf.function
def asserted(x):
    assert x > 0, "small"
    return x

@tf.function
def ternary(x):
    return x if x > 0 else "text"

for function in (chained, chained_in_a_condition, member, negated, both, either, asserted, ternary):
    attempt(function.__name__, lambda: function(tf.constant(3)))
    attempt(function.__name__ + " of False", lambda: function(tf.constant(False)))
)"},
  };
}

std::vector<Check> loop_limits() {
  return {
      {.id = "tf_function.autograph_loop_changes_dtype", .api = {"tf.function", "tf.while_loop"}, .source = R"(
@tf.function
def f(n):
    x = 0
    while n > 0:
        x = 1.5
        n -= 1
    return x

attempt("int becomes float", lambda: f(tf.constant(2)))
)"},
      {.id = "tf_function.autograph_loop_changes_shape",
       .api = {"tf.function", "tf.autograph.experimental.set_loop_options"},
       .source = R"(
@tf.function
def growing(n):
    x = tf.zeros([1])
    for i in tf.range(n):
        x = tf.concat([x, [1.0]], axis=0)
    return x

@tf.function
def declared(n):
    x = tf.zeros([1])
    for i in tf.range(n):
        tf.autograph.experimental.set_loop_options(shape_invariants=[(x, tf.TensorShape([None]))])
        x = tf.concat([x, [1.0]], axis=0)
    return x

attempt("growing", lambda: growing(tf.constant(3)))
attempt("declared", lambda: declared(tf.constant(3)))
)"},
      {.id = "tf_function.autograph_loop_variable_undefined", .api = {"tf.function"}, .source = R"(
@tf.function
def undefined_before(n):
    while n > 0:
        y = n * 2
        n -= 1
    return y

@tf.function
def none_before(n):
    y = None
    for i in tf.range(n):
        y = i
    return y

attempt("undefined before", lambda: undefined_before(tf.constant(2)))
attempt("None before", lambda: none_before(tf.constant(2)))
)"},
  };
}

std::vector<Check> loop_results() {
  return {
      {.id = "tf_function.autograph_list_append", .api = {"tf.function", "tf.TensorArray"}, .source = R"(
@tf.function
def python_list(n):
    kept = []
    for i in tf.range(n):
        kept.append(i)
    return len(kept)

@tf.function
def tensor_array(n):
    kept = tf.TensorArray(tf.int32, size=0, dynamic_size=True)
    for i in tf.range(n):
        kept = kept.write(i, i * i)
    return kept.stack()

attempt("list", lambda: python_list(tf.constant(3)))
attempt("TensorArray", lambda: tensor_array(tf.constant(4)))
)"},
  };
}

std::vector<Check> conversion() {
  return {
      {.id = "tf_function.autograph_off", .api = {"tf.function", "tf.autograph"}, .source = R"(
def f(x):
    if x > 0:
        return x
    return -x

plain = tf.function(f, autograph=False)
attempt("if on a tensor", lambda: plain(tf.constant(-1)))
attempt("if on a number", lambda: plain(-1))
)"},
      {.id = "tf_function.autograph_do_not_convert", .api = {"tf.autograph.experimental.do_not_convert"}, .source = R"(
@tf.autograph.experimental.do_not_convert
def inner(x):
    if x > 0:
        return x
    return -x

@tf.function
def f(x):
    return inner(x)

attempt("if on a tensor", lambda: f(tf.constant(-1)))
)"},
      {.id = "tf_function.autograph_to_code",
       .api = {"tf.autograph.to_code", "tf.autograph.to_graph"},
       .policy = Policy::not_covered,
       .source = R"(
def f(x):
    if x > 0:
        x = x * 2
    return x

observe("code", tf.autograph.to_code(f), kind="text")
converted = tf.autograph.to_graph(f)
attempt("converted", lambda: converted(tf.constant(2)))
)"},
  };
}

std::vector<Check> conversion_limits() {
  return {
      {.id = "tf_function.autograph_assert_and_print", .api = {"tf.function", "tf.debugging.Assert"}, .source = R"(
@tf.function
def f(x):
    assert x > 0, "must be positive"
    print("traced")
    return x

attempt("holds", lambda: f(tf.constant(1)))
attempt("fails", lambda: f(tf.constant(-1)))
)"},
      {.id = "tf_function.autograph_closures_and_generators", .api = {"tf.function"}, .source = R"(
def numbers():
    yield 1
    yield 2

@tf.function
def over_generator(x):
    for n in numbers():
        x = x + n
    return x

@tf.function
def with_try(x):
    try:
        return x + 1
    finally:
        pass

@tf.function
def comprehension(x):
    return tf.stack([x + i for i in range(3) if i != 1])

attempt("generator", lambda: over_generator(tf.constant(1)))
attempt("try", lambda: with_try(tf.constant(1)))
attempt("comprehension", lambda: comprehension(tf.constant(1)))
)"},
  };
}

}  // namespace

std::vector<Check> autograph_checks() {
  return joined({branches(), branch_results(), loops(), loops_over_data(), comparisons(), loop_limits(), loop_results(),
                 conversion(), conversion_limits()});
}

}  // namespace tfh::testsuites::tf_function
