// Gradients of single operations, where they exist, and at the points where they are a matter of choice.
#include <cmath>

#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

struct Row {
  const char* key;
  const char* symbol;
  std::vector<Argument> positional;
  Keywords keywords = {};
};

std::vector<Row> choices() {
  const Array kinks = floats("float32", {-1, -0.0, 0.0, 1, INFINITY, NAN});
  const Array ties = floats("float32", {1, 3, 3, 2});
  const Array zeros = floats("float32", {0, 0});
  return {{"abs", "tf.abs", {kinks}},
          {"sign", "tf.sign", {kinks}},
          {"relu", "tf.nn.relu", {kinks}},
          {"relu6", "tf.nn.relu6", {kinks}},
          {"leaky_relu", "tf.nn.leaky_relu", {kinks}},
          {"sqrt at zero", "tf.sqrt", {kinks}},
          {"norm at zero", "tf.norm", {zeros}},
          {"reduce_max ties", "tf.reduce_max", {ties}},
          {"reduce_min ties", "tf.reduce_min", {ties}},
          {"reduce_prod with zero", "tf.reduce_prod", {floats("float32", {2, 0, 3})}},
          {"reduce_prod with zeros", "tf.reduce_prod", {floats("float32", {0, 0, 3})}},
          {"reduce_std of equals", "tf.math.reduce_std", {zeros}},
          {"maximum ties", "tf.maximum", {zeros, zeros}},
          {"minimum ties", "tf.minimum", {zeros, zeros}},
          {"pow at zero", "tf.pow", {zeros, floats("float32", {0, 2})}},
          {"divide_no_nan", "tf.math.divide_no_nan", {floats("float32", {1, 2}), zeros}},
          {"floor", "tf.floor", {kinks}},
          {"round", "tf.round", {kinks}},
          {"clip", "tf.clip_by_value", {kinks, -1.0, 1.0}},
          {"atan2 at zero", "tf.atan2", {zeros, zeros}},
          {"xlogy at zero", "tf.math.xlogy", {zeros, zeros}},
          {"top_k", "tf.math.top_k", {ties}, {{"k", 2}}},
          {"sort", "tf.sort", {ties}},
          {"argmax", "tf.argmax", {ties}},
          {"cast", "tf.cast", {ties, "int32"}},
          {"unique", "tf.unique", {ties}},
          {"l2_normalize at zero", "tf.math.l2_normalize", {zeros}},
          {"squared_difference", "tf.math.squared_difference", {ties, ties}}};
}

std::vector<Row> usual() {
  const Array matrix = shaped(floats("float32", {4, 1, 0.5, 1, 5, 2, 0.5, 2, 6}), {3, 3});
  const Array image = pattern("float32", {1, 4, 4, 2}, 7, 31, -15);
  const Array filter = pattern("float32", {2, 2, 2, 1}, 3, 7, -3);
  const Array vector = floats("float32", {0.1, 0.5, 0.9});
  return {{"matmul", "tf.matmul", {matrix, matrix}},
          {"einsum", "tf.einsum", {"ij,jk->ik", matrix, matrix}},
          {"cholesky", "tf.linalg.cholesky", {matrix}},
          {"inv", "tf.linalg.inv", {matrix}},
          {"det", "tf.linalg.det", {matrix}},
          {"qr", "tf.linalg.qr", {matrix}},
          {"eigvalsh", "tf.linalg.eigvalsh", {matrix}},
          {"solve", "tf.linalg.solve", {matrix, pattern("float32", {3, 1}, 1, 7, 0)}},
          {"expm", "tf.linalg.expm", {matrix}},
          {"conv2d", "tf.nn.conv2d", {image, filter, 1, "SAME"}},
          {"depthwise", "tf.nn.depthwise_conv2d", {image, filter, list({1, 1, 1, 1}), "SAME"}},
          {"max_pool", "tf.nn.max_pool", {image, 2, 2, "SAME"}},
          {"avg_pool", "tf.nn.avg_pool", {image, 2, 2, "SAME"}},
          {"resize", "tf.image.resize", {image, list({3, 3})}},
          {"gather", "tf.gather", {vector, integers("int32", {0, 0, 2})}},
          {"scatter_nd",
           "tf.scatter_nd",
           {shaped(integers("int32", {1, 1}), {2, 1}), floats("float32", {1, 2}), list({3})}},
          {"softmax", "tf.nn.softmax", {vector}},
          {"log_softmax", "tf.nn.log_softmax", {vector}},
          {"logsumexp", "tf.reduce_logsumexp", {vector}},
          {"cross entropy", "tf.nn.softmax_cross_entropy_with_logits", {vector, vector}},
          {"cumsum", "tf.cumsum", {vector}},
          {"cumprod", "tf.math.cumprod", {vector}},
          {"cumulative_logsumexp", "tf.math.cumulative_logsumexp", {vector}},
          {"lgamma", "tf.math.lgamma", {vector}},
          {"igamma", "tf.math.igamma", {vector, vector}},
          {"betainc", "tf.math.betainc", {vector, vector, vector}},
          {"zeta", "tf.math.zeta", {floats("float32", {2, 3}), floats("float32", {1, 2})}},
          {"polygamma", "tf.math.polygamma", {floats("float32", {1, 2}), floats("float32", {1, 2})}},
          {"erfinv", "tf.math.erfinv", {vector}},
          {"ndtri", "tf.math.ndtri", {vector}},
          {"tan", "tf.tan", {vector}},
          {"acos", "tf.acos", {vector}},
          {"gelu", "tf.nn.gelu", {vector}},
          {"where", "tf.where", {integers("bool", {1, 0, 1}), vector, vector}},
          {"segment_sum", "tf.math.segment_sum", {vector, integers("int32", {0, 0, 1})}},
          {"unsorted_segment_prod", "tf.math.unsorted_segment_prod", {vector, integers("int32", {0, 0, 1}), 2}},
          {"pad", "tf.pad", {vector, List{{list({1, 1})}}, "REFLECT"}},
          {"tile", "tf.tile", {vector, list({2})}},
          {"reverse", "tf.reverse", {vector, list({0})}},
          {"strided", "tf.strided_slice", {vector, list({0}), list({3}), list({2})}},
          {"concat", "tf.broadcast_to", {vector, list({2, 3})}},
          {"fake_quant", "tf.quantization.fake_quant_with_min_max_args", {vector}},
          {"fft of real", "tf.signal.rfft", {floats("float32", {1, 2, 3, 4})}},
          {"nextafter", "tf.math.nextafter", {vector, vector}},
          {"bessel_i0", "tf.math.bessel_i0", {vector}},
          {"lrn", "tf.nn.local_response_normalization", {image}},
          {"dilation2d",
           "tf.nn.dilation2d",
           {image, pattern("float32", {2, 2, 2}, 1, 5, 0), list({1, 1, 1, 1}), "SAME", "NHWC", list({1, 1, 1, 1})}}};
}

