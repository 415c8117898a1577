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

constexpr const char* more = R"(
complexes = tf.complex(elements, 2.0 * elements)
variable = tf.Variable([[1.0, 0.0], [0.0, 1.0]])
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

constexpr Use mapped[] = {
    {"tf.NAME: complex matmul adjoint_a", "tf.NAME(lambda m: tf.matmul(m, m, adjoint_a=True), complexes)"},
    {"tf.NAME: complex matmul adjoint_b", "tf.NAME(lambda m: tf.matmul(m, m, adjoint_b=True), complexes)"},
    {"tf.NAME: complex matmul transpose_a", "tf.NAME(lambda m: tf.matmul(m, m, transpose_a=True), complexes)"},
    {"tf.NAME: complex matmul with a constant",
     "tf.NAME(lambda m: tf.matmul(m, complexes[0], adjoint_b=True), complexes)"},
    {"tf.NAME: adjoint", "tf.NAME(tf.linalg.adjoint, complexes)"},
    {"tf.NAME: solve adjoint", "tf.NAME(lambda m: tf.linalg.solve(m, m, adjoint=True), elements)"},
    {"tf.NAME: triangular_solve adjoint",
     "tf.NAME(lambda m: tf.linalg.triangular_solve(m, m, adjoint=True), elements)"},
    {"tf.NAME: einsum", "tf.NAME(lambda m: tf.einsum('ij,kj->ik', m, m), elements)"},
    {"tf.NAME: gather", "tf.NAME(lambda m: tf.gather(m, [1, 0]), elements)"},
    {"tf.NAME: gather of a constant", "tf.NAME(lambda i: tf.gather(elements[0], i), tf.constant([1, 0]))"},
    {"tf.NAME: gather with an axis", "tf.NAME(lambda i: tf.gather(elements[0], i, axis=1), tf.constant([1, 0]))"},
    {"tf.NAME: scatter", "tf.NAME(lambda i: tf.scatter_nd([[i]], [1.0], [3]), tf.constant([1, 0]))"},
    {"tf.NAME: one_hot", "tf.NAME(lambda i: tf.one_hot(i, 3), tf.constant([1, 0]))"},
    {"tf.NAME: range", "tf.NAME(lambda i: tf.range(3) + i, tf.constant([1, 0]))"},
    {"tf.NAME: range of each", "tf.NAME(lambda i: tf.range(i), tf.constant([1, 1]))"},
    {"tf.NAME: fill", "tf.NAME(lambda i: tf.fill([2], i), tf.constant([1, 0]))"},
    {"tf.NAME: reshape", "tf.NAME(lambda m: tf.reshape(m, [-1]), elements)"},
    {"tf.NAME: slice", "tf.NAME(lambda i: elements[0][i], tf.constant([1, 0]))"},
    {"tf.NAME: cond", "tf.NAME(lambda i: tf.cond(i > 0, lambda: i, lambda: -i), tf.constant([1, -2]))"},
    {"tf.NAME: while_loop",
     "tf.NAME(lambda i: tf.while_loop(lambda j: j < 3, lambda j: [j + 1], [i])[0], tf.constant([1, 5]))"},
    {"tf.NAME: tf.function", "tf.NAME(tf.function(lambda m: m * 2), elements)"},
    {"tf.NAME: variable", "tf.NAME(lambda m: m + variable, elements)"},
    {"tf.NAME: assignment", "tf.NAME(lambda m: variable.assign(m), elements)"},
    {"tf.NAME: print", "tf.NAME(lambda m: [tf.print(m), m][1], elements)"},
    {"tf.NAME: py_function", "tf.NAME(lambda m: tf.py_function(lambda v: v, [m], tf.float32), elements)"},
    {"tf.NAME: assertion", "tf.NAME(lambda m: [tf.debugging.assert_positive(m), m][1], elements)"},
    {"tf.NAME: two inputs", "tf.NAME(lambda p: p[0] + p[1], (elements, elements))"},
    {"tf.NAME: dictionary", "tf.NAME(lambda d: {'b': d['a']}, {'a': elements})"},
    {"tf.NAME: other sizes", "tf.NAME(lambda p: p[0] + p[1], (elements, elements[:1]))"},
    {"tf.NAME: scalar", "tf.NAME(lambda m: m, tf.constant(1.0))"},
    {"tf.NAME: nothing", "tf.NAME(lambda m: m, elements[:0])"},
    {"tf.NAME: ragged", "tf.NAME(lambda m: m + 1, tf.ragged.constant([[1], [2, 3]]))"},
    {"tf.NAME: text", "tf.NAME(lambda s: tf.strings.length(s), tf.constant(['a', 'bc']))"},
    {"tf.NAME: a constant", "tf.NAME(lambda m: tf.constant(1.0), elements)"},
    {"tf.NAME: a Python number", "tf.NAME(lambda m: 1.0, elements)"},
    {"tf.NAME: None", "tf.NAME(lambda m: None, elements)"},
    {"tf.NAME: other dtype", "tf.NAME(lambda m: tf.cast(m, tf.int32), elements)"},
    {"tf.NAME: convolution", "tf.NAME(lambda m: tf.nn.conv1d(m[None], elements[:1], 1, 'SAME'), elements)"},
    {"tf.NAME: softmax cross entropy", "tf.NAME(lambda m: tf.nn.softmax_cross_entropy_with_logits(m, m), elements)"},
    {"tf.NAME: gradient", "tf.NAME(lambda m: tf.gradients(m * m, m)[0], elements)"},
};

constexpr Name mappers[] = {{"vectorized_map"}, {"map_fn"}};

}  // namespace

std::vector<Check> element_checks() {
  return {
      check_of(
          {.name = "each_element", .module = "tf.vectorized_map", .setup = setup, .blocks = {{of_each, vectorized}}}),
      check_of({.name = "each_element_of_more",
                .module = "tf.vectorized_map",
                .setup = std::string(setup) + more,
                .blocks = {{mapped, mappers}}}),
      check_of({.name = "more_dtypes", .module = "tf.signal", .blocks = {{of_more_dtypes, transforms}}})};
}

}  // namespace tfh::testsuites::modules
