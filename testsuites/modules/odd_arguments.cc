// Classes and functions that take more than tensors: which arguments they refuse, and what they make of the others.
#include "testsuites/odd_arguments.h"

#include <algorithm>
#include <string>

#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr Callable callables[] = {
    {"tf.GradientTape", "", "persistent watch_accessed_variables"},
    {"tf.IndexedSlices", "values=[1.0], indices=[0]", "values indices dense_shape"},
    {"tf.Module", "", "name"},
    {"tf.RaggedTensor.from_nested_row_splits", "flat_values=[1, 2, 3], nested_row_splits=[[0, 1, 3]]",
     "flat_values nested_row_splits validate"},
    {"tf.RaggedTensor.from_row_lengths", "values=[1, 2, 3], row_lengths=[1, 2]", "values row_lengths validate"},
    {"tf.RaggedTensor.from_row_splits", "values=[1, 2, 3], row_splits=[0, 1, 3]", "values row_splits validate"},
    {"tf.RaggedTensor.from_tensor", "tensor=[[1, 0], [2, 3]]", "tensor lengths padding ragged_rank row_splits_dtype"},
    {"tf.RaggedTensor.from_uniform_row_length", "values=[1, 2, 3, 4], uniform_row_length=2",
     "values uniform_row_length nrows"},
    {"tf.RaggedTensor.from_value_rowids", "values=[1, 2, 3], value_rowids=[0, 0, 2]", "values value_rowids nrows"},
    {"tf.RaggedTensorSpec", "shape=[None, None]", "shape dtype ragged_rank row_splits_dtype"},
    {"tf.SparseTensor", "indices=[[0, 0]], values=[1], dense_shape=[2, 2]", "indices values dense_shape"},
    {"tf.SparseTensorSpec", "shape=[2, 2]", "shape dtype"},
    {"tf.TensorArray", "dtype=tf.int32, size=2", "dtype size dynamic_size clear_after_read element_shape"},
    {"tf.TensorShape", "dims=[2]", "dims"},
    {"tf.TensorSpec", "shape=[2]", "shape dtype name"},
    {"tf.Variable", "initial_value=[1.0]",
     "initial_value trainable validate_shape name dtype constraint synchronization aggregation shape"},
    {"tf.autodiff.ForwardAccumulator", "primals=tf.constant(1.0), tangents=tf.constant(1.0)", "primals tangents"},
    {"tf.config.LogicalDeviceConfiguration", "", "memory_limit experimental_priority"},
    {"tf.constant", "value=[1, 2]", "value dtype shape name"},
    {"tf.convert_to_tensor", "value=[1, 2]", "value dtype dtype_hint name"},
    {"tf.device", "device_name='/cpu:0'", "device_name"},
    {"tf.distribute.MirroredStrategy", "devices=['/cpu:0']", "devices cross_device_ops"},
    {"tf.distribute.OneDeviceStrategy", "device='/cpu:0'", "device"},
    {"tf.function", "func=lambda x: x",
     "func input_signature autograph jit_compile reduce_retracing "
     "experimental_relax_shapes experimental_implements experimental_autograph_options"},
    {"tf.io.FixedLenFeature", "shape=[], dtype=tf.int64", "shape dtype default_value"},
    {"tf.io.RaggedFeature", "dtype=tf.int64", "dtype value_key partitions row_splits_dtype validate"},
    {"tf.io.TFRecordOptions", "", "compression_type flush_mode input_buffer_size window_bits compression_level"},
    {"tf.io.VarLenFeature", "dtype=tf.int64", "dtype"},
    {"tf.lookup.KeyValueTensorInitializer", "keys=['a'], values=[1]", "keys values key_dtype value_dtype"},
    {"tf.lookup.StaticHashTable", "initializer=tf.lookup.KeyValueTensorInitializer(['a'], [1]), default_value=-1",
     "initializer default_value"},
    {"tf.lookup.StaticVocabularyTable",
     "initializer=tf.lookup.KeyValueTensorInitializer(['a'], tf.constant([0], tf.int64)), num_oov_buckets=1",
     "initializer num_oov_buckets lookup_key_dtype"},
    {"tf.lookup.experimental.DenseHashTable",
     "key_dtype=tf.int64, value_dtype=tf.int64, default_value=-1, empty_key=0, deleted_key=-1",
     "key_dtype value_dtype default_value empty_key deleted_key initial_num_buckets"},
    {"tf.name_scope", "name='a'", "name"},
    {"tf.queue.FIFOQueue", "capacity=2, dtypes=[tf.int32]", "capacity dtypes shapes names"},
    {"tf.random.Generator.from_seed", "seed=1", "seed alg"},
    {"tf.random.create_rng_state", "seed=1, alg='philox'", "seed alg"},
    {"tf.saved_model.LoadOptions", "", "allow_partial_checkpoint experimental_io_device"},
    {"tf.saved_model.SaveOptions", "",
     "namespace_whitelist save_debug_info function_aliases experimental_io_device experimental_variable_policy "
     "experimental_custom_gradients"},
    {"tf.summary.create_file_writer", "logdir=scratch", "max_queue flush_millis"},
    {"tf.train.CheckpointManager", "checkpoint=tf.train.Checkpoint(), directory=scratch, max_to_keep=1",
     "checkpoint max_to_keep keep_checkpoint_every_n_hours checkpoint_name step_counter checkpoint_interval"},
    {"tf.train.ExponentialMovingAverage", "decay=0.5", "decay num_updates zero_debias"},
    {"tf.keras.preprocessing.sequence.pad_sequences", "sequences=[[1], [2, 3]]",
     "sequences maxlen dtype padding truncating value"},
    {"tf.keras.utils.timeseries_dataset_from_array", "data=[1, 2, 3, 4], targets=[1, 2, 3, 4], sequence_length=2",
     "data targets sequence_length sequence_stride sampling_rate batch_size start_index end_index"},
    {"tf.keras.utils.to_categorical", "y=[0, 1]", "num_classes dtype"},
    {"tf.keras.utils.normalize", "x=[[1.0, 2.0]]", "axis order"},
};

