// tf.lookup, tf.queue, tf.TensorArray and other containers.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
import collections, copy, json

def holder(value):
    module = tf.Module()
    module.held = value
    return module.held

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

constexpr Use held[] = {
    {"tf.Module: list that it holds", "type(holder([tf.Variable(1.0)])).__name__"},
    {"tf.Module: tuple that it holds", "type(holder((tf.Variable(1.0),))).__name__"},
    {"tf.Module: dictionary that it holds", "type(holder({'a': tf.Variable(1.0)})).__name__"},
    {"tf.Module: named tuple that it holds", "type(holder(collections.namedtuple('Pair', 'a b')(1, 2))).__name__"},
    {"tf.Module: repr of a list", "repr(holder([1, 2]))"},
    {"tf.Module: repr of a tuple", "repr(holder((1, 2)))"},
    {"tf.Module: repr of a dictionary", "repr(holder({'a': 1}))"},
    {"tf.Module: list and list", "type(holder([1]) + [2]).__name__"},
    {"tf.Module: list equals a list", "holder([1]) == [1]"},
    {"tf.Module: tuple equals a tuple", "holder((1,)) == (1,)"},
    {"tf.Module: list is changed", "(lambda l: [l.append(2), l.insert(0, 0), l.pop(), list(l)][-1])(holder([1]))"},
    {"tf.Module: copy of a list", "type(copy.deepcopy(holder([1]))).__name__"},
    {"tf.Module: list in a tuple", "type(holder(([1], 2))[0]).__name__"},
    {"tf.Module: dictionary with number keys",
     "tf.train.Checkpoint(m=holder({1: tf.Variable(1.0)})).save(scratch + '/c') != ''"},
    {"tf.Module: list as JSON", "json.dumps(holder([1, 2]))"},
};

