// Functions of functions: tapes, accumulators, what maps and folds.
#include "testsuites/joined.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

std::vector<Check> tapes() {
  return {
      {.id = "runtime.tape_rules", .api = {"tf.GradientTape"}, .source = R"(
x = tf.Variable(3.0)

def slope(function, source=x, **options):
    with tf.GradientTape(**options) as tape:
        tape.watch(source)
        y = function(source)
    return tape.gradient(y, source)

def twice():
    with tf.GradientTape() as tape:
        y = x * x
    return tape.gradient(y, x), tape.gradient(y, x)

attempt("square", lambda: slope(lambda v: v * v))
attempt("twice", twice)
attempt("unconnected", lambda: slope(lambda v: tf.constant(1.0)))
attempt("integer", lambda: slope(lambda v: v * v, tf.constant(3)))
attempt("stopped", lambda: slope(lambda v: tf.stop_gradient(v) * v))
attempt("not differentiable", lambda: slope(lambda v: tf.cast(tf.round(v), tf.int32)))
attempt("to numpy", lambda: slope(lambda v: tf.constant(v.numpy() ** 2)))
attempt("not a tensor", lambda: slope(lambda v: 3.0))
)"},
      {.id = "runtime.tape_structures", .api = {"tf.GradientTape"}, .source = R"(
x, y = tf.Variable(2.0), tf.Variable([1.0, 3.0])
with tf.GradientTape(persistent=True) as tape:
    z = x * tf.reduce_sum(y * y)
    gathered = tf.gather(y, [0, 0])
attempt("dict", lambda: tape.gradient(z, {"x": x, "y": y}))
attempt("zero", lambda: tape.gradient(z, tf.Variable(1.0), unconnected_gradients=tf.UnconnectedGradients.ZERO))
attempt("output_gradients", lambda: tape.gradient(z, x, output_gradients=tf.constant(10.0)))
attempt("sparse", lambda: type(tape.gradient(gathered, y)).__name__, kind="structure")
attempt("jacobian", lambda: tape.jacobian(y * 2.0, y))
attempt("watched", lambda: len(tape.watched_variables()))
)"},
  };
}

std::vector<Check> derivatives() {
  return {
      {.id = "runtime.higher_derivatives", .api = {"tf.GradientTape"}, .source = R"(
x = tf.constant([1.0, 2.0])

def jacobian(**options):
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        y = tf.stack([x[0] * x[1], x[0] ** 2])
    return tape.jacobian(y, x, **options)

attempt("jacobian", jacobian)
attempt("without pfor", lambda: jacobian(experimental_use_pfor=False))
attempt("forward", lambda: tf.autodiff.ForwardAccumulator(x, tf.ones([2])) and None)
)"},
      {.id = "runtime.special_gradients", .api = {"tf.GradientTape"}, .tolerance = {.ulps = 4}, .source = R"(
def slope(function, value):
    x = tf.constant(value)
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    return tape.gradient(y, x)

for name, function, value in (
        ("sqrt at 0", tf.sqrt, 0.0), ("abs at 0", tf.abs, 0.0), ("pow at 0", lambda x: x ** 0.5, 0.0),
        ("relu at 0", tf.nn.relu, 0.0), ("log at 0", tf.math.log, 0.0), ("norm at 0", tf.norm, [0.0, 0.0]),
        ("max of ties", tf.reduce_max, [1.0, 1.0]), ("where nan", lambda x: tf.where(x > 0, tf.sqrt(x), 0.0), -1.0),
        ("divide_no_nan", lambda x: tf.math.divide_no_nan(1.0, x), 0.0),
        ("clip", lambda x: tf.clip_by_value(x, 0.0, 1.0), 1.0),
        ("prod with 0", tf.reduce_prod, [0.0, 2.0]), ("minimum of ties", lambda x: tf.minimum(x, x), 1.0)):
    attempt(name, lambda: slope(function, value))
)"},
  };
}

std::vector<Check> mapping() {
  return {
      {.id = "runtime.map_and_vectorize", .api = {"tf.map_fn", "tf.vectorized_map", "tf.scan"}, .source = R"(
x = tf.constant([1.0, 2.0, 3.0])
attempt("map_fn", lambda: tf.map_fn(lambda v: v * 2, x))
attempt("signature", lambda: tf.map_fn(lambda v: tf.cast(v, tf.int32), x, fn_output_signature=tf.int32))
attempt("wrong dtype", lambda: tf.map_fn(lambda v: tf.cast(v, tf.int32), x))
attempt("ragged", lambda: tf.map_fn(lambda v: tf.range(tf.cast(v, tf.int32)), x,
                                    fn_output_signature=tf.RaggedTensorSpec([None], tf.int32)).to_list())
attempt("no rows", lambda: tf.map_fn(lambda v: v, tf.zeros([0])))
attempt("vectorized", lambda: tf.vectorized_map(lambda v: v * v, x))
attempt("scan", lambda: tf.scan(lambda s, v: s + v, x))
attempt("foldl", lambda: tf.foldl(lambda s, v: s * v, x))
)"},
  };
}

}  // namespace

std::vector<Check> gradient_checks() {
  return joined({tapes(), derivatives(), mapping()});
}

}  // namespace tfh::testsuites::runtime
