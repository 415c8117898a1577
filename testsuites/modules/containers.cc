// tf.lookup, tf.queue, tf.TensorArray and other containers.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
lookup = tf.lookup
with open(scratch + "/words", "w") as words:
    words.write("a\nb\nc\n")

def static(keys=("a", "b"), values=(1, 2), default=-1):
    return lookup.StaticHashTable(lookup.KeyValueTensorInitializer(list(keys), list(values)), default)

def mutable(**options):
    table = lookup.experimental.MutableHashTable(tf.string, tf.int64, -1, **options)
    table.insert(["a", "b"], np.int64([1, 2]))
    return table

def from_file(key=lookup.TextFileIndex.WHOLE_LINE, value=lookup.TextFileIndex.LINE_NUMBER, **options):
    return lookup.StaticHashTable(lookup.TextFileInitializer(
        scratch + "/words", tf.string, key, tf.int64, value, **options), -1)

)";

std::vector<Uses> rows() {
  return {
      {"tf.lookup.StaticHashTable",
       {{"lookup", "static().lookup(tf.constant(['b', 'z']))"},
        {"index", "static()[tf.constant(['b'])]"},
        {"size", "static().size()"},
        {"export", "sorted(static().export()[1].numpy().tolist())"},
        {"ragged", "static().lookup(tf.ragged.constant([['a'], []]))"},
        {"sparse", "static().lookup(tf.SparseTensor([[0]], ['a'], [2]))"},
        {"list", "static().lookup(['a'])"},
        {"wrong dtype", "static().lookup(tf.constant([1.0]))"},
        {"default", "static().default_value"},
        {"default dtype", "static(default=0.5)"},
        {"key and value dtype", "[static().key_dtype.name, static().value_dtype.name]"},
        {"name", "static().name"},
        {"resource_handle", "static().resource_handle.dtype.name"},
        {"experimental_is_anonymous",
         "lookup.StaticHashTable(lookup.KeyValueTensorInitializer(['a'], [1]), -1, "
         "experimental_is_anonymous=True).size()"},
        {"same name", "lookup.StaticHashTable(lookup.KeyValueTensorInitializer(['a'], [1]), -1, name='same').size()"}}},
      {"tf.lookup.TextFileInitializer",
       {{"lines", "from_file().lookup(tf.constant(['c', 'z']))"},
        {"vocab_size", "from_file(vocab_size=2).size()"},
        {"vocab_size too large", "from_file(vocab_size=9).size()"},
        {"value_index_offset", "from_file(value_index_offset=10).lookup(tf.constant(['a']))"},
        {"column", "from_file(key=1).size()"},
        {"no file", "lookup.TextFileInitializer('nothing', tf.string, 0, tf.int64, 1)"},
        {"same index", "from_file(value=lookup.TextFileIndex.WHOLE_LINE).size()"},
        {"wrong key dtype",
         "lookup.TextFileInitializer(scratch + '/words', tf.float32, lookup.TextFileIndex.WHOLE_LINE, tf.int64, "
         "lookup.TextFileIndex.LINE_NUMBER)"}}},
      {"tf.lookup.StaticVocabularyTable",
       {{"buckets",
         "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(['a'], np.int64([0])), "
         "3).lookup(tf.constant(['a', 'x', 'y']))"},
        {"size", "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(['a'], np.int64([0])), 3).size()"},
        {"no buckets", "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(['a'], np.int64([0])), 0)"},
        {"no initializer", "lookup.StaticVocabularyTable(None, 3).lookup(tf.constant(['a']))"},
        {"int32 values", "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(['a'], [0]), 3)"},
        {"integer keys",
         "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(np.int64([5]), np.int64([0])), 3, "
         "lookup_key_dtype=tf.int32).lookup(tf.constant([5, 6]))"}}},
      {"tf.lookup.experimental.MutableHashTable",
       {{"lookup", "mutable().lookup(tf.constant(['a', 'z']))"},
        {"remove", "mutable().remove(tf.constant(['a'])) is None or mutable().size()"},
        {"erase", "mutable().erase(tf.constant(['a'])) is None or 0"},
        {"export", "sorted(mutable().export()[1].numpy().tolist())"},
        {"dynamic_default_values", "mutable().lookup(tf.constant(['z']), dynamic_default_values=np.int64([7]))"},
        {"set item", "mutable().__setitem__(tf.constant(['c']), np.int64([3]))"},
        {"wrong values", "mutable().insert(['c'], [1.5])"},
        {"lengths differ", "mutable().insert(['c', 'd'], np.int64([3]))"},
        {"checkpoint off", "mutable(checkpoint=False).size()"},
        {"anonymous", "mutable(experimental_is_anonymous=True).size()"},
        {"vectors",
         "lookup.experimental.MutableHashTable(tf.string, tf.float32, [0.0, 0.0]).lookup(tf.constant(['a']))"},
        {"in tf.function", "(lambda t: tf.function(lambda k: t.lookup(k))(tf.constant(['b'])))(mutable())"},
        {"object", "type(lookup.experimental.MutableHashTable).__name__"}}},
      {"tf.lookup.experimental.DenseHashTable",
       {{"vectors",
         "lookup.experimental.DenseHashTable(tf.int64, tf.float32, [0.0, 0.0], empty_key=-1, "
         "deleted_key=-2).lookup(np.int64([1]))"},
        {"same keys", "lookup.experimental.DenseHashTable(tf.int64, tf.int64, -1, empty_key=-1, deleted_key=-1)"},
        {"buckets", "lookup.experimental.DenseHashTable(tf.int64, tf.int64, -1, -1, -2, initial_num_buckets=3)"},
        {"remove",
         "lookup.experimental.DenseHashTable(tf.int64, tf.int64, -1, -1, -2).remove(np.int64([1])) is None or 0"}}},
      {"tf.lookup.KeyValueTensorInitializer",
       {{"lengths", "lookup.KeyValueTensorInitializer(['a'], [1, 2])"},
        {"dtypes", "lookup.KeyValueTensorInitializer([1], ['a']).key_dtype.name"},
        {"tuples", "lookup.KeyValueTensorInitializer(('a',), (1,)).value_dtype.name"}}},
      {"tf.queue.FIFOQueue",
       {{"order",
         "(lambda q: [q.enqueue_many([[1, 2]]) and None, q.dequeue(), q.size()])(tf.queue.FIFOQueue(3, tf.int32))"},
        {"wrong shape", "tf.queue.FIFOQueue(3, tf.int32, shapes=[[2]]).enqueue([1])"},
        {"wrong dtype", "tf.queue.FIFOQueue(3, tf.int32).enqueue(1.5)"},
        {"dequeue_up_to",
         "(lambda q: [q.enqueue(1), q.close(), q.dequeue_up_to(5)])(tf.queue.FIFOQueue(3, tf.int32, shapes=[[]]))"},
        {"is_closed", "tf.queue.FIFOQueue(3, tf.int32).is_closed()"}}},
      {"tf.queue.PaddingFIFOQueue",
       {{"padded",
         "(lambda q: [q.enqueue([[1]]), q.enqueue([[2, 3]]), q.dequeue_many(2)])(tf.queue.PaddingFIFOQueue(3, "
         "[tf.int32], [[None]]))"}}},
      {"tf.queue.PriorityQueue",
       {{"order",
         "(lambda q: [q.enqueue([np.int64(5), 'b']), q.enqueue([np.int64(1), 'a']), "
         "q.dequeue()])(tf.queue.PriorityQueue(3, [tf.string], [[]]))"}}},
      {"tf.queue.RandomShuffleQueue",
       {{"size",
         "(lambda q: [q.enqueue_many([[1, 2]]) and None, q.size()])(tf.queue.RandomShuffleQueue(3, 0, tf.int32, "
         "shapes=[[]], seed=1))"}}},
      {"tf.TensorArray",
       {{"gather", "tf.TensorArray(tf.int32, 2).unstack([1, 2]).gather([1])"},
        {"scatter", "tf.TensorArray(tf.int32, 3).scatter([0, 2], [5, 6]).stack()"},
        {"split", "tf.TensorArray(tf.int32, 2).split([1, 2, 3], [1, 2]).concat()"},
        {"stack unwritten", "tf.TensorArray(tf.int32, 2, element_shape=[]).stack()"},
        {"stack of unknown", "tf.TensorArray(tf.int32, 2).stack()"},
        {"write twice", "tf.TensorArray(tf.int32, 1).write(0, 1).write(0, 2).stack()"},
        {"clear_after_read",
         "(lambda a: [a.read(0), a.read(0)])(tf.TensorArray(tf.int32, 1, clear_after_read=False).write(0, 1))"},
        {"wrong shape", "tf.TensorArray(tf.int32, 1, element_shape=[2]).write(0, [1])"},
        {"negative size", "tf.TensorArray(tf.int32, -1).size()"},
        {"flow", "type(tf.TensorArray(tf.int32, 1).flow).__name__"},
        {"grad", "tf.TensorArray(tf.float32, 1).grad('g')"},
        {"size vector", "tf.TensorArray(tf.int32, [1, 2]).size()"},
        {"read negative", "tf.TensorArray(tf.int32, 1).write(0, 1).read(-1)"},
        {"in tf.function", "tf.function(lambda: tf.TensorArray(tf.int32, 1).write(0, 5).stack())()"}}},
      {"tf.experimental.Optional",
       {{"from_value", "tf.experimental.Optional.from_value(3).get_value()"},
        {"empty", "tf.experimental.Optional.empty(tf.TensorSpec([], tf.int32)).has_value()"},
        {"get empty", "tf.experimental.Optional.empty(tf.TensorSpec([], tf.int32)).get_value()"},
        {"repr", "repr(tf.experimental.Optional.from_value(3))"},
        {"spec", "repr(tf.experimental.Optional.from_value(3).element_spec)"}}},
      {"tf.CriticalSection",
       {{"execute", "tf.CriticalSection(name='section').execute(lambda: tf.constant(1))"},
        {"no name", "tf.CriticalSection().name"}}},
      {"tf.IndexedSlices",
       {{"convert",
         "tf.convert_to_tensor(tf.IndexedSlices(tf.constant([[1.0]]), tf.constant([1]), tf.constant([3, 1])))"},
        {"no shape", "tf.convert_to_tensor(tf.IndexedSlices(tf.constant([[1.0]]), tf.constant([1])))"},
        {"negative", "(-tf.IndexedSlices(tf.constant([[1.0]]), tf.constant([1]))).values"},
        {"str", "str(tf.IndexedSlices(tf.constant([1]), tf.constant([0])))"},
        {"plus", "tf.IndexedSlices(tf.constant([1.0]), tf.constant([0]), tf.constant([1])) + 1.0"},
        {"spec", "repr(tf.type_spec_from_value(tf.IndexedSlices(tf.constant([1.0]), tf.constant([0]))))"}}}};
}

}  // namespace

std::vector<Check> container_checks() {
  return {check_of({.name = "containers", .module = "tf.lookup", .setup = setup, .rows = rows()})};
}

}  // namespace tfh::testsuites::modules