constexpr Callable methods[] = {
    {"tf.GradientTape.batch_jacobian", "target=y, source=x", "target source parallel_iterations",
     "taped().batch_jacobian"},
    {"tf.GradientTape.gradient", "target=y, sources=x", "target sources output_gradients unconnected_gradients",
     "taped().gradient"},
    {"tf.GradientTape.jacobian", "target=y, sources=x", "target sources unconnected_gradients", "taped().jacobian"},
    {"tf.GradientTape.watch", "tensor=x", "tensor", "taped().watch"},
    {"tf.Module.with_name_scope", "method=abs", "method", "tf.Module(name='m').with_name_scope"},
    {"tf.RaggedTensor.merge_dims", "outer_axis=0, inner_axis=1", "outer_axis inner_axis", "ragged.merge_dims"},
    {"tf.RaggedTensor.nested_row_lengths", "", "name", "ragged.nested_row_lengths"},
    {"tf.RaggedTensor.row_lengths", "", "axis", "ragged.row_lengths"},
    {"tf.RaggedTensor.to_sparse", "", "name", "ragged.to_sparse"},
    {"tf.RaggedTensor.to_tensor", "", "default_value shape", "ragged.to_tensor"},
    {"tf.RaggedTensor.with_flat_values", "new_values=[4, 5, 6]", "new_values", "ragged.with_flat_values"},
    {"tf.RaggedTensor.with_row_splits_dtype", "dtype=tf.int32", "dtype", "ragged.with_row_splits_dtype"},
    {"tf.RaggedTensor.with_values", "new_values=[4, 5, 6]", "new_values", "ragged.with_values"},
    {"tf.SparseTensor.with_values", "new_values=[4]", "new_values", "tf.SparseTensor([[0]], [1], [2]).with_values"},
    {"tf.TensorArray.gather", "indices=[0]", "indices", "array().gather"},
    {"tf.TensorArray.read", "index=0", "index", "array().read"},
    {"tf.TensorArray.scatter", "indices=[0], value=[[5]]", "indices value", "array().scatter"},
    {"tf.TensorArray.split", "value=[1, 2], lengths=[1, 1]", "value lengths", "array().split"},
    {"tf.TensorArray.unstack", "value=[1, 2]", "value", "array().unstack"},
    {"tf.TensorArray.write", "index=0, value=7", "index value", "array().write"},
    {"tf.TensorShape.concatenate", "other=[3]", "other", "tf.TensorShape([2]).concatenate"},
    {"tf.TensorShape.is_compatible_with", "other=[2]", "other", "tf.TensorShape([2]).is_compatible_with"},
    {"tf.TensorShape.merge_with", "other=[2]", "other", "tf.TensorShape([2]).merge_with"},
    {"tf.TensorShape.with_rank", "rank=1", "rank", "tf.TensorShape([2]).with_rank"},
    {"tf.TensorSpec.is_compatible_with", "spec_or_tensor=x", "spec_or_tensor", "tf.TensorSpec([2]).is_compatible_with"},
    {"tf.Variable.assign", "value=[3.0, 4.0]", "value use_locking name read_value", "variable().assign"},
    {"tf.Variable.assign_add", "delta=[3.0, 4.0]", "delta read_value", "variable().assign_add"},
    {"tf.Variable.batch_scatter_update", "sparse_delta=tf.IndexedSlices([9.0], [0])", "sparse_delta",
     "variable().batch_scatter_update"},
    {"tf.Variable.gather_nd", "indices=[[0]]", "indices", "variable().gather_nd"},
    {"tf.Variable.scatter_update", "sparse_delta=tf.IndexedSlices([9.0], [0])", "sparse_delta use_locking",
     "variable().scatter_update"},
    {"tf.Variable.set_shape", "shape=[2]", "shape", "variable().set_shape"},
    {"tf.Variable.sparse_read", "indices=[0]", "indices", "variable().sparse_read"},
    {"tf.lookup.StaticHashTable.lookup", "keys=tf.constant(['a'])", "keys", "table().lookup"},
    {"tf.lookup.experimental.MutableHashTable.insert", "keys=tf.constant(['a']), values=tf.constant([1])",
     "keys values", "mutable().insert"},
    {"tf.queue.FIFOQueue.enqueue", "vals=5", "vals", "queue().enqueue"},
    {"tf.queue.FIFOQueue.enqueue_many", "vals=[[5]]", "vals", "queue().enqueue_many"},
    {"tf.random.Generator.normal", "shape=[2]", "shape mean stddev dtype", "generator().normal"},
    {"tf.random.Generator.reset_from_seed", "seed=1", "seed", "generator().reset_from_seed"},
    {"tf.random.Generator.skip", "delta=1", "delta", "generator().skip"},
    {"tf.random.Generator.split", "count=1", "count", "generator().split"},
    {"tf.random.Generator.uniform", "shape=[2]", "shape minval maxval dtype", "generator().uniform"},
    {"tf.train.Checkpoint.read", "save_path=checkpoint()", "save_path options",
     "tf.train.Checkpoint(v=tf.Variable(0)).read"},
    {"tf.train.Checkpoint.restore", "save_path=checkpoint()", "save_path options",
     "tf.train.Checkpoint(v=tf.Variable(0)).restore"},
};

