// Arguments that release notes and advisories say are refused, and no other table tries. No release writes outside of
// its memory for them as far as is known; runtime/malformed.cc has the others.
#include <string>

#include "testsuites/modules/documented.h"
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
def negative_resource():
    from tensorflow.core.framework import tensor_pb2
    proto = tensor_pb2.TensorProto(dtype=20)
    proto.resource_handle_val.add().dtypes_and_shapes.add().shape.dim.add().size = -5
    return tf.io.parse_tensor(proto.SerializeToString(), tf.resource)

)py";

constexpr Use uses[] = {
    {"tf.raw_ops.AllToAll: split by 0",
     "traced(lambda: tf.raw_ops.AllToAll(input=tf.zeros([2, 2]), group_assignment=[[0]], concat_dimension=0, "
     "split_dimension=0, split_count=0))"},
    {"tf.raw_ops.CudnnRNN: state of no dimension",
     "traced(lambda: tf.raw_ops.CudnnRNN(input=tf.zeros([2, 2, 2]), input_h=0.0, input_c=0.0, params=[0.0]))"},
    {"tf.raw_ops.CudnnRNNV2: state of no dimension",
     "traced(lambda: tf.raw_ops.CudnnRNNV2(input=tf.zeros([2, 2, 2]), input_h=0.0, input_c=0.0, params=[0.0]))"},
    {"tf.raw_ops.CudnnRNNV3: state of no dimension",
     "traced(lambda: tf.raw_ops.CudnnRNNV3(input=tf.zeros([2, 2, 2]), input_h=0.0, input_c=0.0, params=[0.0], "
     "sequence_lengths=[1]))"},
    {"tf.io.parse_tensor: resource of a negative shape", "str(negative_resource().dtype)"},
    {"tf.raw_ops.Exit: never entered", "tf.function(lambda: tf.raw_ops.Exit(data=[1.0]))()"},
    {"tf.compat.v1.placeholder_with_default: quantized shape",
     "tf.compat.v1.placeholder_with_default(np.array([2]), tf.constant([1], tf.qint8))"},
    {"tf.ragged.constant: huge rank", "tf.ragged.constant([[1]], ragged_rank=8968073515812833920)"},
    {"tf.raw_ops.Print: bools in short", "tf.raw_ops.Print(input=[1], data=[[False, True]], message='', summarize=0)"},
    {"tf.raw_ops.Save: uint64",
     "tf.raw_ops.Save(filename=scratch + '/f', tensor_names=['a'], data=[tf.constant([1], tf.uint64)])"},
    {"tf.random.gamma: too many", "tf.random.gamma([65536] * 4, 1.0)"},
    {"tf.random.poisson: too many", "tf.random.poisson([65536] * 4, 1.0)"},
    {"tf.raw_ops.ParameterizedTruncatedNormal: int64",
     "shapes(tf.raw_ops.ParameterizedTruncatedNormal(shape=np.int64([2]), means=[0.0], stdevs=[1.0], minvals=[-1.0], "
     "maxvals=[1.0], seed=1, seed2=1))"},
    {"tf.raw_ops.FusedResizeAndPadConv2D: too large",
     "shapes(tf.raw_ops.FusedResizeAndPadConv2D(input=tf.ones([1, 1, 1, 1]), size=[65536, 65534], "
     "paddings=tf.zeros([4, "
     "2], tf.int32), filter=tf.ones([1, 1, 1, 1]), mode='REFLECT', strides=[1, 1, 1, 1], padding='SAME'))"},
    {"tf.raw_ops.ImageProjectiveTransformV2: too large",
     "shapes(tf.raw_ops.ImageProjectiveTransformV2(images=tf.ones([1, 1, 1, 1]), transforms=tf.ones([1, 8]), "
     "output_shape=[2 ** 20, 2 ** 20], interpolation='BILINEAR'))"},
    {"tf.raw_ops.ResizeNearestNeighborGrad: too large",
     "shapes(tf.raw_ops.ResizeNearestNeighborGrad(grads=tf.ones([1, 1, 1, 1]), size=[1879048192] * 2))"},
    {"tf.raw_ops.TensorListConcat: no list",
     "shapes(tf.raw_ops.TensorListConcat(input_handle=tf.data.experimental.to_variant(numbers), "
     "element_dtype=tf.float32, element_shape=[]))"},
    {"tf.raw_ops.TensorListLength: no list",
     "tf.raw_ops.TensorListLength(input_handle=tf.data.experimental.to_variant(numbers))"},
    {"tf.raw_ops.Mfcc: too many channels",
     "shapes(tf.raw_ops.Mfcc(spectrogram=[[[1.0, 6.0, 5.0, 9.0]]], sample_rate=2, upper_frequency_limit=5.0, "
     "lower_frequency_limit=1.0, filterbank_channel_count=2 ** 31 - 1, dct_coefficient_count=1))"},
    {"tf.extract_volume_patches: quantized sizes",
     "tf.extract_volume_patches(np.int32([1, -1]), tf.constant([[1, 4], [5, 2]], tf.qint16), tf.constant([[1, 4], [5, "
     "2]], tf.qint16), 'VALID')"},
    {"tf.raw_ops.TensorArrayConcatV2: two handles",
     "tf.function(lambda: tf.raw_ops.TensorArrayConcatV2(handle=['a', 'b'], flow_in=0.1, dtype=tf.int32, "
     "element_shape_except0=1))()"},
    {"tf.raw_ops.Unbatch: matrices",
     "tf.raw_ops.Unbatch(batched_tensor=np.ones([3, 3, 1]), batch_index=np.ones([3, 3, 1], np.int64), id=np.ones([3, "
     "3, "
     "1], np.int64), timeout_micros=47)"},
    {"tf.raw_ops.ExperimentalDatasetToTFRecord: numbers",
     "tf.raw_ops.ExperimentalDatasetToTFRecord(input_dataset=numbers._variant_tensor, filename=scratch + '/r', "
     "compression_type='')"},
    {"tf.raw_ops.Bincount: compiled", "compiled(lambda: tf.raw_ops.Bincount(arr=6, size=804, weights=[52, 351]))"},
    {"tf.raw_ops.ParallelConcat: compiled", "compiled(lambda: tf.raw_ops.ParallelConcat(values=[1], shape=0))"},
    {"tf.raw_ops.RandomShuffle: compiled", "compiled(lambda: tf.raw_ops.RandomShuffle(value=1e20, seed=1, seed2=2))"},
    {"tf.raw_ops.TensorListSplit: compiled",
     "compiled(lambda: tf.raw_ops.TensorListSplit(tensor=[1], element_shape=-1, lengths=[0]))"},
    {"tf.raw_ops.AvgPoolGrad: compiled",
     "compiled(lambda: tf.raw_ops.AvgPoolGrad(orig_input_shape=[1, 0, 0, 0], grad=[[[[0.4]]]], ksize=[1, 0, 0, 0], "
     "strides=[1, 0, 0, 0], padding='SAME'))"},
    {"tf.raw_ops.TensorScatterUpdate: bad indices left out",
     "tf.raw_ops.TensorScatterUpdate(tensor=[1, 2], indices=[[5], [0]], updates=[9, 8], bad_indices_policy='IGNORE')"},
    {"tf.raw_ops.TensorScatterUpdate: bad indices refused",
     "tf.raw_ops.TensorScatterUpdate(tensor=[1, 2], indices=[[5], [0]], updates=[9, 8], bad_indices_policy='ERROR')"},
    {"tf.tensor_scatter_nd_add: bad indices left out",
     "tf.tensor_scatter_nd_add([1, 2], [[5], [0]], [9, 8], bad_indices_policy='IGNORE')"},
    {"tf.tensor_scatter_nd_max: bad indices left out",
     "tf.tensor_scatter_nd_max([1, 2], [[5], [0]], [9, 8], bad_indices_policy='IGNORE')"},
};

}  // namespace

std::vector<Check> documented_refusal_checks() {
  return {check_of({.name = "documented_refusals",
                    .module = "tf",
                    .setup = std::string(documented_parts) + setup,
                    .blocks = {{uses}}})};
}

}  // namespace tfh::testsuites::modules
