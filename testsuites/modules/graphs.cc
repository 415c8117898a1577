// Names, shapes and conversions: what stands between Python's values and the ops of a graph.
#include "testsuites/modules/contexts.h"
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
def scope_of(name):
    with tf.Graph().as_default() as graph:
        with tf.name_scope("a"):
            with graph.name_scope(name):
                return graph.get_name_scope()

def entered(name):
    with tf.name_scope(name) as scope:
        return scope

def operations(function):
    graph = tf.function(function).get_concrete_function(tf.TensorSpec([2, 2], name="x")).graph
    return sorted(one.type for one in graph.get_operations())

def gradient(function, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    return tape.gradient(y, x)

class Pair:
    def __init__(self, first, second):
        self.first, self.second = first, second

    def __tf_flatten__(self):
        return (self.first,), (self.second,)

    @classmethod
    def __tf_unflatten__(cls, metadata, parts):
        return cls(metadata[0], parts[0])

)";

constexpr Use names[] = {
    {"tf.Graph.get_name_scope: None", "scope_of(None)"},
    {"tf.name_scope: entered", "entered('a')"},
    {"tf.name_scope: slash", "entered('a/')"},
    {"tf.get_current_name_scope: eager", "tf.get_current_name_scope()"},
    {"tf.name_scope: None", "tf.name_scope(None)"},
    {"tf.name_scope: blank", "entered('a b')"},
    {"tf.name_scope: in a function", "tf.function(lambda: entered('a'))()"},
    {"tf.get_current_name_scope: inside", "inside(tf.name_scope('a'), lambda _: tf.get_current_name_scope())"},
    {"tf.Graph.get_name_scope: empty", "scope_of('')"},
    {"tf.Graph.get_name_scope: nested", "scope_of('b')"},
    {"tf.Graph.get_name_scope: outside", "tf.Graph().get_name_scope()"},
    {"tf.get_current_name_scope: nested", "inside(tf.name_scope('a'), lambda _: tf.get_current_name_scope())"},
    {"tf.device: logical device",
     "inside(tf.device(tf.config.list_logical_devices('CPU')[0]), lambda _: tf.constant(1).device)"},
};

constexpr Use shapes[] = {
    {"tf.TensorShape: float", "tf.TensorShape([2.0]).as_list()"},
    {"tf.TensorShape: fraction", "tf.TensorShape([1.5]).as_list()"},
    {"tf.TensorShape: text", "tf.TensorShape(['3']).as_list()"},
    {"tf.TensorShape: scalar tensor", "tf.TensorShape([tf.constant(3)]).as_list()"},
    {"tf.compat.v1.Dimension: float", "tf.compat.v1.Dimension(2.0).value"},
    {"tf.compat.v1.Dimension: text", "tf.compat.v1.Dimension('3').value"},
    {"tf.reshape: sizes above int32", "tf.reshape(tf.zeros([0]), [0, 2 ** 32 + 1]).shape.as_list()"},
    {"tf.reshape: int64 array above int32",
     "tf.reshape(tf.zeros([0]), np.array([0, 2 ** 32 + 1], np.int64)).shape.as_list()"},
    {"tf.constant: text as float16", "tf.constant('hello', tf.float16)"},
    {"tf.constant: numbers and text as float16", "tf.constant([1.0, 'a'], tf.float16)"},
};

