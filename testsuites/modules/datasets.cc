// tf.data: the functions of tf.data.experimental, and single methods at their edges.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* datasets = R"(
ex, numbers = tf.data.experimental, tf.data.Dataset.range(5)

def elements(dataset):
    return list(dataset.as_numpy_iterator())

def with_slack(slack):
    options = tf.data.Options()
    options.experimental_slack = slack
    return options

example = tf.train.Example(features=tf.train.Features(feature={
    "v": tf.train.Feature(int64_list=tf.train.Int64List(value=[1, 2]))})).SerializeToString()

)";

constexpr Use data[] = {
    {"tf.data.experimental.assert_cardinality: wrong", "elements(numbers.apply(ex.assert_cardinality(4)))"},
    {"tf.data.experimental.assert_cardinality: right", "elements(numbers.apply(ex.assert_cardinality(5)))"},
    {"tf.data.experimental.bucket_by_sequence_length: plain",
     "[b.shape for b in elements(tf.data.Dataset.range(1, 5).map(lambda n: "
     "tf.ones([n])).apply(ex.bucket_by_sequence_length(lambda x: tf.shape(x)[0], [3], [2, 2])))]"},
    {"tf.data.Dataset.bucket_by_sequence_length: plain",
     "[b.shape for b in elements(tf.data.Dataset.range(1, 5).map(lambda n: "
     "tf.ones([n])).bucket_by_sequence_length(lambda x: tf.shape(x)[0], [3], [2, 2]))]"},
    {"tf.data.experimental.choose_from_datasets: plain",
     "elements(ex.choose_from_datasets([numbers, numbers], tf.data.Dataset.range(2)))"},
    {"tf.data.experimental.choose_from_datasets: stop_on_empty_dataset",
     "elements(ex.choose_from_datasets([numbers.take(1), numbers], tf.data.Dataset.range(2).repeat(3), "
     "stop_on_empty_dataset=True))"},
    {"tf.data.experimental.choose_from_datasets: no datasets", "ex.choose_from_datasets([], tf.data.Dataset.range(2))"},
    {"tf.data.Dataset.from_generator: ragged",
     "len(elements(tf.data.Dataset.from_generator(lambda: [tf.ragged.constant([[1]])], "
     "output_signature=tf.RaggedTensorSpec([1, None], tf.int32))))"},
    {"tf.data.Dataset.from_generator: sparse",
     "[tf.sparse.to_dense(one) for one in tf.data.Dataset.from_generator(lambda: [tf.sparse.eye(2)], "
     "output_signature=tf.SparseTensorSpec([2, 2], tf.float32))]"},
    {"tf.data.Dataset.interleave: numbers", "numbers.interleave(lambda x: x)"},
    {"tf.data.NumpyIterator: name", "type(numbers.as_numpy_iterator()).__name__"},
    {"tf.data.experimental.Counter: plain", "elements(ex.Counter(1, 2).take(2))"},
    {"tf.data.experimental.dense_to_ragged_batch: plain",
     "[b.to_list() for b in numbers.map(tf.range).apply(ex.dense_to_ragged_batch(3))]"},
    {"tf.data.experimental.dense_to_ragged_batch: tuples",
     "[(a.numpy(), b.to_list()) for a, b in numbers.map(lambda x: (x, "
     "tf.range(x))).apply(ex.dense_to_ragged_batch(3))]"},
    {"tf.data.experimental.dense_to_sparse_batch: plain",
     "len(list(numbers.map(tf.range).apply(ex.dense_to_sparse_batch(3, [5]))))"},
    {"tf.data.experimental.enumerate_dataset: plain", "elements(numbers.take(1).apply(ex.enumerate_dataset(3)))"},
    {"tf.data.experimental.from_list: plain", "elements(ex.from_list([1, 2]))"},
    {"tf.data.experimental.from_list: dicts", "elements(ex.from_list([{'a': 1}, {'a': 2}]))"},
    {"tf.data.experimental.from_list: empty", "ex.from_list([])"},
    {"tf.data.experimental.from_list: unlike", "elements(ex.from_list([1, 'a']))"},
    {"tf.data.experimental.get_structure: plain", "repr(ex.get_structure(numbers))"},
    {"tf.data.experimental.get_structure: number", "ex.get_structure(3)"},
    {"tf.data.experimental.group_by_reducer: plain",
     "elements(numbers.apply(ex.group_by_reducer(lambda x: x % 2, ex.Reducer(lambda k: np.int64(0), lambda s, x: s "
     "+ x, lambda s: s))))"},
    {"tf.data.experimental.group_by_window: plain",
     "elements(numbers.apply(ex.group_by_window(lambda x: x % 2, lambda k, w: w.batch(3), 3)))"},
    {"tf.data.experimental.ignore_errors: plain",
     "elements(tf.data.Dataset.from_tensor_slices([1.0, 0.0]).map(lambda x: tf.debugging.check_numerics(1.0 / x, "
     "'x')).apply(ex.ignore_errors()))"},
    {"tf.data.Dataset.ignore_errors: plain",
     "elements(tf.data.Dataset.from_tensor_slices([1.0, 0.0]).map(lambda x: tf.debugging.check_numerics(1.0 / x, "
     "'x')).ignore_errors())"},
    {"tf.data.Dataset.ignore_errors: log_warning", "elements(numbers.ignore_errors(log_warning=True))"},
    {"tf.data.experimental.index_table_from_dataset: plain",
     "ex.index_table_from_dataset(tf.data.Dataset.from_tensor_slices(['a', 'b'])).lookup(tf.constant(['b']))"},
    {"tf.data.experimental.table_from_dataset: plain",
     "ex.table_from_dataset(tf.data.Dataset.zip((tf.data.Dataset.from_tensor_slices(['a']), numbers.take(1))), "
     "default_value=-1).lookup(tf.constant(['a', 'z']))"},
    {"tf.data.experimental.map_and_batch: plain", "elements(numbers.apply(ex.map_and_batch(lambda x: x + 1, 2)))"},
    {"tf.data.experimental.parallel_interleave: plain",
     "sorted(elements(tf.data.Dataset.range(2).apply(ex.parallel_interleave(tf.data.Dataset.range, 2))))"},
    {"tf.data.experimental.rejection_resample: type",
     "type(numbers.apply(ex.rejection_resample(lambda x: 0, [1.0]))).__name__"},
    {"tf.data.experimental.sample_from_datasets: weights",
     "elements(ex.sample_from_datasets([numbers, numbers], [0.5, 0.5], seed=1))"},
    {"tf.data.experimental.sample_from_datasets: rerandomize",
     "len(elements(ex.sample_from_datasets([numbers], seed=1, rerandomize_each_iteration=True)))"},
    {"tf.data.experimental.sample_from_datasets: wrong weights", "ex.sample_from_datasets([numbers], [0.5, 0.5])"},
    {"tf.data.Dataset.sample_from_datasets: seeded",
     "elements(tf.data.Dataset.sample_from_datasets([numbers, numbers], seed=1))"},
    {"tf.data.Dataset.sample_from_datasets: stop",
     "elements(tf.data.Dataset.sample_from_datasets([numbers, numbers.take(1)], seed=1, "
     "stop_on_empty_dataset=True))"},
    {"tf.data.Dataset.choose_from_datasets: default stop",
     "elements(tf.data.Dataset.choose_from_datasets([numbers.take(1), numbers], "
     "tf.data.Dataset.range(2).repeat(3)))"},
    {"tf.data.experimental.scan: plain", "elements(numbers.apply(ex.scan(np.int64(0), lambda s, x: (s + x, s + x))))"},
    {"tf.data.experimental.shuffle_and_repeat: plain",
     "sorted(elements(numbers.apply(ex.shuffle_and_repeat(5, 2, seed=1))))"},
    {"tf.data.experimental.take_while: plain", "elements(numbers.apply(ex.take_while(lambda x: x < 2)))"},
    {"tf.data.experimental.unbatch: plain", "elements(numbers.batch(2).apply(ex.unbatch()))"},
    {"tf.data.experimental.unique: plain",
     "elements(tf.data.Dataset.from_tensor_slices([1, 1, 2]).apply(ex.unique()))"},
    {"tf.data.Dataset.unique: floats", "elements(tf.data.Dataset.from_tensor_slices([1.5, 1.5]).unique())"},
    {"tf.data.Dataset.unique: structure", "elements(tf.data.Dataset.from_tensor_slices({'a': [1, 1]}).unique())"},
    {"tf.data.experimental.to_variant: plain", "ex.to_variant(numbers).dtype.name"},
    {"tf.data.experimental.to_variant: back",
     "elements(ex.from_variant(ex.to_variant(numbers), tf.TensorSpec([], tf.int64)))"},
    {"tf.data.experimental.cardinality: plain", "ex.cardinality(numbers)"},
    {"tf.data.experimental.cardinality: unknown", "ex.cardinality(numbers.filter(lambda x: True))"},
    {"tf.data.experimental.RandomDataset: seeded", "elements(ex.RandomDataset(seed=3).take(2))"},
    {"tf.data.Dataset.random: seeded", "elements(tf.data.Dataset.random(seed=3).take(2))"},
    {"tf.data.Dataset.random: rerandomize",
     "len(elements(tf.data.Dataset.random(seed=3, rerandomize_each_iteration=True).take(2)))"},
    {"tf.data.experimental.TFRecordWriter: plain",
     "ex.TFRecordWriter(scratch + '/r').write(tf.data.Dataset.from_tensors('a'))"},
    {"tf.data.experimental.TFRecordWriter: numbers", "ex.TFRecordWriter(scratch + '/r').write(numbers)"},
    {"tf.data.FixedLengthRecordDataset: plain",
     "tf.io.write_file(scratch + '/f', 'abcdef') or elements(tf.data.FixedLengthRecordDataset(scratch + '/f', 2))"},
    {"tf.data.FixedLengthRecordDataset: remainder",
     "tf.io.write_file(scratch + '/g', 'abcde') or elements(tf.data.FixedLengthRecordDataset(scratch + '/g', 2))"},
    {"tf.data.FixedLengthRecordDataset: header",
     "tf.io.write_file(scratch + '/h', 'abcdef') or elements(tf.data.FixedLengthRecordDataset(scratch + '/h', 2, "
     "header_bytes=2))"},
    {"tf.data.FixedLengthRecordDataset: zero", "elements(tf.data.FixedLengthRecordDataset(scratch + '/h', 0))"},
    {"tf.data.TFRecordDataset: buffer 0", "elements(tf.data.TFRecordDataset(scratch + '/none', buffer_size=0))"},
    {"tf.data.TFRecordDataset: compression", "tf.data.TFRecordDataset(scratch + '/none', compression_type='nonsense')"},
    {"tf.data.TFRecordDataset: number", "tf.data.TFRecordDataset(3)"},
    {"tf.data.TFRecordDataset: dataset of names",
     "elements(tf.data.TFRecordDataset(tf.data.Dataset.from_tensor_slices([scratch + '/none'])))"},
    {"tf.data.TFRecordDataset: name", "elements(tf.data.TFRecordDataset([], name='n'))"},
    {"tf.data.TextLineDataset: directory", "elements(tf.data.TextLineDataset(scratch))"},
    {"tf.data.TextLineDataset: compression", "elements(tf.data.TextLineDataset([], compression_type='GZIP'))"},
    {"tf.data.experimental.SqlDataset: unknown driver",
     "elements(ex.SqlDataset('nonsense', 'x', 'SELECT 1', (tf.int32,)))"},
    {"tf.data.experimental.SqlDataset: sqlite",
     "elements(ex.SqlDataset('sqlite', scratch + '/db', 'SELECT 1', (tf.int32,)))"},
    {"tf.data.experimental.make_batched_features_dataset: no files",
     "ex.make_batched_features_dataset(scratch + '/none*', 2, {})"},
    {"tf.data.experimental.parse_example_dataset: ragged value_key",
     "[sorted(e) for e in tf.data.Dataset.from_tensors([example]).apply(ex.parse_example_dataset({'k': "
     "tf.io.RaggedFeature(tf.int64, value_key='v')}))]"},
    {"tf.data.experimental.parse_example_dataset: wrong element",
     "elements(numbers.apply(ex.parse_example_dataset({'a': tf.io.VarLenFeature(tf.int64)})))"},
    {"tf.data.experimental.at: plain", "ex.at(numbers, 2)"},
    {"tf.data.experimental.at: outside", "ex.at(numbers, 9)"},
    {"tf.data.experimental.at: shuffled", "ex.at(numbers.shuffle(5, seed=1), 0)"},
    {"tf.data.experimental.copy_to_device: CPU", "elements(numbers.apply(ex.copy_to_device('/cpu:0')))"},
    {"tf.data.experimental.prefetch_to_device: CPU", "elements(numbers.apply(ex.prefetch_to_device('/cpu:0')))"},
    {"tf.data.experimental.pad_to_cardinality: plain", "elements(numbers.apply(ex.pad_to_cardinality(7)))"},
    {"tf.data.experimental.pad_to_cardinality: dicts",
     "[sorted(e) for e in elements(numbers.map(lambda x: {'x': x}).apply(ex.pad_to_cardinality(6)))][:1]"},
    {"tf.data.experimental.index_flat_map: plain",
     "elements(ex.index_flat_map(tf.data.Dataset.range(2), lambda x: tf.stack([x, x]), lambda i: (i // 2, i % "
     "2)))"},
    {"tf.data.experimental.AutotuneOptions: text", "str(ex.AutotuneOptions())"},
    {"tf.data.experimental.service.DispatcherConfig: fields", "ex.service.DispatcherConfig()._fields"},
    {"tf.data.experimental.service.distribute: wrong mode", "ex.service.distribute('nonsense', 'grpc://x')"},
    {"tf.data.experimental.service.distribute: a policy",
     "callable(ex.service.distribute(ex.service.ShardingPolicy.OFF, 'grpc://localhost:1'))"},
    {"tf.data.experimental.service.distribute: wrong address", "ex.service.distribute('parallel_epochs', 'x')"},
    {"tf.data.Dataset.fingerprint: plain", "numbers.fingerprint().dtype.name"},
    {"tf.data.Dataset.options: changed", "setattr(numbers.options(), 'experimental_slack', True)"},
    {"tf.data.Dataset.with_options: overridden",
     "numbers.with_options(with_slack(True)).with_options(with_slack(False)).options().experimental_slack"},
    {"tf.data.Dataset.prefetch: None", "elements(numbers.prefetch(None))"},
    {"tf.data.Dataset.prefetch: negative", "elements(numbers.prefetch(-5))"},
    {"tf.data.Dataset.shard: plain", "elements(numbers.shard(2, 1))"},
    {"tf.data.Dataset.shard: outside", "elements(numbers.shard(2, 2))"},
    {"tf.data.Dataset.shard: zero", "elements(numbers.shard(0, 0))"},
    {"tf.data.Dataset.shuffle: unknown cardinality", "sorted(elements(numbers.shuffle(-2)))"},
    {"tf.data.Dataset.shuffle: zero", "elements(numbers.shuffle(0))"},
    {"tf.data.Dataset.random: the same twice",
     "(lambda d: elements(d) == elements(d))(tf.data.Dataset.random(seed=1).take(2))"},
    {"tf.raw_ops.LMDBDataset: made",
     "tf.raw_ops.LMDBDataset(filenames=[scratch + '/nothing'], output_types=[tf.string] * 2, output_shapes=[[]] * "
     "2).dtype.name"},
    {"tf.data.Dataset.take: negative", "elements(numbers.take(-1))"},
    {"tf.data.Dataset.skip: negative", "elements(numbers.skip(-1))"},
    {"tf.data.Dataset.repeat: zero", "elements(numbers.repeat(0))"},
    {"tf.data.Dataset.repeat: None", "elements(numbers.repeat(None).take(6))"},
    {"tf.data.Dataset.enumerate: start", "elements(numbers.take(1).enumerate(start=2))"},
    {"tf.data.Dataset.filter: not a bool", "elements(numbers.filter(lambda x: x))"},
    {"tf.data.Dataset.filter: vector", "elements(numbers.batch(2).filter(lambda x: x > 0))"},
    {"tf.data.Dataset.filter: python", "elements(numbers.filter(lambda x: True))"},
    {"tf.data.Dataset.unbatch: scalars", "elements(numbers.unbatch())"},
    {"tf.data.Dataset.unbatch: ragged",
     "len(list(tf.data.Dataset.from_tensors(tf.ragged.constant([[1], [2, 3]])).unbatch()))"},
    {"tf.data.Dataset.batch: ragged_rank",
     "[type(b).__name__ for b in numbers.map(lambda n: tf.ragged.range([n])).batch(2)]"},
    {"tf.data.Dataset.apply: not a dataset", "numbers.apply(lambda d: 3)"},
    {"tf.data.Dataset.zip: nothing", "tf.data.Dataset.zip()"},
    {"tf.data.Dataset.zip: named", "elements(tf.data.Dataset.zip(numbers, numbers, name='z').take(1))"},
    {"tf.data.Dataset.from_tensors: object", "tf.data.Dataset.from_tensors(object())"},
    {"tf.data.Dataset.from_tensors: dataclass",
     "len(list(tf.data.Dataset.from_tensors(__import__('collections').namedtuple('P', 'x')(1))))"},
    {"tf.data.Dataset.from_tensors: name", "elements(tf.data.Dataset.from_tensors(1, name='n'))"},
    {"tf.data.Iterator: spec", "repr(tf.type_spec_from_value(iter(numbers)))"},
    {"tf.data.DatasetSpec: repr", "repr(tf.data.DatasetSpec(tf.TensorSpec([], tf.int64)))"},
    {"tf.data.DatasetSpec: equal", "tf.data.DatasetSpec(tf.TensorSpec([])) == tf.data.DatasetSpec(tf.TensorSpec([]))"},
};

}  // namespace

std::vector<Check> dataset_checks() {
  return {check_of({.name = "datasets", .module = "tf.data.experimental", .setup = datasets, .blocks = {{data}}})};
}

}  // namespace tfh::testsuites::modules