void record(Recorder& recorder, std::vector<Row> rows) {
  for (Row& row : rows)
    recorder.observe_gradient(row.key, row.symbol, std::move(row.positional), std::move(row.keywords));
}

constexpr const char* tape_source = R"py(
x = tf.Variable([1.0, 2.0])
with tf.GradientTape(persistent=True) as tape:
    y = tf.reduce_sum(x * x)
    z = tf.gather(x, [0, 0])
observe('variable', tape.gradient(y, x))
observe('indexed slices', tape.gradient(z, x))
observe('jacobian', tape.jacobian(z, x, experimental_use_pfor=False))
observe('unconnected', tape.gradient(y, tf.Variable(1.0)))
observe('unconnected zero', tape.gradient(y, tf.Variable(1.0), unconnected_gradients=tf.UnconnectedGradients.ZERO))
attempt('watch int', lambda: tape.gradient(y, tf.Variable(1)))
attempt('of None', lambda: tape.gradient(None, x))
with tf.GradientTape() as outer:
    with tf.GradientTape() as inner:
        y = x ** 3
    first = inner.gradient(y, x)
observe('second', outer.gradient(first, x))
attempt('used twice', lambda: (inner.gradient(y, x)))

@tf.custom_gradient
def f(x):
    return x * 1.0, lambda upstream: upstream * 7.0
with tf.GradientTape() as tape:
    y = f(x)
observe('custom', tape.gradient(y, x))
with tf.autodiff.ForwardAccumulator(x, tf.ones([2])) as forward:
    y = x * x
observe('forward', forward.jvp(y))
error = tf.test.compute_gradient(lambda v: v * v, [tf.constant([1.0, 2.0])])
observe('numeric', np.round(error[1][0], 2))
)py";

}  // namespace

std::vector<Check> gradient_checks() {
  const std::vector<std::string> api = {"tf.GradientTape.gradient"};
  return {{.id = "tensor_ops.gradient_choices",
           .api = api,
           .tolerance = few_ulps,
           .calls = [](Recorder& recorder) { record(recorder, choices()); }},
          {.id = "tensor_ops.gradients",
           .api = api,
           .tolerance = {.ulps = 512, .absolute = 1e-4},
           .policy = Policy::not_covered,
           .calls = [](Recorder& recorder) { record(recorder, usual()); }},
          {.id = "tensor_ops.gradient_tape",
           .api = {"tf.GradientTape", "tf.custom_gradient", "tf.autodiff.ForwardAccumulator"},
           .tolerance = few_ulps,
           .source = tape_source}};
}

}  // namespace tfh::testsuites::tensor_ops
