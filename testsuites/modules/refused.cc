// Arguments that kernels refuse and, in one release or another, died of: most are named by the framework's security
// advisories. Here are those that no release takes and then writes outside of its memory; runtime/malformed.cc has the
// others. Results are reduced to shapes.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
import sys

sys.kept = []

def shapes(made):
    sys.kept.append(made)
    return [list(one.shape) if hasattr(one, "shape") else one for one in tf.nest.flatten(made)]

)";

constexpr Use quantized[] = {
    {"tf.raw_ops.QuantizedAdd: no range",
     "shapes(tf.raw_ops.QuantizedAdd(x=tf.zeros([2], tf.quint8), y=tf.zeros([2], tf.quint8), min_x=[], max_x=0.0, "
     "min_y=0.0, max_y=1.0))"},
    {"tf.raw_ops.QuantizedResizeBilinear: no range",
     "shapes(tf.raw_ops.QuantizedResizeBilinear(images=tf.ones([1, 2, 2, 1]), size=[2, 2], min=[], max=[]))"},
    {"tf.raw_ops.QuantizedRelu: no range",
     "shapes(tf.raw_ops.QuantizedRelu(features=tf.zeros([2], tf.quint8), min_features=[], max_features=[]))"},
    {"tf.raw_ops.QuantizedAvgPool: no range",
     "shapes(tf.raw_ops.QuantizedAvgPool(input=tf.zeros([1, 2, 2, 1], tf.quint8), min_input=[], max_input=[], "
     "ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding='SAME'))"},
    {"tf.raw_ops.QuantizedMaxPool: no range",
     "shapes(tf.raw_ops.QuantizedMaxPool(input=tf.zeros([1, 2, 2, 1], tf.quint8), min_input=[], max_input=[], "
     "ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding='SAME'))"},
    {"tf.raw_ops.QuantizedMatMul: no range",
     "shapes(tf.raw_ops.QuantizedMatMul(a=tf.zeros([2, 2], tf.quint8), b=tf.zeros([2, 2], tf.quint8), min_a=[], "
     "max_a=1.0, min_b=0.0, max_b=1.0))"},
    {"tf.raw_ops.QuantizedInstanceNorm: range of two rows",
     "shapes(tf.raw_ops.QuantizedInstanceNorm(x=tf.zeros([1, 2, 2, 1], tf.quint8), x_min=tf.zeros([2, 0]), "
     "x_max=1.0))"},
    {"tf.raw_ops.QuantizeDownAndShrinkRange: no range",
     "shapes(tf.raw_ops.QuantizeDownAndShrinkRange(input=tf.bitcast(np.zeros([2], np.int32), tf.qint32), input_min=[], "
     "input_max=[], out_type=tf.quint8))"},
    {"tf.raw_ops.Requantize: no range",
     "shapes(tf.raw_ops.Requantize(input=tf.bitcast(np.zeros([2], np.int32), tf.qint32), input_min=[], input_max=[], "
     "requested_output_min=[], requested_output_max=[], out_type=tf.quint8))"},
    {"tf.raw_ops.RequantizationRange: no range",
     "shapes(tf.raw_ops.RequantizationRange(input=tf.bitcast(np.zeros([1], np.int32), tf.qint32), input_min=[], "
     "input_max=[]))"},
    {"tf.raw_ops.Dequantize: no range",
     "shapes(tf.raw_ops.Dequantize(input=tf.zeros([2, 2], tf.quint8), min_range=[], max_range=[], "
     "mode='MIN_COMBINED'))"},
    {"tf.raw_ops.Dequantize: axis outside",
     "shapes(tf.raw_ops.Dequantize(input=tf.zeros([1, 1], tf.quint8), min_range=[0.0], max_range=[1.0], "
     "mode='MIN_COMBINED', axis=2 ** 31 - 1))"},
    {"tf.raw_ops.QuantizeV2: no range",
     "shapes(tf.raw_ops.QuantizeV2(input=[1.0, 2.0], min_range=[], max_range=[], T=tf.qint8, mode='SCALED', axis=0))"},
    {"tf.raw_ops.QuantizeAndDequantizeV4Grad: no range",
     "shapes(tf.raw_ops.QuantizeAndDequantizeV4Grad(gradients=[1.0], input=[1.0], input_min=[], input_max=[], "
     "axis=-1))"},
    {"tf.raw_ops.FakeQuantWithMinMaxVarsGradient: range of vectors",
     "shapes(tf.raw_ops.FakeQuantWithMinMaxVarsGradient(gradients=[1.0], inputs=[1.0], min=[0.0, 1.0], max=[1.0, "
     "2.0]))"},
    {"tf.raw_ops.FakeQuantWithMinMaxVarsPerChannelGradient: range of matrices",
     "shapes(tf.raw_ops.FakeQuantWithMinMaxVarsPerChannelGradient(gradients=[1.0], inputs=[1.0], min=[[0.0]], "
     "max=[[1.0]]))"},
};