constexpr Use containers[] = {
    {"tf.lookup.StaticHashTable: lookup", "static().lookup(tf.constant(['b', 'z']))"},
    {"tf.lookup.StaticHashTable: index", "static()[tf.constant(['b'])]"},
    {"tf.lookup.StaticHashTable: size", "static().size()"},
    {"tf.lookup.StaticHashTable: export", "sorted(static().export()[1].numpy().tolist())"},
    {"tf.lookup.StaticHashTable: ragged", "static().lookup(tf.ragged.constant([['a'], []]))"},
    {"tf.lookup.StaticHashTable: sparse", "static().lookup(tf.SparseTensor([[0]], ['a'], [2]))"},
    {"tf.lookup.StaticHashTable: list", "static().lookup(['a'])"},
    {"tf.lookup.StaticHashTable: wrong dtype", "static().lookup(tf.constant([1.0]))"},
    {"tf.lookup.StaticHashTable: default", "static().default_value"},
    {"tf.lookup.StaticHashTable: default dtype", "static(default=0.5)"},
    {"tf.lookup.StaticHashTable: key and value dtype", "[static().key_dtype.name, static().value_dtype.name]"},
    {"tf.lookup.StaticHashTable: name", "static().name"},
    {"tf.lookup.StaticHashTable: resource_handle", "static().resource_handle.dtype.name"},
    {"tf.lookup.StaticHashTable: experimental_is_anonymous",
     "lookup.StaticHashTable(lookup.KeyValueTensorInitializer(['a'], [1]), -1, "
     "experimental_is_anonymous=True).size()"},
    {"tf.lookup.StaticHashTable: same name",
     "lookup.StaticHashTable(lookup.KeyValueTensorInitializer(['a'], [1]), -1, name='same').size()"},
    {"tf.lookup.TextFileInitializer: lines", "from_file().lookup(tf.constant(['c', 'z']))"},
    {"tf.lookup.TextFileInitializer: vocab_size", "from_file(vocab_size=2).size()"},
    {"tf.lookup.TextFileInitializer: vocab_size too large", "from_file(vocab_size=9).size()"},
    {"tf.lookup.TextFileInitializer: value_index_offset",
     "from_file(value_index_offset=10).lookup(tf.constant(['a']))"},
    {"tf.lookup.TextFileInitializer: column", "from_file(key=1).size()"},
    {"tf.lookup.TextFileInitializer: no file", "lookup.TextFileInitializer('nothing', tf.string, 0, tf.int64, 1)"},
    {"tf.lookup.TextFileInitializer: same index", "from_file(value=lookup.TextFileIndex.WHOLE_LINE).size()"},
    {"tf.lookup.TextFileInitializer: wrong key dtype",
     "lookup.TextFileInitializer(scratch + '/words', tf.float32, lookup.TextFileIndex.WHOLE_LINE, tf.int64, "
     "lookup.TextFileIndex.LINE_NUMBER)"},
    {"tf.lookup.StaticVocabularyTable: buckets",
     "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(['a'], np.int64([0])), "
     "3).lookup(tf.constant(['a', 'x', 'y']))"},
    {"tf.lookup.StaticVocabularyTable: size",
     "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(['a'], np.int64([0])), 3).size()"},
    {"tf.lookup.StaticVocabularyTable: no buckets",
     "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(['a'], np.int64([0])), 0)"},
    {"tf.lookup.StaticVocabularyTable: no initializer",
     "lookup.StaticVocabularyTable(None, 3).lookup(tf.constant(['a']))"},
    {"tf.lookup.StaticVocabularyTable: int32 values",
     "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(['a'], [0]), 3)"},
    {"tf.lookup.StaticVocabularyTable: integer keys",
     "lookup.StaticVocabularyTable(lookup.KeyValueTensorInitializer(np.int64([5]), np.int64([0])), 3, "
     "lookup_key_dtype=tf.int32).lookup(tf.constant([5, 6]))"},
    {"tf.lookup.experimental.MutableHashTable: lookup", "mutable().lookup(tf.constant(['a', 'z']))"},
    {"tf.lookup.experimental.MutableHashTable: remove",
     "mutable().remove(tf.constant(['a'])) is None or mutable().size()"},
    {"tf.lookup.experimental.MutableHashTable: erase", "mutable().erase(tf.constant(['a'])) is None or 0"},
    {"tf.lookup.experimental.MutableHashTable: export", "sorted(mutable().export()[1].numpy().tolist())"},
    {"tf.lookup.experimental.MutableHashTable: dynamic_default_values",
     "mutable().lookup(tf.constant(['z']), dynamic_default_values=np.int64([7]))"},
    {"tf.lookup.experimental.MutableHashTable: set item", "mutable().__setitem__(tf.constant(['c']), np.int64([3]))"},
    {"tf.lookup.experimental.MutableHashTable: wrong values", "mutable().insert(['c'], [1.5])"},
    {"tf.lookup.experimental.MutableHashTable: lengths differ", "mutable().insert(['c', 'd'], np.int64([3]))"},
    {"tf.lookup.experimental.MutableHashTable: checkpoint off", "mutable(checkpoint=False).size()"},
    {"tf.lookup.experimental.MutableHashTable: anonymous", "mutable(experimental_is_anonymous=True).size()"},
    {"tf.lookup.experimental.MutableHashTable: vectors",
     "lookup.experimental.MutableHashTable(tf.string, tf.float32, [0.0, 0.0]).lookup(tf.constant(['a']))"},
    {"tf.lookup.experimental.MutableHashTable: in tf.function",
     "(lambda t: tf.function(lambda k: t.lookup(k))(tf.constant(['b'])))(mutable())"},
    {"tf.lookup.experimental.MutableHashTable: object", "type(lookup.experimental.MutableHashTable).__name__"},
    {"tf.lookup.experimental.DenseHashTable: vectors",
     "lookup.experimental.DenseHashTable(tf.int64, tf.float32, [0.0, 0.0], empty_key=-1, "
     "deleted_key=-2).lookup(np.int64([1]))"},
    {"tf.lookup.experimental.DenseHashTable: same keys",
     "lookup.experimental.DenseHashTable(tf.int64, tf.int64, -1, empty_key=-1, deleted_key=-1)"},
    {"tf.lookup.experimental.DenseHashTable: buckets",
     "lookup.experimental.DenseHashTable(tf.int64, tf.int64, -1, -1, -2, initial_num_buckets=3)"},
    {"tf.lookup.experimental.DenseHashTable: remove",
     "lookup.experimental.DenseHashTable(tf.int64, tf.int64, -1, -1, -2).remove(np.int64([1])) is None or 0"},
    {"tf.lookup.KeyValueTensorInitializer: lengths", "lookup.KeyValueTensorInitializer(['a'], [1, 2])"},
    {"tf.lookup.KeyValueTensorInitializer: dtypes", "lookup.KeyValueTensorInitializer([1], ['a']).key_dtype.name"},
    {"tf.lookup.KeyValueTensorInitializer: tuples", "lookup.KeyValueTensorInitializer(('a',), (1,)).value_dtype.name"},
    {"tf.queue.FIFOQueue: order",
     "(lambda q: [q.enqueue_many([[1, 2]]) and None, q.dequeue(), q.size()])(tf.queue.FIFOQueue(3, tf.int32))"},
    {"tf.queue.FIFOQueue: wrong shape", "tf.queue.FIFOQueue(3, tf.int32, shapes=[[2]]).enqueue([1])"},
    {"tf.queue.FIFOQueue: wrong dtype", "tf.queue.FIFOQueue(3, tf.int32).enqueue(1.5)"},
    {"tf.queue.FIFOQueue: dequeue_up_to",
     "(lambda q: [q.enqueue(1), q.close(), q.dequeue_up_to(5)])(tf.queue.FIFOQueue(3, tf.int32, shapes=[[]]))"},
    {"tf.queue.FIFOQueue: is_closed", "tf.queue.FIFOQueue(3, tf.int32).is_closed()"},
    {"tf.queue.PaddingFIFOQueue: padded",
     "(lambda q: [q.enqueue([[1]]), q.enqueue([[2, 3]]), q.dequeue_many(2)])(tf.queue.PaddingFIFOQueue(3, "
     "[tf.int32], [[None]]))"},
    {"tf.queue.PriorityQueue: order",
     "(lambda q: [q.enqueue([np.int64(5), 'b']), q.enqueue([np.int64(1), 'a']), "
     "q.dequeue()])(tf.queue.PriorityQueue(3, [tf.string], [[]]))"},
    {"tf.queue.RandomShuffleQueue: size",
     "(lambda q: [q.enqueue_many([[1, 2]]) and None, q.size()])(tf.queue.RandomShuffleQueue(3, 0, tf.int32, "
     "shapes=[[]], seed=1))"},
    {"tf.TensorArray: gather", "tf.TensorArray(tf.int32, 2).unstack([1, 2]).gather([1])"},
    {"tf.TensorArray: scatter", "tf.TensorArray(tf.int32, 3).scatter([0, 2], [5, 6]).stack()"},
    {"tf.TensorArray: split", "tf.TensorArray(tf.int32, 2).split([1, 2, 3], [1, 2]).concat()"},
    {"tf.TensorArray: stack unwritten", "tf.TensorArray(tf.int32, 2, element_shape=[]).stack()"},
    {"tf.TensorArray: stack of unknown", "tf.TensorArray(tf.int32, 2).stack()"},
    {"tf.TensorArray: write twice", "tf.TensorArray(tf.int32, 1).write(0, 1).write(0, 2).stack()"},
    {"tf.TensorArray: clear_after_read",
     "(lambda a: [a.read(0), a.read(0)])(tf.TensorArray(tf.int32, 1, clear_after_read=False).write(0, 1))"},
    {"tf.TensorArray: wrong shape", "tf.TensorArray(tf.int32, 1, element_shape=[2]).write(0, [1])"},
    {"tf.TensorArray: negative size", "tf.TensorArray(tf.int32, -1).size()"},
    {"tf.TensorArray: flow", "type(tf.TensorArray(tf.int32, 1).flow).__name__"},
    {"tf.TensorArray: grad", "tf.TensorArray(tf.float32, 1).grad('g')"},
    {"tf.TensorArray: size vector", "tf.TensorArray(tf.int32, [1, 2]).size()"},
    {"tf.TensorArray: read negative", "tf.TensorArray(tf.int32, 1).write(0, 1).read(-1)"},
    {"tf.TensorArray: in tf.function", "tf.function(lambda: tf.TensorArray(tf.int32, 1).write(0, 5).stack())()"},
    {"tf.experimental.Optional: from_value", "tf.experimental.Optional.from_value(3).get_value()"},
    {"tf.experimental.Optional: empty", "tf.experimental.Optional.empty(tf.TensorSpec([], tf.int32)).has_value()"},
    {"tf.experimental.Optional: get empty", "tf.experimental.Optional.empty(tf.TensorSpec([], tf.int32)).get_value()"},
    {"tf.experimental.Optional: repr", "repr(tf.experimental.Optional.from_value(3))"},
    {"tf.experimental.Optional: spec", "repr(tf.experimental.Optional.from_value(3).element_spec)"},
    {"tf.CriticalSection: execute", "tf.CriticalSection(name='section').execute(lambda: tf.constant(1))"},
    {"tf.CriticalSection: no name", "tf.CriticalSection().name"},
    {"tf.IndexedSlices: convert",
     "tf.convert_to_tensor(tf.IndexedSlices(tf.constant([[1.0]]), tf.constant([1]), tf.constant([3, 1])))"},
    {"tf.IndexedSlices: no shape", "tf.convert_to_tensor(tf.IndexedSlices(tf.constant([[1.0]]), tf.constant([1])))"},
    {"tf.IndexedSlices: negative", "(-tf.IndexedSlices(tf.constant([[1.0]]), tf.constant([1]))).values"},
    {"tf.IndexedSlices: str", "str(tf.IndexedSlices(tf.constant([1]), tf.constant([0])))"},
    {"tf.IndexedSlices: plus", "tf.IndexedSlices(tf.constant([1.0]), tf.constant([0]), tf.constant([1])) + 1.0"},
    {"tf.IndexedSlices: spec", "repr(tf.type_spec_from_value(tf.IndexedSlices(tf.constant([1.0]), tf.constant([0]))))"},
};

}  // namespace

std::vector<Check> container_checks() {
  return {check_of({.name = "containers", .module = "tf.lookup", .setup = setup, .blocks = {{held}, {containers}}})};
}

}  // namespace tfh::testsuites::modules
