// Calls of the advisories of 2020 and 2021 that no table or sweep makes, as they are and in a function.
#include <string>

#include "testsuites/modules/documented.h"
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
def of_function(function):
    return shapes(tf.function(function)())

def graph_of_text(text):
    from google.protobuf import text_format
    graph = text_format.Parse(text, tf.compat.v1.GraphDef())
    return type(tf.compat.v1.wrap_function(lambda: tf.graph_util.import_graph_def(graph, name=""), [])).__name__

)py";

constexpr Use eager[] = {
    {"tf.raw_ops.GetSessionHandle: eager", "tf.raw_ops.GetSessionHandle(value=1)"},
    {"tf.raw_ops.GetSessionHandleV2: eager", "tf.raw_ops.GetSessionHandleV2(value=1).dtype.name"},
    {"tf.graph_util.import_graph_def: output that is not there",
     "graph_of_text(\"node {name: 'a' op: 'Placeholder' attr {key: 'dtype' value {type: DT_FLOAT}}} node {name: 'b' "
     "op: 'Identity' input: 'a:7' attr {key: 'T' value {type: DT_FLOAT}}}\")"},
    {"tf.random.truncated_normal: resource",
     "shapes(tf.random.truncated_normal(shape=1, mean=np.float32(20.8739), stddev=779.973, dtype=20, seed=64))"},
    {"tf.random.stateless_truncated_normal: resource",
     "shapes(tf.random.stateless_truncated_normal(shape=1, seed=[63, 70], mean=np.float32(20.8739), stddev=779.973, "
     "dtype=20))"},
    {"tf.one_hot: resource",
     "shapes(tf.one_hot(indices=[62, 50], depth=136, on_value=np.int32(237), off_value=158, axis=856, dtype=20))"},
    {"tf.range: resource", "shapes(tf.range(start=np.int32(214), limit=660, delta=129, dtype=20))"},
    {"tf.raw_ops.ResourceCountUpTo: number",
     "shapes(tf.raw_ops.ResourceCountUpTo(resource=np.int32(30), limit=872, T=tf.int32))"},
    {"tf.convert_to_tensor: resource",
     "tf.convert_to_tensor(np.array([1, 2], np.int32), dtype=tf.resource).dtype.name"},
    {"tf.raw_ops.Conv3DBackpropInputV2: empty",
     "shapes(tf.raw_ops.Conv3DBackpropInputV2(input_sizes=[0] * 5, filter=tf.zeros([0, 0, 0, 1, 0]), "
     "out_backprop=tf.zeros([0] * 5), strides=[1] * 5, padding='SAME'))"},
    {"tf.raw_ops.Conv3DBackpropFilterV2: empty",
     "shapes(tf.raw_ops.Conv3DBackpropFilterV2(input=tf.ones([1] * 5), filter_sizes=[0, 0, 0, 1, 0], "
     "out_backprop=tf.zeros([1, 1, 1, 1, 0]), strides=[1] * 5, padding='SAME'))"},
    {"tf.raw_ops.Conv2DBackpropFilter: empty",
     "shapes(tf.raw_ops.Conv2DBackpropFilter(input=tf.zeros([0, 0, 1, 0]), filter_sizes=[1] * 4, "
     "out_backprop=tf.zeros([0, 0, 1, 1]), strides=[1, 66, 18, 1], padding='SAME'))"},
    {"tf.raw_ops.Conv2DBackpropInput: empty filter",
     "shapes(tf.raw_ops.Conv2DBackpropInput(input_sizes=[52, 1, 1, 5], filter=tf.zeros([0, 1, 5, 0]), "
     "out_backprop=tf.zeros([52, 1, 1, 0]), strides=[1] * 4, padding='SAME'))"},
    {"tf.raw_ops.QuantizedMul: one empty",
     "shapes(tf.raw_ops.QuantizedMul(x=tf.zeros([4, 1], tf.quint8), y=tf.zeros([0], tf.quint8), min_x=0.0, "
     "max_x=0.001, min_y=0.0, max_y=0.001))"},
    {"tf.raw_ops.QuantizedMul: no ranges",
     "shapes(tf.raw_ops.QuantizedMul(x=tf.zeros([1, 2], tf.quint8), y=tf.zeros([1, 2], tf.quint8), min_x=[], max_x=[], "
     "min_y=[], max_y=[]))"},
    {"tf.raw_ops.QuantizedResizeBilinear: centres",
     "shapes(tf.raw_ops.QuantizedResizeBilinear(images=tf.bitcast(tf.constant([256, 328, 361, 17] + [361] * 10 + "
     "[384], tf.int32, [1, 1, 15, 1]), tf.qint32), size=[12, 6], min=80.22522735595703, max=80.39215850830078, "
     "align_corners=True, half_pixel_centers=True))"},
    {"tf.raw_ops.RaggedCross: empty dense",
     "shapes(tf.raw_ops.RaggedCross(ragged_values=[], ragged_row_splits=[], sparse_indices=[], sparse_values=[], "
     "sparse_shape=[], dense_inputs=[tf.zeros([92, 0], tf.int64)], input_order='R', hashed_output=False, "
     "num_buckets=0, hash_key=0, out_values_type=tf.int64, out_row_splits_type=tf.int64))"},
    {"tf.raw_ops.DrawBoundingBoxes: no rows",
     "shapes(tf.raw_ops.DrawBoundingBoxes(images=tf.zeros([2, 0, 48, 1]), "
     "boxes=tf.tensor_scatter_nd_update(tf.zeros([2, 31, 4]), [[0, 0, 0]], [3.90621])))"},
    {"tf.raw_ops.QuantizeAndDequantizeV4Grad: ranges of matrices",
     "shapes(tf.raw_ops.QuantizeAndDequantizeV4Grad(gradients=[0.0], input=[0.0], input_min=[[0.0]], "
     "input_max=[[0.0]], axis=0))"},
    {"tf.raw_ops.QuantizedBiasAdd: empty",
     "shapes(tf.raw_ops.QuantizedBiasAdd(input=tf.zeros([0, 0, 0, 0], tf.quint8), bias=tf.zeros([0], tf.quint8), "
     "min_input=-10.0, max_input=-10.0, min_bias=-10.0, max_bias=-10.0, out_type=tf.qint32))"},
    {"tf.raw_ops.QuantizedAdd: one empty",
     "shapes(tf.raw_ops.QuantizedAdd(x=tf.zeros([2, 1], tf.quint8), y=tf.zeros([2, 0], tf.quint8), min_x=10.7, "
     "max_x=15.2, min_y=-5.5, max_y=42.2))"},
    {"tf.raw_ops.SparseMatMul: sparse and empty",
     "shapes(tf.raw_ops.SparseMatMul(a=tf.fill([2, 2], 100.0), b=tf.zeros([0, 2]), transpose_a=True, transpose_b=True, "
     "a_is_sparse=True, b_is_sparse=True))"},
    {"tf.raw_ops.EditDistance: shapes of zeros",
     "shapes(tf.raw_ops.EditDistance(hypothesis_indices=np.int64([[247, 247, 247]]), hypothesis_values=[-9.9999], "
     "hypothesis_shape=np.int64([0, 0, 0]), truth_indices=tf.zeros([0, 3], tf.int64), truth_values=tf.zeros([0]), "
     "truth_shape=np.int64([0, 0, 0]), normalize=True))"},
    {"tf.raw_ops.Dequantize: ranges of unlike length",
     "shapes(tf.raw_ops.Dequantize(input=tf.zeros([5, 10], tf.quint8), min_range=[-10.0], max_range=[24.0, 758.0, "
     "758.0, 758.0, 758.0], mode='SCALED', narrow_range=True, axis=0))"},
    {"tf.raw_ops.SparseSplit: huge shape",
     "shapes(tf.raw_ops.SparseSplit(split_dim=np.int64(1), indices=np.int64([[0, 0], [0, 1]]), values=[1.0, 1.0], "
     "shape=np.int64([2 ** 60 - 1] * 2), num_split=2))"},
    {"tf.raw_ops.CTCLoss: no frames",
     "shapes(tf.raw_ops.CTCLoss(inputs=tf.zeros([0, 2, 11]), labels_indices=tf.zeros([0, 2], tf.int64), "
     "labels_values=tf.zeros([0], tf.int32), sequence_length=[-100, -100]))"},
    {"tf.raw_ops.SparseDenseCwiseDiv: by zero",
     "shapes(tf.raw_ops.SparseDenseCwiseDiv(sp_indices=np.int64([[0]]), sp_values=[-400], sp_shape=np.int64([1]), "
     "dense=[0]))"},
    {"tf.raw_ops.SparseReshape: shape with 0",
     "shapes(tf.raw_ops.SparseReshape(input_indices=np.int64([[1, 1, 1]]), input_shape=np.int64([1, 1, 0]), "
     "new_shape=np.int64([1, 0])))"},
    {"tf.raw_ops.SparseTensorSliceDataset: three of no columns",
     "tf.raw_ops.SparseTensorSliceDataset(indices=tf.zeros([3, 0], tf.int64), values=[1, 2, 3], "
     "dense_shape=np.int64([3, 3])).dtype.name"},
    {"tf.raw_ops.ResourceGather: more batches than there are",
     "(lambda v: shapes(tf.raw_ops.ResourceGather(resource=v.handle, indices=[0], dtype=tf.float32, batch_dims=1, "
     "validate_indices=False)))(tf.Variable(tf.zeros([0, 1])))"},
    {"tf.raw_ops.MapPeek: no indices",
     "shapes(tf.raw_ops.MapPeek(key=np.int64([8]), indices=np.int32([]), dtypes=[tf.int32], capacity=8, "
     "memory_limit=128))"},
    {"tf.raw_ops.OrderedMapUnstage: no indices",
     "shapes(tf.raw_ops.OrderedMapUnstage(key=np.int64([8]), indices=np.int32([]), dtypes=[tf.int32], capacity=8, "
     "memory_limit=128))"},
    {"tf.raw_ops.MaxPoolGrad: empty, explicit padding",
     "shapes(tf.raw_ops.MaxPoolGrad(orig_input=tf.zeros([3, 0, 0, 2]), orig_output=tf.zeros([3, 0, 0, 2]), "
     "grad=tf.zeros([3, 0, 0, 2]), ksize=[1, 16, 16, 1], strides=[1, 16, 18, 1], padding='EXPLICIT', "
     "explicit_paddings=[0, 0, 14, 3, 15, 5, 0, 0]))"},
    {"tf.keras.models.model_from_yaml: call in the text",
     "tf.keras.models.model_from_yaml('!!python/object/apply:builtins.dict [[[class_name, Sequential], [config, "
     "{name: m, layers: []}]]]').name"},
    {"tf.image.crop_and_resize: huge size",
     "shapes(tf.image.crop_and_resize(tf.ones([1, 1, 1, 4]), tf.ones([1, 4]), [0], [2 ** 31 - 1, 2 ** 31 - 1]))"},
    {"tf.image.extract_glimpse: huge size",
     "shapes(tf.image.extract_glimpse(tf.ones([1, 5, 5, 4]), [2 ** 31 - 1, 2 ** 31 - 1], [[0.0, 0.0]]))"},
    {"tf.image.pad_to_bounding_box: huge size",
     "shapes(tf.image.pad_to_bounding_box(tf.ones([1, 1, 1, 4]), 0, 0, 2 ** 31 - 1, 2 ** 31 - 1))"},
    {"tf.image.resize_with_crop_or_pad: huge size",
     "shapes(tf.image.resize_with_crop_or_pad(tf.ones([1, 1, 1, 4]), 2 ** 31 - 1, 2 ** 31 - 1))"},
    {"tf.keras.layers.UpSampling2D: huge size",
     "shapes(tf.keras.layers.UpSampling2D(size=1610637938, data_format='channels_first', "
     "interpolation='bilinear')(np.ones((5, 1, 1, 1))))"},
    {"tf.sparse.eye: huge", "shapes(tf.sparse.eye(num_rows=9223372036854775807, num_columns=None).values)"},
    {"tf.raw_ops.SparseMatMul: b is sparse and empty",
     "shapes(tf.raw_ops.SparseMatMul(a=[[1.0, 1.0, 1.0]], b=tf.zeros([3, 0]), transpose_a=False, transpose_b=False, "
     "a_is_sparse=False, b_is_sparse=True))"},
};