// What an object keeps of the argument, where that is a plain value; else what was made, or its type.
constexpr const char* told = R"(
x = tf.constant([[1.0, 2.0]])
ragged = tf.ragged.constant([[1, 2], [3]])
with tf.GradientTape(persistent=True) as tape:
    tape.watch(x)
    y = x * x

def taped():
    return tape

def variable():
    return tf.Variable([1.0, 2.0])

def array():
    return tf.TensorArray(tf.int32, 2, element_shape=[]).unstack([1, 2])

def table():
    return tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(["a"], [1]), -1)

def mutable():
    return tf.lookup.experimental.MutableHashTable(tf.string, tf.int32, -1)

def queue():
    made = tf.queue.FIFOQueue(4, [tf.int32], [[]])
    made.enqueue(1)
    return made

def generator():
    return tf.random.Generator.from_seed(1)

def checkpoint():
    return tf.train.Checkpoint(v=tf.Variable(1)).write(scratch + "/checkpoint")

plain = (bool, int, float, str, bytes, np.ndarray, tf.Tensor, tf.DType)

def told(made, name):
    kept = getattr(made, name, None)
    shown = made if isinstance(made, plain) else kept if isinstance(kept, plain) else type(made).__name__
    return shown.name if isinstance(shown, tf.DType) else shown
)";

}  // namespace

std::vector<Check> odd_argument_checks() {
  std::vector<Check> checks;
  const auto add = [&](const Callable& callable) { checks.push_back(odd_arguments("modules", "tf.", callable, told)); };
  std::ranges::for_each(callables, add);
  std::ranges::for_each(methods, add);
  return checks;
}

}  // namespace tfh::testsuites::modules