constexpr Use sparse[] = {
    {"tf.raw_ops.SparseFillEmptyRowsGrad: index outside",
     "shapes(tf.raw_ops.SparseFillEmptyRowsGrad(reverse_index_map=tf.constant([-10000], tf.int64), "
     "grad_values=[0.0]))"},
    {"tf.raw_ops.SparseFillEmptyRows: lengths",
     "shapes(tf.raw_ops.SparseFillEmptyRows(indices=np.int64([[0, 0], [0, 1]]), values=[1.0], dense_shape=np.int64([2, "
     "2]), default_value=1.0))"},
    {"tf.raw_ops.SparseCountSparseOutput: empty",
     "shapes(tf.raw_ops.SparseCountSparseOutput(indices=np.zeros([0, 0], np.int64), values=np.zeros([0], np.int64), "
     "dense_shape=np.int64([0, 0]), weights=np.zeros([0], np.int64), binary_output=False))"},
    {"tf.raw_ops.SparseCountSparseOutput: huge shape",
     "shapes(tf.raw_ops.SparseCountSparseOutput(indices=np.int64([[1, 1]]), values=np.int64([2]), "
     "dense_shape=np.int64([2 ** 31, 2 ** 32]), weights=np.int64([1]), binary_output=True, minlength=-1, "
     "maxlength=-1))"},
    {"tf.raw_ops.DenseCountSparseOutput: empty",
     "shapes(tf.raw_ops.DenseCountSparseOutput(values=np.zeros([0, 0], np.int64), weights=tf.constant(np.zeros([0, "
     "0]), tf.float32), binary_output=False))"},
    {"tf.raw_ops.SparseConcat: overflow in one dimension",
     "shapes(tf.raw_ops.SparseConcat(indices=[np.int64([[0]]), np.int64([[0]])], values=[[1], [1]], "
     "shapes=[np.int64([2 ** 62]), np.int64([2 ** 62])], concat_dim=0))"},
    {"tf.raw_ops.SparseConcat: overflow",
     "shapes(tf.raw_ops.SparseConcat(indices=[np.zeros([0, 4], np.int64), np.int64([[0, 0, 0, 0]])], "
     "values=[np.zeros([0], np.float32), np.zeros([1], np.float32)], shapes=[np.int64([2 ** 20] * 4), np.int64([2 ** "
     "20] * 4)], concat_dim=0))"},
    {"tf.raw_ops.SparseDenseCwiseMul: no values",
     "shapes(tf.raw_ops.SparseDenseCwiseMul(sp_indices=np.int64([[0, 0]]), sp_values=[], sp_shape=np.int64([1, 1]), "
     "dense=[[1.0]]))"},
    {"tf.raw_ops.SparseReshape: negative shape",
     "shapes(tf.raw_ops.SparseReshape(input_indices=np.int64([[0, 0]]), input_shape=np.int64([-5, -5]), "
     "new_shape=np.int64([25])))"},
    {"tf.raw_ops.SparseSlice: overflow",
     "shapes(tf.raw_ops.SparseSlice(indices=np.int64([[0, 0]]), values=[1], shape=np.int64([2 ** 40, 2 ** 40]), "
     "start=np.int64([0, 0]), size=np.int64([2 ** 40, 2 ** 40])))"},
    {"tf.raw_ops.SparseTensorDenseAdd: ranks",
     "shapes(tf.raw_ops.SparseTensorDenseAdd(a_indices=np.zeros([1, 3], np.int64), a_values=[1], a_shape=np.int64([2, "
     "2]), b=[[1, 1], [1, 1]]))"},
    {"tf.raw_ops.RaggedTensorToVariant: no splits",
     "shapes(tf.raw_ops.RaggedTensorToVariant(rt_nested_splits=[], rt_dense_values=tf.zeros([2, 3]), "
     "batched_input=True).dtype.name)"},
    {"tf.raw_ops.RaggedTensorToVariant: empty splits",
     "shapes(tf.raw_ops.RaggedTensorToVariant(rt_nested_splits=[np.int64([])], rt_dense_values=tf.zeros([2]), "
     "batched_input=True).dtype.name)"},
    {"tf.raw_ops.RaggedTensorToTensor: no row ids",
     "shapes(tf.raw_ops.RaggedTensorToTensor(shape=[2, 2], values=[1], default_value=0, "
     "row_partition_tensors=[np.int64([]), np.int64([])], row_partition_types=['FIRST_DIM_SIZE', 'VALUE_ROWIDS']))"},
    {"tf.raw_ops.UnicodeEncode: no splits",
     "shapes(tf.raw_ops.UnicodeEncode(input_values=[97], input_splits=np.int64([]), output_encoding='UTF-8'))"},
    {"tf.raw_ops.Bincount: size of a vector", "shapes(tf.raw_ops.Bincount(arr=[1], size=[1, 2], weights=[1.0]))"},
};

