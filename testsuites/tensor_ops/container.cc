// Ragged and sparse tensors, tensor arrays and tables.
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

constexpr const char* ragged_source = R"py(
rt = tf.ragged.constant([[1, 2, 3], [], [4]])
observe('constant', rt)
observe('repr', repr(rt), kind='text')
observe('str', str(rt), kind='text')
observe('shape', rt.shape)
observe('to_tensor', rt.to_tensor(-1))
observe('to_sparse', rt.to_sparse())
observe('lists', rt.to_list())
observe('sum', tf.reduce_sum(rt, axis=1))
observe('mean', tf.reduce_mean(tf.cast(rt, tf.float32), axis=1))
observe('concat', tf.concat([rt, rt], axis=1))
observe('stack', tf.ragged.stack([rt, rt]).to_list())
observe('gather', tf.gather(rt, [2, 0]).to_list())
observe('slice', rt[:, 1:].to_list())
observe('boolean', tf.ragged.boolean_mask(rt, tf.constant([True, False, True])).to_list())
observe('add', (rt + 10).to_list())
observe('range', tf.ragged.range([1, 5], [4, 7]).to_list())
observe('nrows', [rt.nrows(), rt.bounding_shape(), rt.row_lengths()])
attempt('equal', lambda: (rt == rt))
attempt('numpy', lambda: rt.numpy())
attempt('len', lambda: len(rt))
attempt('bool', lambda: bool(rt))
attempt('cross', lambda: tf.ragged.cross([rt, rt]).to_list())
attempt('dtype mismatch', lambda: rt + 1.5)
attempt('incompatible', lambda: rt + tf.ragged.constant([[1], [2]]))
attempt('uneven', lambda: tf.ragged.constant([[1], 2]))
attempt('empty', lambda: tf.ragged.constant([]))
attempt('row_splits not sorted', lambda: tf.RaggedTensor.from_row_splits([1, 2], [0, 2, 1]))
attempt('from_row_lengths', lambda: tf.RaggedTensor.from_row_lengths([1, 2, 3], [2, 0, 1]))
attempt('from_tensor', lambda: tf.RaggedTensor.from_tensor([[1, 0], [2, 3]], padding=0))
attempt('dynamic shape', lambda: tf.shape(rt))
attempt('reshape', lambda: tf.reshape(rt, [-1]))
attempt('tile', lambda: tf.tile(rt, [1, 2]).to_list())
attempt('where', lambda: tf.where(rt > 1, rt, -rt).to_list())
attempt('expand_dims', lambda: tf.expand_dims(rt, 1).shape)
attempt('split', lambda: [part.to_list() for part in tf.split(rt, 3)])
attempt('sort', lambda: tf.sort(rt).to_list())
attempt('map_flat_values', lambda: tf.ragged.map_flat_values(tf.math.square, rt).to_list())
attempt('dot', lambda: tf.matmul(rt.to_tensor(), rt.to_tensor(), transpose_b=True))
attempt('spec', lambda: str(tf.RaggedTensorSpec.from_value(rt)))
)py";

constexpr const char* sparse_source = R"py(
st = tf.SparseTensor([[0, 1], [2, 0]], [5, 7], [3, 2])
observe('constant', st)
observe('repr', repr(st), kind='text')
observe('str', str(st), kind='text')
observe('dense', tf.sparse.to_dense(st))
observe('reduce', tf.sparse.reduce_sum(st, axis=1))
observe('slice', tf.sparse.slice(st, [1, 0], [2, 2]))
observe('transpose', tf.sparse.transpose(st))
observe('concat', tf.sparse.concat(0, [st, st]))
observe('matmul', tf.sparse.sparse_dense_matmul(tf.cast(st, tf.float32), tf.ones([2, 2])))
observe('add', tf.sparse.add(st, st))
observe('from_dense', tf.sparse.from_dense([[0, 1], [2, 0]]))
observe('eye', tf.sparse.eye(2))
observe('mask', tf.sparse.mask(tf.IndexedSlices(tf.ones([2, 1]), tf.constant([3, 4])), [4]))
attempt('multiply', lambda: st * 2)
attempt('divide', lambda: st / 2)
attempt('negative index', lambda: tf.sparse.to_dense(tf.SparseTensor([[-1, 0]], [1], [2, 2])))
attempt('index out of range', lambda: tf.sparse.to_dense(tf.SparseTensor([[5, 0]], [1], [2, 2])))
attempt('repeated', lambda: tf.sparse.to_dense(tf.SparseTensor([[0, 0], [0, 0]], [1, 2], [2, 2])))
attempt('unordered', lambda: tf.sparse.to_dense(tf.SparseTensor([[1, 0], [0, 0]], [1, 2], [2, 2])))
attempt('reorder', lambda: tf.sparse.reorder(tf.SparseTensor([[1, 0], [0, 0]], [1, 2], [2, 2])))
attempt('ranks differ', lambda: tf.SparseTensor([[0]], [1], [2, 2]))
attempt('reshape', lambda: tf.sparse.reshape(st, [2, 3]))
attempt('reshape wrong', lambda: tf.sparse.reshape(st, [2, 2]))
attempt('reset_shape', lambda: tf.sparse.reset_shape(st, [4, 4]))
attempt('reset_shape smaller', lambda: tf.sparse.reset_shape(st, [1, 1]))
attempt('retain', lambda: tf.sparse.retain(st, [True, False]))
attempt('fill_empty_rows', lambda: tf.sparse.fill_empty_rows(st, -1))
attempt('split', lambda: tf.sparse.split(st, 2, axis=1))
attempt('softmax', lambda: tf.sparse.softmax(tf.cast(st, tf.float32)))
attempt('maximum', lambda: tf.sparse.maximum(st, st))
attempt('map_values', lambda: tf.sparse.map_values(tf.abs, st))
attempt('bincount', lambda: tf.sparse.bincount(tf.constant([[1, 1], [0, 2]]), axis=-1))
attempt('cross', lambda: tf.sparse.to_dense(tf.sparse.cross([tf.constant([['a']]), tf.constant([['b']])])))
attempt('cross_hashed', lambda: tf.sparse.to_dense(tf.sparse.cross_hashed([tf.constant([['a']]), tf.constant([['b']])], 100)))
attempt('equal', lambda: st == st)
attempt('numpy', lambda: np.array(st).shape)
attempt('with_values', lambda: st.with_values([1, 2]))
attempt('expand_dims', lambda: tf.sparse.expand_dims(st, 0))
)py";