constexpr Use arrays[] = {
    {"tf.Tensor.__array__: call", "tf.constant([1, 2]).__array__()"},
    {"tf.Tensor.__array__: dtype", "tf.constant([1, 2]).__array__(np.float32)"},
    {"tf.Tensor.__array__: writeable", "np.asarray(tf.constant([1, 2])).flags.writeable"},
    {"tf.gather: batch_dims of every dimension", "tf.gather([[1, 2], [3, 4]], [1, 0], axis=1, batch_dims=1)"},
    {"tf.einsum: diagonal", "tf.einsum('ii->i', [[1.0, 2.0], [3.0, 4.0]])"},
    {"tf.einsum: diagonal of a tensor", "tf.einsum('ii->i', tf.constant([[1.0, 2.0], [3.0, 4.0]]))"},
    {"tf.linalg.triangular_solve: broadcast",
     "tf.linalg.triangular_solve([[2.0, 0.0], [1.0, 1.0]], tf.ones([2, 2, 1]))"},
    {"tf.signal.rfft: float64", "tf.signal.rfft(tf.constant([1.0, 2.0], tf.float64))"},
    {"tf.nn.max_pool2d: explicit padding",
     "tf.nn.max_pool2d(tf.reshape(tf.range(4.0), [1, 2, 2, 1]), 2, 1, [[0, 0], [1, 0], [1, 0], [0, 0]])"},
    {"tf.quantization.quantize_and_dequantize: gradient outside of the range",
     "gradient(lambda x: tf.quantization.quantize_and_dequantize(x, -1.0, 1.0, range_given=True), "
     "tf.constant([-5.0, 0.3, 5.0]))"},
    {"tf.quantization.quantize_and_dequantize_v2: gradient outside of the range",
     "gradient(lambda x: tf.quantization.quantize_and_dequantize_v2(x, -1.0, 1.0, range_given=True), "
     "tf.constant([-5.0, 0.3, 5.0]))"},
    {"tf.debugging.assert_shapes: sparse",
     "tf.debugging.assert_shapes([(tf.SparseTensor([[0, 0]], [1], [2, 3]), (2, 4))])"},
    {"tf.vectorized_map: cond",
     "tf.vectorized_map(lambda x: tf.cond(x > 0, lambda: x, lambda: -x), tf.constant([1.0, -2.0]))"},
    {"tf.vectorized_map: unknown shape",
     "tf.function(lambda x: tf.vectorized_map(lambda v: v * 2, x), "
     "input_signature=[tf.TensorSpec(None)])(tf.ones([2]))"},
    {"tf.test.compute_gradient: default step",
     "list(tf.test.compute_gradient(lambda x: x * x, [tf.constant([1.0])])[1])"},
    {"tf.raw_ops.ResourceApplyFtrlV2: rate 0 with multiply_linear_by_lr",
     "(lambda v, a, l: tf.raw_ops.ResourceApplyFtrlV2(var=v.handle, accum=a.handle, linear=l.handle, grad=[1.0], "
     "lr=0.0, l1=0.0, l2=0.0, l2_shrinkage=0.0, lr_power=-0.5, multiply_linear_by_lr=True) or "
     "v.numpy())(tf.Variable([1.0]), tf.Variable([0.1]), tf.Variable([0.0]))"},
    {"tf.sparse.segment_sum: sparse gradient",
     "type(gradient(lambda x: tf.sparse.segment_sum(x, [0, 1], [0, 0], sparse_gradient=True), tf.ones([3, "
     "2]))).__name__"},
};

constexpr Use structures[] = {
    {"tf.nest.flatten: __tf_flatten__", "len(tf.nest.flatten([Pair(1, 2), 3]))"},
    {"tf.nest.is_nested: __tf_flatten__", "tf.nest.is_nested(Pair(1, 2))"},
    {"tf.nest.map_structure: __tf_flatten__", "tf.nest.map_structure(lambda v: v * 2, Pair(5, 2)).second"},
    {"tf.py_function: decorator", "tf.py_function(Tout=tf.int32)(lambda x: x + 1)(tf.constant(2))"},
    {"tf.numpy_function: decorator", "tf.numpy_function(Tout=tf.int32)(lambda x: x + np.int32(1))(tf.constant(2))"},
    {"tf.compat.v1.Variable: isinstance", "isinstance(tf.Variable(1), tf.compat.v1.Variable)"},
    {"tf.experimental.ExtensionType: tuple field",
     "type('Own', (tf.experimental.ExtensionType,), {'__annotations__': {'v': tuple}})((1, 2)).v"},
    {"tf.custom_gradient: of ragged",
     "(lambda r: gradient(lambda v: tf.custom_gradient(lambda r: (tf.reduce_sum(r), lambda d: r.with_values(r.values * "
     "0 + "
     "7.0)))(r.with_values(v)), r.values))(tf.ragged.constant([[1.0, 2.0], [3.0]]))"},
};

constexpr Use operations[] = {{"NAME: operations in a graph", "operations(lambda x: NAME(ARGUMENTS))"}};