constexpr Use pooling[] = {
    {"tf.image.crop_and_resize: box at infinity",
     "shapes(tf.image.crop_and_resize(tf.zeros([2, 1, 1, 1]), [[1e40, 0.0, 0.0, 0.0]], [1], [1, 1]))"},
    {"tf.raw_ops.Conv3D: no channels",
     "shapes(tf.raw_ops.Conv3D(input=tf.ones([1, 1, 1, 1, 1]), filter=tf.zeros([1, 1, 1, 0, 1]), strides=[1] * 5, "
     "padding='SAME'))"},
    {"tf.raw_ops.FractionalAvgPool: ratio above the size",
     "shapes(tf.raw_ops.FractionalAvgPool(value=tf.ones([1, 1, 1, 1]), pooling_ratio=[1.0, 2.0, 2.0, 1.0], "
     "pseudo_random=False, overlapping=False, deterministic=True, seed=1, seed2=1))"},
    {"tf.raw_ops.FractionalMaxPool: ratio above the size",
     "shapes(tf.raw_ops.FractionalMaxPool(value=tf.ones([1, 1, 1, 1]), pooling_ratio=[1.0, 2.0, 2.0, 1.0], "
     "pseudo_random=False, overlapping=False, deterministic=True, seed=1, seed2=1))"},
    {"tf.nn.fractional_max_pool: ratio below one",
     "shapes(tf.nn.fractional_max_pool(tf.ones([1, 4, 4, 1]), [1.0, 0.5, 0.5, 1.0], seed=1))"},
    {"tf.raw_ops.FusedBatchNorm: no scale",
     "shapes(tf.raw_ops.FusedBatchNorm(x=tf.ones([1, 1, 1, 6]), scale=[], offset=[], mean=[], variance=[], "
     "is_training=True))"},
    {"tf.raw_ops.MaxPool3DGradGrad: empty gradient",
     "shapes(tf.raw_ops.MaxPool3DGradGrad(orig_input=tf.zeros([1, 1, 1, 1, 1]), orig_output=tf.zeros([1, 1, 1, 1, 1]), "
     "grad=tf.zeros([0, 0, 0, 0, 0]), ksize=[1] * 5, strides=[1] * 5, padding='VALID'))"},
    {"tf.raw_ops.AvgPoolGrad: negative shape",
     "shapes(tf.raw_ops.AvgPoolGrad(orig_input_shape=[-1, 2, 2, 1], grad=tf.ones([1, 1, 1, 1]), ksize=[1, 2, 2, 1], "
     "strides=[1, 2, 2, 1], padding='VALID'))"},
    {"tf.raw_ops.MaxPool3D: window of nothing",
     "shapes(tf.raw_ops.MaxPool3D(input=tf.ones([1, 2, 2, 2, 1]), ksize=[1, 0, 1, 1, 1], strides=[1] * 5, "
     "padding='VALID'))"},
    {"tf.raw_ops.NonMaxSuppressionV5: negative size",
     "shapes(tf.raw_ops.NonMaxSuppressionV5(boxes=[[0.0, 0.0, 1.0, 1.0]], scores=[1.0], max_output_size=-1, "
     "iou_threshold=0.5, score_threshold=0.0, soft_nms_sigma=0.0, pad_to_max_output_size=True))"},
    {"tf.image.non_max_suppression: negative size",
     "shapes(tf.image.non_max_suppression([[0.0, 0.0, 1.0, 1.0]], [1.0], -1))"},
    {"tf.raw_ops.DataFormatVecPermute: format too short",
     "shapes(tf.raw_ops.DataFormatVecPermute(x=[1, 4, 4, 5], src_format='NHWC', dst_format='NCH'))"},
    {"tf.raw_ops.DataFormatDimMap: unlike formats",
     "shapes(tf.raw_ops.DataFormatDimMap(x=[4], src_format='1234', dst_format='8765'))"},
};

