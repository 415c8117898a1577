// Functions of each element of a batch, by converters and gradients of their own; transforms of other dtypes.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
elements = tf.constant([[[2.0, 0.5], [0.5, 1.0]], [[3.0, 1.0], [1.0, 2.0]], [[4.0, 0.0], [0.0, 5.0]]])

def jacobian(function, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    return tape.jacobian(y, x)

)";

constexpr Use of_each[] = {
    {"tf.vectorized_map: NAME", "tf.vectorized_map(lambda x: NAME(xARGUMENTS), elements)"},
    {"tf.GradientTape.jacobian: NAME", "jacobian(lambda x: NAME(xARGUMENTS), elements[0])"},
    {"tf.map_fn: NAME", "tf.map_fn(lambda x: NAME(xARGUMENTS), elements)"},
};

constexpr Name vectorized[] = {
    {"tf.math.cumsum"},
    {"tf.math.cumprod"},
    {"tf.math.top_k"},
    {"tf.math.argmax"},
    {"tf.sort"},
    {"tf.argsort"},
    {"tf.math.reduce_max"},
    {"tf.math.reduce_prod"},
    {"tf.math.reduce_std"},
    {"tf.norm"},
    {"tf.transpose"},
    {"tf.unstack"},
    {"tf.where"},
    {"tf.size"},
    {"tf.shape"},
    {"tf.nn.softmax"},
    {"tf.nn.log_softmax"},
    {"tf.nn.l2_loss"},
    {"tf.nn.crelu"},
    {"tf.linalg.det"},
    {"tf.linalg.inv"},
    {"tf.linalg.cholesky"},
    {"tf.linalg.qr"},
    {"tf.linalg.svd"},
    {"tf.linalg.eigh"},
    {"tf.linalg.diag"},
    {"tf.linalg.diag_part"},
    {"tf.linalg.trace"},
    {"tf.linalg.lu"},
    {"tf.linalg.logdet"},
    {"tf.linalg.matrix_transpose"},
    {"tf.signal.rfft"},
    {"tf.strings.as_string"},
    {"tf.image.flip_left_right"},
    {"tf.matmul", ", x"},
    {"tf.linalg.solve", ", x"},
    {"tf.linalg.matvec", ", [1.0, 2.0]"},
    {"tf.linalg.band_part", ", 0, 1"},
    {"tf.linalg.set_diag", ", [9.0, 9.0]"},
    {"tf.tensordot", ", x, 1"},
    {"tf.gather", ", [0]"},
    {"tf.gather_nd", ", [[0, 1]]"},
    {"tf.one_hot", ", 3"},
    {"tf.tile", ", [2, 1]"},
    {"tf.pad", ", [[1, 1], [0, 0]]"},
    {"tf.reverse", ", [0]"},
    {"tf.roll", ", 1, 0"},
    {"tf.split", ", 2"},
    {"tf.slice", ", [0, 1], [1, 1]"},
    {"tf.expand_dims", ", 0"},
    {"tf.reshape", ", [-1]"},
    {"tf.broadcast_to", ", [2, 2, 2]"},
    {"tf.cast", ", tf.int32"},
    {"tf.clip_by_value", ", 0.0, 1.0"},
    {"tf.clip_by_norm", ", 1.0"},
    {"tf.nn.dropout", ", 0.0"},
    {"tf.searchsorted", ", x"},
    {"tf.concat", ", 0"},
    {"tf.math.segment_sum", ", [0, 0]"},
    {"tf.math.unsorted_segment_sum", ", [0, 0], 1"},
    {"tf.tensor_scatter_nd_update", ", [[0]], [[7.0, 7.0]]"},
    {"tf.meshgrid", ", x"},
    {"tf.complex", ", x"},
    {"tf.math.pow", ", 2.0"},
    {"tf.math.polyval", ", 2.0"},
    {"tf.repeat", ", 2"},
};

constexpr Use of_more_dtypes[] = {
    {"NAME: float64", "NAME(np.ones([2, 4, 4, 4]) * [1.0, 2.0, 3.0, 4.0]ARGUMENTS)"},
    {"NAME: float16", "NAME(tf.ones([2, 4, 4, 4], tf.float16)ARGUMENTS)"},
    {"NAME: bfloat16", "NAME(tf.ones([2, 4, 4, 4], tf.bfloat16)ARGUMENTS)"},
    {"NAME: int32", "NAME(tf.ones([2, 4, 4, 4], tf.int32)ARGUMENTS)"},
    {"NAME: complex128", "NAME(tf.ones([2, 4, 4, 4], tf.complex128)ARGUMENTS)"},
    {"NAME: Python's complex numbers", "NAME([[[1 + 1j, 2], [3, 4]]]ARGUMENTS)"},
};

constexpr Name transforms[] = {
    {"tf.signal.rfft"},
    {"tf.signal.rfft2d"},
    {"tf.signal.rfft3d"},
    {"tf.signal.irfft"},
    {"tf.signal.irfft2d"},
    {"tf.signal.irfft3d"},
    {"tf.signal.fft"},
    {"tf.signal.fft2d"},
    {"tf.signal.fft3d"},
    {"tf.signal.ifft"},
    {"tf.signal.ifft2d"},
    {"tf.signal.dct"},
    {"tf.signal.idct"},
    {"tf.signal.fftshift"},
    {"tf.constant"},
    {"tf.convert_to_tensor"},
    {"tf.sparse.from_dense"},
    {"tf.linalg.det"},
    {"tf.linalg.inv"},
    {"tf.linalg.expm"},
    {"tf.linalg.sqrtm"},
    {"tf.linalg.adjoint"},
    {"tf.linalg.eig"},
    {"tf.linalg.LinearOperatorFullMatrix"},
    {"tf.norm"},
    {"tf.math.l2_normalize"},
    {"tf.nn.moments", ", [0]"},
};

}  // namespace

std::vector<Check> element_checks() {
  return {
      check_of(
          {.name = "each_element", .module = "tf.vectorized_map", .setup = setup, .blocks = {{of_each, vectorized}}}),
      check_of({.name = "more_dtypes", .module = "tf.signal", .blocks = {{of_more_dtypes, transforms}}})};
}

}  // namespace tfh::testsuites::modules
