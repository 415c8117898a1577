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

// What an object keeps of the argument, where that is a plain value; else what was made, or its type.
constexpr const char* told = R"(
plain = (bool, int, float, str, bytes, np.ndarray, tf.Tensor, tf.DType)

def told(made, name):
    kept = getattr(made, name, None)
    shown = made if isinstance(made, plain) else kept if isinstance(kept, plain) else type(made).__name__
    return shown.name if isinstance(shown, tf.DType) else shown
)";

}  // namespace

std::vector<Check> odd_argument_checks() {
  std::vector<Check> checks;
  for (const Callable& callable : callables) {
    std::string name(callable.symbol.substr(std::string_view("tf.").size()));
    std::ranges::replace(name, '.', '_');
    checks.push_back(odd_arguments("modules.arguments_of_" + name, callable, told));
  }
  return checks;
}

}  // namespace tfh::testsuites::modules