constexpr Use arrays[] = {
    {"tf.raw_ops.Switch: eager", "shapes(tf.raw_ops.Switch(data=1, pred=True)[0])"},
    {"tf.strings.as_string: filled with n", "shapes(tf.strings.as_string([1234], width=6, fill='n'))"},
    {"tf.raw_ops.MatrixSetDiagV3: no diagonal",
     "shapes(tf.raw_ops.MatrixSetDiagV3(input=tf.zeros([1, 2, 2]), diagonal=tf.zeros([1, 2]), k=tf.constant([], "
     "tf.int32), align='RIGHT_RIGHT'))"},
    {"tf.raw_ops.MatrixDiagPartV2: no diagonal",
     "shapes(tf.raw_ops.MatrixDiagPartV2(input=tf.zeros([2, 3]), k=tf.constant([], tf.int32), padding_value=0.0))"},
    {"tf.raw_ops.ParameterizedTruncatedNormal: no shape",
     "shapes(tf.raw_ops.ParameterizedTruncatedNormal(shape=tf.constant([], tf.int32), means=[], stdevs=[1.0], "
     "minvals=[0.0], maxvals=[1.0], seed=1, seed2=1))"},
    {"tf.raw_ops.BandedTriangularSolve: empty",
     "shapes(tf.raw_ops.BandedTriangularSolve(matrix=tf.zeros([0, 1]), rhs=tf.ones([1, 1])))"},
    {"tf.raw_ops.SqrtGrad: lengths", "shapes(tf.raw_ops.SqrtGrad(y=[4.0, 16.0], dy=[]))"},
    {"tf.raw_ops.InplaceAdd: empty", "shapes(tf.raw_ops.InplaceAdd(x=[], i=[0], v=[1.0]))"},
    {"tf.raw_ops.TensorListReserve: negative",
     "shapes(tf.raw_ops.TensorListReserve(element_shape=[1], num_elements=-1, element_dtype=tf.float32).dtype.name)"},
    {"tf.raw_ops.TensorListReserve: vector",
     "shapes(tf.raw_ops.TensorListReserve(element_shape=[1], num_elements=[1, 2], "
     "element_dtype=tf.float32).dtype.name)"},
    {"tf.raw_ops.TensorListResize: vector",
     "shapes(tf.raw_ops.TensorListResize(input_handle=tf.raw_ops.TensorListReserve(element_shape=[1], num_elements=2, "
     "element_dtype=tf.float32), size=[1, 2]).dtype.name)"},
    {"tf.raw_ops.TensorListScatterV2: no number",
     "shapes(tf.raw_ops.TensorListScatterV2(tensor=[1.0], indices=[0], element_shape=[1, 2], "
     "num_elements=[]).dtype.name)"},
    {"tf.raw_ops.MapStage: no key",
     "shapes(tf.raw_ops.MapStage(key=np.int64([]), indices=[0], values=[1.0], dtypes=[tf.float32], capacity=1, "
     "memory_limit=0, container='', shared_name=''))"},
    {"tf.raw_ops.TensorSummaryV2: vector",
     "shapes(tf.raw_ops.TensorSummaryV2(tag=b'', tensor=[1.0], serialized_summary_metadata=[b'', b'']))"},
    {"tf.raw_ops.AudioSummaryV2: vector",
     "shapes(tf.raw_ops.AudioSummaryV2(tag='', tensor=tf.ones([1, 2]), sample_rate=[1.0, 2.0]))"},
    {"tf.raw_ops.DeleteSessionTensor: eager", "shapes(tf.raw_ops.DeleteSessionTensor(handle=['x']))"},
    {"tf.raw_ops.SaveV2: two prefixes",
     "shapes(tf.raw_ops.SaveV2(prefix=[scratch + '/z', 'x'], tensor_names=['a'], shape_and_slices=[''], "
     "tensors=[1.0]))"},
    {"tf.raw_ops.RestoreSlice: no names",
     "shapes(tf.raw_ops.RestoreSlice(file_pattern=[scratch + '/x'], tensor_name=[], shape_and_slice=[''], "
     "dt=tf.float32))"},
    {"tf.raw_ops.DatasetToTFRecord: numbers",
     "shapes(tf.raw_ops.DatasetToTFRecord(input_dataset=tf.data.Dataset.range(3)._variant_tensor, filename=scratch + "
     "'/out', compression_type=''))"},
    {"tf.raw_ops.ThreadPoolHandle: too many",
     "shapes(tf.raw_ops.ThreadPoolHandle(num_threads=2 ** 31 - 1, display_name='x').dtype.name)"},
};

