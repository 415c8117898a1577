// The functions of tf.keras.ops, which came with Keras 3: on floats, integers, flags, text, and on wrong ranks.
#include <string>

#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* of_one =
    "abs absolute all amax amin angle any arange arccos arccosh arcsin arcsinh arctan arctanh argmax argmin argsort "
    "array average bartlett bincount bitwise_invert bitwise_not blackman cbrt ceil celu cholesky concatenate conj "
    "convert_to_numpy convert_to_tensor copy corrcoef cos cosh count_nonzero cumprod cumsum deg2rad det diag "
    "diagflat diagonal diff eig eigh elu erf erfinv exp exp2 expm1 eye fft fft2 flip floor gelu glu hamming hanning "
    "hard_shrink hard_sigmoid hard_silu hard_tanh histogram hstack identity ifft2 imag inv irfft is_tensor isfinite "
    "isinf isnan layer_normalization leaky_relu log log10 log1p log2 log_sigmoid log_softmax logdet logical_not "
    "logsumexp lu_factor max mean median min nan_to_num ndim negative nonzero norm normalize ones ones_like prod qr "
    "ravel real reciprocal relu relu6 rfft rms_normalization rot90 round rsqrt selu shape sigmoid sign signbit silu "
    "sin sinh size slogdet soft_shrink softmax softplus softsign sort sparse_plus sparse_sigmoid sparsemax sqrt "
    "square squareplus squeeze stack std sum svd tan tanh tanh_shrink trace transpose tri tril triu trunc unstack "
    "var vstack where zeros zeros_like";

constexpr const char* of_two =
    "add append arctan2 argpartition binary_crossentropy bitwise_and bitwise_left_shift bitwise_or "
    "bitwise_right_shift bitwise_xor broadcast_to cast categorical_crossentropy correlate cross digitize divide "
    "divide_no_nan dot equal expand_dims floor_divide full full_like greater greater_equal heaviside inner isclose "
    "kaiser less less_equal linspace logaddexp logaddexp2 logical_and logical_or logical_xor logspace lstsq matmul "
    "maximum minimum mod moments multiply multi_hot not_equal one_hot outer pad polar power quantile repeat reshape "
    "roll saturate_cast searchsorted segment_max segment_sum solve solve_triangular sparse_categorical_crossentropy "
    "split subtract take take_along_axis tensordot tile top_k true_divide unravel_index vdot";

constexpr const char* plain = R"(
def plain(result):
    return tf.nest.map_structure(lambda x: np.array(x) if hasattr(x, "shape") else x, result)

)";

// `arguments` is Python text in which %r is the input.
std::string calls(const char* names, const char* arguments) {
  return std::string("\nnames = \"") + names + "\"\narguments = \"" + arguments + R"py("
inputs = (("float", [[1.0, 2.0], [3.0, 4.5]]), ("int", [[1, 2], [3, 4]]), ("bool", [[True, False], [True, True]]),
          ("vector", [0.5, -1.5, 2.0]), ("number", 2), ("text", "nonsense"), ("None", None))
for name in names.split():
    for kind, x in inputs:
        evaluate("%s: %s" % (name, kind), "plain(tf.keras.ops.%s(%s))" % (name, arguments.replace("%r", repr(x))))
)py";
}

std::vector<Check> others() {
  return {{.id = "keras.ops", .api = {"tf.keras.ops"}, .tolerance = {.ulps = 16}, .minimum = "2.16", .source = R"(
attempt("shape", lambda: tf.keras.ops.shape(tf.ones([1, 2])))
attempt("cast", lambda: tf.keras.ops.cast([1.5], "int32"))
attempt("int / int", lambda: tf.keras.ops.divide(np.array([1]), np.array([2])).dtype.name)
attempt("mean of int", lambda: tf.keras.ops.mean(np.array([1, 2])).dtype.name)
attempt("associative_scan", lambda: tf.keras.ops.associative_scan(lambda a, b: a + b, tf.ones([3])))
attempt("symbolic", lambda: tf.keras.ops.sum(tf.keras.Input((3,), name="x"), axis=1).shape)
attempt("cond", lambda: tf.keras.ops.cond(True, lambda: 1, lambda: 2))
attempt("while_loop", lambda: int(tf.keras.ops.while_loop(lambda i: i < 3, lambda i: (i + 1,), (0,))[0]))
attempt("scan", lambda: tf.keras.ops.scan(lambda c, x: (c + x, c), tf.constant(0), tf.constant([1, 2])))
attempt("slice", lambda: tf.keras.ops.slice(tf.range(5), [1], [2]))
attempt("slice_update", lambda: tf.keras.ops.slice_update(tf.range(5), [1], tf.constant([9])))
attempt("scatter", lambda: tf.keras.ops.scatter([[1]], [5.0], (3,)))
attempt("extract_sequences", lambda: tf.keras.ops.extract_sequences(tf.range(5.0), 3, 2))
attempt("unfold", lambda: tf.keras.ops.unfold(tf.ones([1, 2, 2, 1]), 2))
attempt("dot_product_attention", lambda: tf.keras.ops.dot_product_attention(*[tf.ones([1, 2, 1, 2])] * 3))
attempt("moveaxis", lambda: tf.keras.ops.moveaxis(tf.ones([1, 2]), 0, 1).shape.as_list())
)"}};
}

Check sweep(const std::string& id, const char* names, const char* arguments) {
  return {.id = id,
          .api = {"tf.keras.ops"},
          .tolerance = {.ulps = 64, .absolute = 1e-6},
          .independent = true,
          .minimum = "2.16",
          .source = calls(names, arguments),
          .setup = plain};
}

}  // namespace

std::vector<Check> ops_checks() {
  std::vector<Check> checks = others();
  checks.push_back(sweep("keras.ops_of_one", of_one, "%r"));
  checks.push_back(sweep("keras.ops_of_itself", of_two, "%r, %r"));
  checks.push_back(sweep("keras.ops_with_a_float", of_two, "%r, 2.5"));
  checks.push_back(sweep("keras.ops_with_an_array", of_two, "%r, np.array([1, 0])"));
  return checks;
}

}  // namespace tfh::testsuites::keras