constexpr Use in_function[] = {
    {"tf.raw_ops.Conv2D: empty",
     "of_function(lambda: tf.raw_ops.Conv2D(input=tf.zeros([0] * 4), filter=tf.zeros([0] * 4), strides=[1] * 4, "
     "padding='SAME'))"},
    {"tf.raw_ops.SparseFillEmptyRows: empty",
     "of_function(lambda: tf.raw_ops.SparseFillEmptyRows(indices=tf.zeros([0, 0], tf.int64), values=tf.zeros([0], "
     "tf.int64), dense_shape=tf.zeros([0], tf.int64), default_value=np.int64(0)))"},
    {"tf.raw_ops.Dequantize: axis far below",
     "(lambda q: of_function(lambda: tf.raw_ops.Dequantize(input=q, min_range=tf.zeros([0]), "
     "max_range=tf.zeros([0]), mode='MIN_COMBINED', narrow_range=False, axis=-10)))(tf.zeros([1], tf.quint8))"},
    {"tf.raw_ops.ParallelConcat: shape 0", "of_function(lambda: tf.raw_ops.ParallelConcat(values=[['tf']], shape=0))"},
    {"tf.raw_ops.RaggedCross: sparse without values",
     "of_function(lambda: tf.raw_ops.RaggedCross(ragged_values=[], ragged_row_splits=[], sparse_indices=[[5]], "
     "sparse_values=[], sparse_shape=[5], dense_inputs=[['a']], input_order='RD', hashed_output=False, "
     "num_buckets=5, hash_key=2, out_values_type=tf.string, out_row_splits_type=tf.int64))"},
    {"tf.ragged.cross: text",
     "shapes(tf.nest.flatten(tf.function(lambda: tf.ragged.cross([tf.ragged.constant([['1']]), '2']))(), "
     "expand_composites=True))"},
    {"tf.raw_ops.DeserializeSparse: variant of a dataset",
     "(lambda v: of_function(lambda: tf.raw_ops.DeserializeSparse(serialized_sparse=v, "
     "dtype=tf.int32)))(tf.data.experimental.to_variant(numbers))"},
    {"tf.raw_ops.Transpose: permutation far below",
     "of_function(lambda: tf.raw_ops.Transpose(x=[1, 2, 3, 4], perm=[-10]))"},
};

Check advisories(const char* name, std::span<const Use> uses) {
  return check_of({.name = std::string("advisories_") + name,
                   .module = "tf.raw_ops",
                   .setup = std::string(documented_parts) + setup,
                   .blocks = {{uses}}});
}

}  // namespace

std::vector<Check> early_advisory_checks() {
  return {advisories("of_2021", eager), advisories("of_2021_in_functions", in_function)};
}

}  // namespace tfh::testsuites::modules