constexpr Use sizes[] = {
    {"tf.range: count overflows", "shapes(tf.range(0, 2 ** 63 - 1, 2 ** 62, dtype=tf.int64))"},
    {"tf.range: difference overflows", "shapes(tf.range(np.int64(-2 ** 62), np.int64(2 ** 62)))"},
    {"tf.raw_ops.Range: limits of float at infinity",
     "shapes(tf.raw_ops.Range(start=0.0, limit=float('inf'), delta=1.0))"},
    {"tf.raw_ops.Range: step of float too small", "shapes(tf.raw_ops.Range(start=-1e30, limit=1e30, delta=1.0))"},
    {"tf.ragged.range: infinite", "shapes(tf.ragged.range([0.0], [float('inf')], [1.0]).row_splits)"},
    {"tf.ragged.range: step too small", "shapes(tf.ragged.range([1.1], [2e9], [1e-31]).row_splits)"},
    {"tf.ragged.range: count overflows",
     "shapes(tf.ragged.range(np.int64([0]), np.int64([2 ** 62]), np.int64([1])).row_splits)"},
    {"tf.reshape: sizes overflow", "shapes(tf.reshape([1.0], np.int64([2 ** 40, 2 ** 40])))"},
    {"tf.reshape: most negative", "shapes(tf.reshape([1.0], np.int64([-2 ** 63 + 1, 1])))"},
    {"tf.raw_ops.SplitV: two negative sizes",
     "shapes(tf.raw_ops.SplitV(value=tf.zeros([0]), size_splits=[-1, -2], axis=0, num_split=2))"},
    {"tf.split: size above the rest", "shapes(tf.split(tf.ones([4]), [2 ** 31 - 1, -1]))"},
    {"tf.constant: none of many", "shapes(tf.constant(np.ones((0, 2 ** 31, 2 ** 31))))"},
    {"tf.scatter_nd: huge shape", "shapes(tf.scatter_nd([[0]], [1.0], np.int64([2 ** 62])))"},
    {"tf.nn.conv3d_transpose: output of nothing",
     "shapes(tf.nn.conv3d_transpose(tf.ones([1] * 5), tf.ones([1] * 5), [1, 0, 1, 1, 1], 1))"},
    {"tf.raw_ops.Conv2DBackpropInput: negative size",
     "shapes(tf.raw_ops.Conv2DBackpropInput(input_sizes=[2, -2, 2, 2], filter=tf.ones([1, 1, 2, 1]), "
     "out_backprop=tf.ones([2, 2, 2, 1]), strides=[1] * 4, padding='SAME'))"},
    {"tf.math.bincount: weights of two dimensions", "shapes(tf.math.bincount([[1, 2]], weights=[[1.0]], axis=-1))"},
    {"tf.keras.layers.MaxPooling3D: pool of nothing",
     "shapes(tf.keras.layers.MaxPooling3D(pool_size=0, strides=1)(tf.ones([3, 4, 10, 11, 12])))"},
    {"tf.keras.layers.MaxPooling2D: negative pool",
     "shapes(tf.keras.layers.MaxPooling2D(pool_size=-1)(tf.ones([1, 4, 4, 1])))"},
    {"tf.keras.layers.AveragePooling2D: stride of nothing",
     "shapes(tf.keras.layers.AveragePooling2D(strides=0)(tf.ones([1, 4, 4, 1])))"},
    {"tf.keras.layers.Conv3DTranspose: output padding huge",
     "shapes(tf.keras.layers.Conv3DTranspose(1, 1, padding='same', output_padding=(2 ** 27,) * 3, "
     "strides=(2 ** 28,) * 3)(tf.ones([1] * 5)))"},
};

