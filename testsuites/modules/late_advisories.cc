// Calls of the advisories of 2022 and later that no table or sweep makes: what killed the process is an error since.
#include <string>

#include "testsuites/modules/documented.h"
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
def assigned():
    v1 = tf.compat.v1
    with tf.Graph().as_default(), v1.Session() as session:
        one, other = v1.Variable([1.0], use_resource=False), v1.Variable([2.0], use_resource=False)
        session.run(one.initializer)
        return session.run(tf.raw_ops.Assign(ref=one._ref(), value=other._ref(), validate_shape=False)) is not None

)py";

constexpr Use of_2022[] = {
    {"tf.raw_ops.AvgPoolGrad: strides of 0 in a function",
     "shapes(tf.function(lambda: tf.raw_ops.AvgPoolGrad(orig_input_shape=[1, 1, 1, 1], grad=[[[[1.0], [1.0], [1.0]]], "
     "[[[2.0], [2.0], [2.0]]], [[[3.0], [3.0], [3.0]]]], ksize=[1, 1, 1, 1], strides=[1, 1, 1, 0], padding='VALID', "
     "data_format='NCHW'))())"},
    {"tf.raw_ops.UnravelIndex: overflow",
     "shapes(tf.raw_ops.UnravelIndex(indices=-0x100000, dims=[0x100000, 0x100000]))"},
    {"tf.raw_ops.StringNGrams: no widths",
     "shapes(tf.raw_ops.StringNGrams(data=['123456'], data_splits=[0, 1], separator='a' * 15, ngram_widths=[], "
     "left_pad='', right_pad='', pad_width=-5, preserve_short_sequences=True))"},
    {"tf.raw_ops.SparseDenseCwiseDiv: huge shape",
     "shapes(tf.raw_ops.SparseDenseCwiseDiv(sp_indices=np.int64([[0, 0]]), sp_values=[5], "
     "sp_shape=np.int64([92233720368, "
     "92233720368]), dense=[4]))"},
    {"tf.raw_ops.SparseDenseCwiseAdd: huge shape",
     "shapes(tf.raw_ops.SparseDenseCwiseAdd(sp_indices=np.int64([[0, 0]]), sp_values=[5], "
     "sp_shape=np.int64([92233720368, "
     "92233720368]), dense=[4]))"},
    {"tf.raw_ops.SparseDenseCwiseMul: huge shape",
     "shapes(tf.raw_ops.SparseDenseCwiseMul(sp_indices=np.int64([[0, 0]]), sp_values=[5], "
     "sp_shape=np.int64([92233720368, "
     "92233720368]), dense=[4]))"},
    {"tf.raw_ops.AddManySparseToTensorsMap: huge shape",
     "shapes(tf.raw_ops.AddManySparseToTensorsMap(sparse_indices=np.int64([[0, 0], [0, 1], [0, 2], [4, 3], [5, 0], [5, "
     "1]]), sparse_values=[1] * 6, sparse_shape=np.int64([2 ** 32, 2 ** 32])))"},
    {"tf.io.parse_tensor: dtype of a reference",
     "shapes(tf.io.parse_tensor(b'\\x08\\x65\\x12\\x04\\x12\\x02\\x08\\x00', "
     "tf.float32))"},
    {"tf.raw_ops.Assign: value that is not initialized", "assigned()"},
    {"tf.raw_ops.Fill: unknown shape of many dimensions",
     "traced(lambda s: tf.raw_ops.Fill(dims=s, value=1.0), tf.TensorSpec([2 ** 60], tf.int32))"},
    {"tf.raw_ops.DepthwiseConv2dNativeBackpropFilter: many huge sizes",
     "shapes(tf.raw_ops.DepthwiseConv2dNativeBackpropFilter(input=tf.ones([1, 4, 4, 3]), filter_sizes=[1879048192] * "
     "13, "
     "out_backprop=tf.ones([1, 4, 4, 3]), strides=[1] * 4, padding='SAME'))"},
    {"tf.raw_ops.GetSessionTensor: no handle",
     "shapes(tf.raw_ops.GetSessionTensor(handle=tf.constant([], tf.string), dtype=tf.int32))"},
    {"tf.raw_ops.DeleteSessionTensor: no handle", "tf.raw_ops.DeleteSessionTensor(handle=tf.constant([], tf.string))"},
    {"tf.raw_ops.UnsortedSegmentJoin: two numbers of segments",
     "shapes(tf.raw_ops.UnsortedSegmentJoin(inputs=['a', 'b'], segment_ids=[0, 1], num_segments=[2, 2]))"},
    {"tf.raw_ops.SpaceToBatchND: product overflows",
     "shapes(tf.raw_ops.SpaceToBatchND(input=tf.ones([10, 19, 22]), block_shape=np.int64([-1879048192, -1879048192]), "
     "paddings=[[0, 0], [0, 0]]))"},
    {"tf.raw_ops.QueueIsClosedV2: no handle", "shapes(tf.raw_ops.QueueIsClosedV2(handle=[]))"},
    {"tf.summary.flush: no writer", "tf.summary.flush(writer=())"},
    {"tf.raw_ops.TensorMapHasKey: long text",
     "tf.raw_ops.TensorMapHasKey(input_handle=tf.raw_ops.TensorMapInsert(input_handle=tf.raw_ops.EmptyTensorMap(), "
     "key=tf.constant('a' * 100), value=1.0), key=tf.constant('a' * 100))"},
    {"tf.raw_ops.SobolSample: vectors in a function",
     "shapes(tf.function(lambda: tf.raw_ops.SobolSample(dim=[1, 0], num_results=[1], skip=[1]))())"},
    {"tf.raw_ops.UnbatchGrad: two columns",
     "shapes(tf.raw_ops.UnbatchGrad(original_input=[1], batch_index=np.int64([[0, 0]]), grad=[1], id=np.int64([1])))"},
    {"tf.raw_ops.Conv2DBackpropInput: two sizes",
     "shapes(tf.raw_ops.Conv2DBackpropInput(input_sizes=[65534, 65534], filter=tf.ones([3, 3, 2, 2]), "
     "out_backprop=tf.constant(0.0), strides=[1] * 4, padding='SAME'))"},
    {"tf.raw_ops.SaveSlices: uint32",
     "tf.raw_ops.SaveSlices(filename=scratch + '/f', tensor_names=['a'], shapes_and_slices=[''], "
     "data=[tf.constant([1], tf.uint32)])"},
    {"tf.raw_ops.Conv2D: no rows",
     "shapes(tf.raw_ops.Conv2D(input=np.ones([1, 0, 2, 1]), filter=np.ones([1, 1, 1, 1]), strides=[1] * 4, "
     "padding='EXPLICIT', explicit_paddings=[0, 0, 1, 1, 1, 1, 0, 0]))"},
    {"tf.raw_ops.Conv2DBackpropInput: empty gradient",
     "shapes(tf.raw_ops.Conv2DBackpropInput(input_sizes=[3, 1, 1, 2], filter=np.ones([1, 3, 2, 3]), "
     "out_backprop=np.ones([3, 1, 0, 3]), strides=[1, 1, 2, 1], padding='VALID'))"},
    {"tf.raw_ops.DrawBoundingBoxes: float16",
     "shapes(tf.raw_ops.DrawBoundingBoxes(images=tf.ones([1, 3, 2, 3], tf.half), boxes=tf.ones([1, 2, 4])))"},
    {"tf.raw_ops.Range: too long, in a function",
     "traced(lambda: tf.raw_ops.Range(start=0.0, limit=2.0 ** 63, delta=1.0))"},
    {"tf.raw_ops.SdcaOptimizer: features of rank 4",
     "shapes(tf.raw_ops.SdcaOptimizer(sparse_example_indices=[], sparse_feature_indices=[], sparse_feature_values=[], "
     "dense_features=[tf.ones([1, 1, 1, 3])], example_weights=[1.0], example_labels=[1.0], sparse_indices=[], "
     "sparse_weights=[], dense_weights=[tf.ones([1, 3])], example_state_data=tf.zeros([1, 4]), "
     "loss_type='squared_loss', l1=0.0, l2=1.0, num_loss_partitions=1, num_inner_iterations=1))"},
    {"tf.raw_ops.FractionalAvgPool: ratio below 1",
     "shapes(tf.raw_ops.FractionalAvgPool(value=tf.ones([1, 4, 4, 1]), pooling_ratio=[1.0, 0.5, 0.5, 1.0], "
     "deterministic=True, seed=1, seed2=1))"},
    {"tf.raw_ops.CompositeTensorVariantToComponents: list",
     "shapes(tf.raw_ops.CompositeTensorVariantToComponents(encoded=tf.raw_ops.EmptyTensorList(element_dtype=tf.int32, "
     "element_shape=[10, 15], max_num_elements=2), metadata='', Tcomponents=[tf.int32]))"},
    {"tf.keras.layers.Conv3DTranspose: input of nothing",
     "shapes(tf.keras.layers.Conv3DTranspose(2, 3, padding='same')(tf.zeros([1, 4, 4, 0, 3])))"},
    {"tf.raw_ops.EditDistance: no dimensions, in a function",
     "shapes(tf.function(lambda: tf.raw_ops.EditDistance(hypothesis_indices=np.zeros([1, 0], np.int64), "
     "hypothesis_values=['tmp/'], hypothesis_shape=np.int64([]), truth_indices=np.zeros([1, 0], np.int64), "
     "truth_values=[''], truth_shape=np.int64([]), normalize=False))())"},
    {"tf.raw_ops.SparseSparseMaximum: no columns",
     "shapes(tf.raw_ops.SparseSparseMaximum(a_indices=np.int64([[1]]), a_values=[0.1], a_shape=np.int64([2]), "
     "b_indices=np.zeros([1, 0], np.int64), b_values=[2.0], b_shape=np.int64([2])))"},
    {"tf.raw_ops.SparseSparseMinimum: no columns",
     "shapes(tf.raw_ops.SparseSparseMinimum(a_indices=np.int64([[1]]), a_values=[0.1], a_shape=np.int64([2]), "
     "b_indices=np.zeros([1, 0], np.int64), b_values=[2.0], b_shape=np.int64([2])))"},
};

}  // namespace

std::vector<Check> late_advisory_checks() {
  const std::string begin = std::string(documented_parts) + setup;
  return {check_of({.name = "advisories_of_2022", .module = "tf.raw_ops", .setup = begin, .blocks = {{of_2022}}})};
}

}  // namespace tfh::testsuites::modules