constexpr const char* array_source = R"py(
ta = tf.TensorArray(tf.float32, size=3, dynamic_size=True, clear_after_read=False)
ta = ta.write(0, [1.0]).write(1, [2.0]).write(2, [3.0]).write(3, [4.0])
observe('stack', ta.stack())
observe('concat', ta.concat())
observe('size', ta.size())
observe('read', ta.read(2))
observe('gather', ta.gather([3, 0]))
attempt('read out of range', lambda: ta.read(9))
attempt('write wrong dtype', lambda: ta.write(0, tf.constant([1])))
attempt('write wrong shape', lambda: ta.write(0, [1.0, 2.0]).stack())
attempt('unwritten', lambda: tf.TensorArray(tf.float32, size=2).stack())
attempt('unwritten with shape', lambda: tf.TensorArray(tf.float32, size=2, element_shape=[1]).stack())
attempt('read twice', lambda: (lambda t: (t.read(0), t.read(0)))(tf.TensorArray(tf.int32, size=1).write(0, 5)))
attempt('unstack', lambda: tf.TensorArray(tf.int32, size=2).unstack([[1], [2]]).read(1))
attempt('split', lambda: tf.TensorArray(tf.int32, size=2, infer_shape=False).split([1, 2, 3], [1, 2]).read(1))
attempt('fixed size', lambda: tf.TensorArray(tf.float32, size=1).write(1, 1.0).stack())
v = tf.Variable([1.0, 2.0, 3.0])
observe('variable', v)
observe('assign_add', v.assign_add([1.0, 1.0, 1.0]))
observe('scatter_update', v.scatter_nd_update([[0]], [9.0]))
observe('sparse_read', v.sparse_read([2, 0]))
attempt('assign wrong shape', lambda: v.assign([1.0]))
attempt('assign wrong dtype', lambda: v.assign(tf.constant([1, 2, 3])))
attempt('free shape', lambda: tf.Variable([1.0], shape=tf.TensorShape([None])).assign([1.0, 2.0]))
attempt('item assignment', lambda: v.__setitem__(0, 1.0))
attempt('slice assign', lambda: v[1:].assign([5.0, 6.0]))
attempt('variable of text', lambda: tf.Variable('a').assign('b'))
attempt('hash', lambda: isinstance(hash(v), int))
attempt('equality', lambda: v == v)
observe('repr', repr(tf.Variable(1.0, name='x')), kind='text')
)py";

constexpr const char* table_source = R"py(
keys, values = tf.constant(['a', 'b']), tf.constant([1, 2], tf.int64)
table = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(keys, values), -1)
observe('lookup', table.lookup(tf.constant(['b', 'z'])))
observe('size', table.size())
attempt('getitem', lambda: table[tf.constant(['a'])])
attempt('export', lambda: sorted(zip(*[part.numpy().tolist() for part in table.export()])))
attempt('wrong key dtype', lambda: table.lookup(tf.constant([1])))
attempt('ragged', lambda: table.lookup(tf.ragged.constant([['a'], ['b', 'c']])))
attempt('duplicate keys', lambda: tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(['a', 'a'], [1, 2]), -1).size())
attempt('lengths differ', lambda: tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(['a', 'b'], [1]), -1).size())
attempt('vocabulary', lambda: tf.lookup.StaticVocabularyTable(tf.lookup.KeyValueTensorInitializer(keys, values), 3).lookup(tf.constant(['a', 'zz'])))

def mutable():
    table = tf.lookup.experimental.MutableHashTable(tf.string, tf.int64, 0)
    table.insert(keys, values)
    table.remove(tf.constant(['a']))
    return table.lookup(keys), table.size()
attempt('mutable', mutable)

def dense():
    table = tf.lookup.experimental.DenseHashTable(tf.int64, tf.int64, -1, 0, -2)
    table.insert(values, values)
    return table.lookup(tf.constant([1, 7], tf.int64)), table.size()
attempt('dense', dense)
attempt('dense type', lambda: type(tf.lookup.experimental.DenseHashTable).__name__)
attempt('dense key is the empty one', lambda: tf.lookup.experimental.DenseHashTable(tf.int64, tf.int64, -1, 0, -2).insert(tf.constant([0], tf.int64), tf.constant([0], tf.int64)))
)py";

}  // namespace

std::vector<Check> container_checks() {
  return {{.id = "tensor_ops.ragged", .api = {"tf.RaggedTensor", "tf.ragged.constant"}, .source = ragged_source},
          {.id = "tensor_ops.sparse", .api = {"tf.SparseTensor", "tf.sparse.to_dense"}, .source = sparse_source},
          {.id = "tensor_ops.arrays_and_variables", .api = {"tf.TensorArray", "tf.Variable"}, .source = array_source},
          {.id = "tensor_ops.tables",
           .api = {"tf.lookup.StaticHashTable", "tf.lookup.experimental.MutableHashTable",
                   "tf.lookup.experimental.DenseHashTable"},
           .source = table_source}};
}

}  // namespace tfh::testsuites::tensor_ops