constexpr Use kinds[] = {
    {"tf.sparse.cross: two separators", "shapes(tf.sparse.cross([], separator=tf.constant(['a', 'b'])).values)"},
    {"tf.raw_ops.SparseCross: numbers for text",
     "shapes(tf.raw_ops.SparseCross(indices=[], values=[], shapes=[], dense_inputs=[np.int64([[1]])], "
     "hashed_output=False, num_buckets=1, hash_key=1, out_type=tf.string, internal_type=tf.string))"},
    {"tf.raw_ops.SparseCross: numbers and text",
     "shapes(tf.raw_ops.SparseCross(indices=[], values=[], shapes=[], dense_inputs=[[['a']], np.int64([[1]])], "
     "hashed_output=False, num_buckets=1, hash_key=1, out_type=tf.string, internal_type=tf.string))"},
    {"tf.raw_ops.UncompressElement: of a dataset",
     "shapes(tf.raw_ops.UncompressElement(compressed=tf.data.Dataset.from_tensors([0.0])._variant_tensor, "
     "output_types=[tf.int64], output_shapes=[2]))"},
    {"tf.raw_ops.PyFunc: token that is no text",
     "shapes(tf.raw_ops.PyFunc(input=[], token=b'\\xb0', Tout=[tf.float32]))"},
    {"tf.raw_ops.EagerPyFunc: token that is no text",
     "shapes(tf.raw_ops.EagerPyFunc(input=[], token=b'\\xb0', Tout=[tf.float32]))"},
    {"tf.raw_ops.CompositeTensorVariantToComponents: of numbers",
     "shapes(tf.raw_ops.CompositeTensorVariantToComponents(encoded=[1, 1], metadata='', Tcomponents=[tf.int32]))"},
    {"tf.raw_ops.CompositeTensorVariantToComponents: empty metadata",
     "shapes(tf.raw_ops.CompositeTensorVariantToComponents(encoded="
     "tf.raw_ops.CompositeTensorVariantFromComponents(components=[[1]], metadata=''), metadata='', "
     "Tcomponents=[tf.int32]))"},
    {"tf.raw_ops.UnbatchGrad: ids of a vector",
     "shapes(tf.raw_ops.UnbatchGrad(original_input=[1], batch_index=np.int64([0, 0, 0]), grad=[1], id=np.int64([1, "
     "1, 1])))"},
    {"tf.raw_ops.CollectiveGather: shape of another",
     "shapes(tf.raw_ops.CollectiveGather(input=1, group_size=1, group_key=1, instance_key=1, shape=[3, 3, 3]))"},
    {"tf.raw_ops.CollectiveReduceV2: sizes of vectors",
     "shapes(tf.raw_ops.CollectiveReduceV2(input=tf.zeros([0]), group_size=[-10, -10], group_key=[-10], "
     "instance_key=[-10], ordering_token=[], merge_op='Mul', final_op='Div'))"},
    {"tf.raw_ops.SparseMatrixNNZ: nothing", "shapes(tf.raw_ops.SparseMatrixNNZ(sparse_matrix=[]))"},
    {"tf.raw_ops.VariableShape: variable that is gone",
     "shapes(tf.raw_ops.VariableShape(input=tf.Variable(1.0).handle))"},
    {"tf.raw_ops.ReadVariableOp: variable that is gone",
     "shapes(tf.raw_ops.ReadVariableOp(resource=tf.Variable(1.0).handle, dtype=tf.float32))"},
    {"tf.raw_ops.ResourceGather: batch of a scalar",
     "(lambda v: shapes(tf.raw_ops.ResourceGather(resource=v.handle, indices=[0], dtype=tf.float32, batch_dims=10, "
     "validate_indices=False)))(tf.Variable(1.0))"},
    {"tf.raw_ops.ResourceScatterDiv: by zero",
     "(lambda v: tf.raw_ops.ResourceScatterDiv(resource=v.handle, indices=[0], updates=[0]))(tf.Variable([1, 2]))"},
    {"tf.raw_ops.ResourceCountUpTo: vector",
     "(lambda v: shapes(tf.raw_ops.ResourceCountUpTo(resource=v.handle, limit=1, T=tf.int32)))(tf.Variable([1]))"},
    {"tf.summary.create_file_writer: two folders", "type(tf.summary.create_file_writer([scratch, scratch])).__name__"},
    {"tf.summary.create_file_writer: two queues",
     "type(tf.summary.create_file_writer(scratch, max_queue=[[1], [2]])).__name__"},
    {"tf.summary.create_file_writer: two suffixes",
     "type(tf.summary.create_file_writer(scratch, filename_suffix=[['a'], ['b']])).__name__"},
    {"tf.experimental.dlpack.from_dlpack: number", "tf.constant(0.0) is None or tf.experimental.dlpack.from_dlpack(1)"},
    {"tf.experimental.dlpack.to_dlpack: list", "type(tf.experimental.dlpack.to_dlpack([2])).__name__"},
    {"tf.experimental.dlpack.to_dlpack: text", "type(tf.experimental.dlpack.to_dlpack(tf.constant('a'))).__name__"},
    {"tf.raw_ops.QuantizedMatMulWithBiasAndDequantize: no range",
     "shapes(tf.raw_ops.QuantizedMatMulWithBiasAndDequantize(a=tf.zeros([1, 1], tf.quint8), b=tf.zeros([1, 1], "
     "tf.qint8), bias=[1.0], min_a=[], max_a=1.0, min_b=0.0, max_b=1.0, min_freezed_output=0.0, "
     "max_freezed_output=1.0, Toutput=tf.float32))"},
    {"tf.image.generate_bounding_box_proposals: threshold of a vector",
     "shapes(tf.image.generate_bounding_box_proposals(tf.ones([1, 1, 2, 2]), tf.ones([1, 1, 2, 8]), tf.ones([1, 5]), "
     "tf.ones([1, 2, 8]), nms_threshold=[], pre_nms_topn=1, min_size=1.0))"},
};

Check refused(const char* name, std::span<const Use> uses) {
  return check_of({.name = std::string("refused_") + name, .module = "tf.raw_ops", .setup = setup, .blocks = {{uses}}});
}

}  // namespace

std::vector<Check> refusal_checks() {
  return {refused("quantized", quantized), refused("sparse", sparse), refused("pooling", pooling),
          refused("arrays", arrays),       refused("sizes", sizes),   refused("kinds", kinds)};
}

}  // namespace tfh::testsuites::modules