constexpr Name traced[] = {
    {"tf.print", "x"},
    {"tf.debugging.assert_equal", "x, x"},
    {"tf.debugging.assert_shapes", "[(x, ('N', 'N'))]"},
    {"tf.debugging.check_numerics", "x, 'checked'"},
    {"tf.random.stateless_normal", "[2], [1, 2]"},
    {"tf.random.stateless_uniform", "[2], [1, 2]"},
    {"tf.random.normal", "[2], seed=1"},
    {"tf.random.shuffle", "x, seed=1"},
    {"tf.random.experimental.stateless_shuffle", "x, [1, 2]"},
    {"tf.image.resize", "x[None, :, :, None], [3, 3]"},
    {"tf.image.adjust_contrast", "x[:, :, None], 0.5"},
    {"tf.image.per_image_standardization", "x[:, :, None]"},
    {"tf.image.convert_image_dtype", "x[:, :, None], tf.uint8"},
    {"tf.nn.batch_normalization", "x, 0.0, 1.0, None, None, 0.1"},
    {"tf.nn.dropout", "x, 0.5, seed=1"},
    {"tf.nn.gelu", "x"},
    {"tf.nn.swish", "x"},
    {"tf.nn.leaky_relu", "x"},
    {"tf.nn.moments", "x, [0]"},
    {"tf.nn.l2_normalize", "x"},
    {"tf.nn.sigmoid_cross_entropy_with_logits", "x, x"},
    {"tf.nn.softmax_cross_entropy_with_logits", "x, x"},
    {"tf.nn.ctc_greedy_decoder", "x[:, None], [2]"},
    {"tf.linalg.matmul", "x, x, transpose_b=True"},
    {"tf.linalg.norm", "x"},
    {"tf.linalg.diag", "x"},
    {"tf.linalg.pinv", "x"},
    {"tf.einsum", "'ij,jk->ik', x, x"},
    {"tf.tensordot", "x, x, 1"},
    {"tf.reduce_mean", "x"},
    {"tf.math.reduce_std", "x"},
    {"tf.math.softplus", "x"},
    {"tf.math.divide_no_nan", "x, x"},
    {"tf.clip_by_norm", "x, 1.0"},
    {"tf.clip_by_global_norm", "[x], 1.0"},
    {"tf.gather", "x, [0], axis=1"},
    {"tf.boolean_mask", "x, [True, False]"},
    {"tf.sort", "x"},
    {"tf.argsort", "x"},
    {"tf.repeat", "x, 2, axis=0"},
    {"tf.roll", "x, 1, 0"},
    {"tf.where", "x > 0, x, 0.0"},
    {"tf.one_hot", "[0, 1], 2"},
    {"tf.pad", "x, [[1, 1], [0, 0]]"},
    {"tf.stack", "[x, x]"},
    {"tf.strings.as_string", "x"},
    {"tf.strings.format", "'{}', x"},
    {"tf.ragged.range", "[2, 3]"},
    {"tf.RaggedTensor.from_row_lengths", "x, [1, 1]"},
    {"tf.map_fn", "lambda row: row, x"},
    {"tf.scan", "lambda a, b: a + b, x"},
    {"tf.vectorized_map", "lambda row: row * 2.0, x"},
    {"tf.cond", "x[0, 0] > 0, lambda: x, lambda: x"},
    {"tf.while_loop", "lambda y: y[0, 0] < 1, lambda y: (y,), (x,)"},
    {"tf.signal.stft", "x, 2, 1"},
    {"tf.cast", "x, tf.complex64"},
    {"tf.experimental.numpy.dot", "x, x"},
};

}  // namespace

std::vector<Check> graph_checks() {
  return {
      check_of({.name = "graphs",
                .module = "tf.Graph",
                .setup = with_contexts(setup),
                .blocks = {{names}, {shapes}, {arrays}, {structures}}}),
      check_of({.name = "graph_operations",
                .module = "tf.Graph",
                .setup = with_contexts(setup),
                .blocks = {{operations, traced}},
                .policy = Policy::not_covered}),
  };
}

}  // namespace tfh::testsuites::modules
