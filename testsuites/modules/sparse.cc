// tf.sparse and tf.sets.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
def sparse(indices, values, shape):
    return tf.SparseTensor(np.array(indices, np.int64).reshape(-1, len(shape)), values, np.array(shape, np.int64))

a = sparse([[0, 1], [2, 0]], [1.0, 2.0], [3, 2])
b = sparse([[0, 1], [1, 1]], [10.0, 20.0], [3, 2])
unordered = sparse([[2, 0], [0, 1]], [1.0, 2.0], [3, 2])
outside = sparse([[5, 5]], [1.0], [3, 2])
empty = sparse([], np.zeros([0], np.float32), [3, 2])

)";

constexpr Use arithmetic[] = {
    {"tf.sparse.add: two", "tf.sparse.add(a, b)"},
    {"tf.sparse.add: dense", "tf.sparse.add(a, tf.ones([3, 2]))"},
    {"tf.sparse.add: threshold", "tf.sparse.add(a, b, threshold=5.0)"},
    {"tf.sparse.add: old thresh", "tf.sparse.add(a, b, thresh=5.0)"},
    {"tf.sparse.add: shapes differ", "tf.sparse.add(a, sparse([[0, 0]], [1.0], [2, 2]))"},
    {"tf.sparse.add: dtypes differ", "tf.sparse.add(a, sparse([[0, 0]], [1], [3, 2]))"},
    {"tf.sparse.add: outside", "tf.sparse.add(a, outside)"},
    {"tf.sparse.add: empty", "tf.sparse.add(empty, a)"},
    {"tf.sparse.maximum: two", "tf.sparse.maximum(a, b)"},
    {"tf.sparse.maximum: unordered", "tf.sparse.maximum(a, unordered)"},
    {"tf.sparse.minimum: two", "tf.sparse.minimum(a, b)"},
    {"tf.sparse.softmax: rows", "tf.sparse.softmax(a)"},
    {"tf.sparse.softmax: vector", "tf.sparse.softmax(sparse([[0]], [1.0], [2]))"},
    {"tf.sparse.reduce_sum: all", "tf.sparse.reduce_sum(a)"},
    {"tf.sparse.reduce_sum: axis", "tf.sparse.reduce_sum(a, axis=1)"},
    {"tf.sparse.reduce_sum: sparse output", "tf.sparse.reduce_sum(a, axis=1, output_is_sparse=True)"},
    {"tf.sparse.reduce_sum: axis outside", "tf.sparse.reduce_sum(a, axis=5)"},
    {"tf.sparse.reduce_sum: keepdims", "tf.sparse.reduce_sum(a, axis=0, keepdims=True)"},
    {"tf.sparse.reduce_sum: outside", "tf.sparse.reduce_sum(outside)"},
    {"tf.sparse.reduce_max: axis", "tf.sparse.reduce_max(a, axis=0)"},
    {"tf.sparse.reduce_max: empty", "tf.sparse.reduce_max(empty)"},
    {"tf.sparse.sparse_dense_matmul: right", "tf.sparse.sparse_dense_matmul(a, tf.ones([2, 2]))"},
    {"tf.sparse.sparse_dense_matmul: adjoint", "tf.sparse.sparse_dense_matmul(a, tf.ones([3, 2]), adjoint_a=True)"},
    {"tf.sparse.sparse_dense_matmul: dense first", "tf.sparse.sparse_dense_matmul(tf.ones([2, 3]), a)"},
    {"tf.sparse.sparse_dense_matmul: shapes differ", "tf.sparse.sparse_dense_matmul(a, tf.ones([3, 2]))"},
    {"tf.sparse.sparse_dense_matmul: outside", "tf.sparse.sparse_dense_matmul(outside, tf.ones([2, 2]))"},
    {"tf.sparse.sparse_dense_matmul: vector", "tf.sparse.sparse_dense_matmul(a, tf.ones([2]))"},
    {"tf.sparse.sparse_dense_matmul: matmul", "tf.matmul(tf.sparse.to_dense(a), tf.ones([2, 2]), a_is_sparse=True)"},
    {"tf.sparse.map_values: one", "tf.sparse.map_values(tf.abs, a)"},
    {"tf.sparse.map_values: two", "tf.sparse.map_values(tf.add, a, a)"},
    {"tf.sparse.map_values: other indices", "tf.sparse.map_values(tf.add, a, b)"},
    {"tf.sparse.map_values: number", "tf.sparse.map_values(tf.add, a, 1.0)"},
    {"tf.SparseTensor: times dense", "a * tf.ones([3, 2])"},
    {"tf.SparseTensor: times number", "a * 2.0"},
    {"tf.SparseTensor: divided", "a / 2.0"},
    {"tf.SparseTensor: plus", "a + b"},
    {"tf.SparseTensor: negative", "-a"},
    {"tf.SparseTensor: compare", "a == b"},
    {"tf.SparseTensor: slice", "a[0]"},
    {"tf.SparseTensor: shape", "a.shape.as_list()"},
    {"tf.SparseTensor: get_shape", "a.get_shape().as_list()"},
    {"tf.SparseTensor: numpy", "np.array(a)"},
    {"tf.SparseTensor: with_values", "a.with_values([5.0, 6.0])"},
    {"tf.SparseTensor: with_values length", "a.with_values([5.0])"},
    {"tf.SparseTensor: lengths differ", "tf.SparseTensor([[0]], [1, 2], [3])"},
    {"tf.SparseTensor: rank differs", "tf.SparseTensor([[0, 1]], [1], [3])"},
    {"tf.SparseTensor: negative index", "tf.SparseTensor([[-1]], [1], [3])"},
    {"tf.SparseTensor: consumers", "a.consumers()"},
    {"tf.SparseTensor: eval", "a.eval()"},
    {"tf.SparseTensor: from_value", "tf.SparseTensor.from_value(tf.compat.v1.SparseTensorValue([[0]], [1], [2]))"},
};

constexpr Use layout[] = {
    {"tf.sparse.to_dense: plain", "tf.sparse.to_dense(a)"},
    {"tf.sparse.to_dense: default", "tf.sparse.to_dense(a, default_value=-1.0)"},
    {"tf.sparse.to_dense: unordered", "tf.sparse.to_dense(unordered)"},
    {"tf.sparse.to_dense: not validated", "tf.sparse.to_dense(unordered, validate_indices=False)"},
    {"tf.sparse.to_dense: outside", "tf.sparse.to_dense(outside)"},
    {"tf.sparse.to_dense: strings", "tf.sparse.to_dense(sparse([[0]], ['a'], [2]))"},
    {"tf.sparse.to_dense: twice the same", "tf.sparse.to_dense(sparse([[0], [0]], [1, 2], [2]))"},
    {"tf.sparse.to_dense: bool", "tf.sparse.to_dense(sparse([[0]], [True], [2]))"},
    {"tf.sparse.from_dense: floats", "tf.sparse.from_dense([[0.0, 1.0], [2.0, 0.0]])"},
    {"tf.sparse.from_dense: strings", "tf.sparse.from_dense(['', 'a'])"},
    {"tf.sparse.from_dense: nan", "tf.sparse.from_dense([np.nan, 0.0])"},
    {"tf.sparse.from_dense: scalar", "tf.sparse.from_dense(1.0)"},
    {"tf.sparse.from_dense: negative zero", "tf.sparse.from_dense([-0.0, 1.0])"},
    {"tf.sparse.concat: rows", "tf.sparse.concat(0, [a, b])"},
    {"tf.sparse.concat: axis outside", "tf.sparse.concat(5, [a, b])"},
    {"tf.sparse.concat: expand",
     "tf.sparse.concat(0, [a, sparse([[0, 2]], [1.0], [1, 3])], expand_nonconcat_dims=True)"},
    {"tf.sparse.concat: unlike", "tf.sparse.concat(0, [a, sparse([[0, 2]], [1.0], [1, 3])])"},
    {"tf.sparse.concat: nothing", "tf.sparse.concat(0, [])"},
    {"tf.sparse.slice: part", "tf.sparse.slice(a, [0, 1], [2, 1])"},
    {"tf.sparse.slice: outside", "tf.sparse.slice(a, [9, 9], [1, 1])"},
    {"tf.sparse.split: columns", "tf.sparse.split(a, 2, 1)"},
    {"tf.sparse.split: too many", "tf.sparse.split(a, 9, 1)"},
    {"tf.sparse.split: keyword", "tf.sparse.split(sp_input=a, num_split=2, axis=1)"},
    {"tf.sparse.reshape: flat", "tf.sparse.reshape(a, [-1])"},
    {"tf.sparse.reshape: wrong", "tf.sparse.reshape(a, [5])"},
    {"tf.sparse.reshape: two unknown", "tf.sparse.reshape(a, [-1, -1])"},
    {"tf.sparse.reshape: negative", "tf.sparse.reshape(a, [-2, 3])"},
    {"tf.sparse.reshape: empty", "tf.sparse.reshape(sparse([], np.zeros([0], np.float32), [0, 2]), [-1])"},
    {"tf.sparse.reset_shape: larger", "tf.sparse.reset_shape(a, [4, 4])"},
    {"tf.sparse.reset_shape: smaller", "tf.sparse.reset_shape(a, [1, 1])"},
    {"tf.sparse.reset_shape: none", "tf.sparse.reset_shape(a)"},
    {"tf.sparse.transpose: plain", "tf.sparse.transpose(a)"},
    {"tf.sparse.transpose: perm", "tf.sparse.transpose(a, [0, 1])"},
    {"tf.sparse.transpose: bad perm", "tf.sparse.transpose(a, [0, 5])"},
    {"tf.sparse.reorder: unordered", "tf.sparse.reorder(unordered)"},
    {"tf.sparse.reorder: outside", "tf.sparse.reorder(outside)"},
    {"tf.sparse.retain: some", "tf.sparse.retain(a, [True, False])"},
    {"tf.sparse.retain: too few", "tf.sparse.retain(a, [True])"},
    {"tf.sparse.expand_dims: last", "tf.sparse.expand_dims(a, -1)"},
    {"tf.sparse.expand_dims: outside", "tf.sparse.expand_dims(a, 9)"},
    {"tf.sparse.eye: square", "tf.sparse.eye(2)"},
    {"tf.sparse.eye: wide", "tf.sparse.eye(2, 3)"},
    {"tf.sparse.mask: slices", "tf.sparse.mask(tf.IndexedSlices([[1.0], [2.0]], [3, 4]), [3])"},
    {"tf.sparse.fill_empty_rows: plain", "tf.sparse.fill_empty_rows(a, -1.0)"},
    {"tf.sparse.fill_empty_rows: all empty", "tf.sparse.fill_empty_rows(empty, -1.0)"},
    {"tf.sparse.fill_empty_rows: outside", "tf.sparse.fill_empty_rows(outside, -1.0)"},
    {"tf.sparse.to_indicator: plain", "tf.sparse.to_indicator(sparse([[0, 0]], [1], [2, 1]), 3)"},
    {"tf.sparse.to_indicator: too large", "tf.sparse.to_indicator(sparse([[0, 0]], [7], [2, 1]), 3)"},
    {"tf.sparse.bincount: plain", "tf.sparse.bincount([1, 1, 3])"},
    {"tf.sparse.bincount: rows", "tf.sparse.bincount([[1, 1], [2, 0]], axis=-1)"},
    {"tf.sparse.bincount: weights", "tf.sparse.bincount([1, 2], weights=[0.5, 1.5])"},
    {"tf.sparse.bincount: binary", "tf.sparse.bincount([1, 1], binary_output=True)"},
    {"tf.sparse.bincount: negative", "tf.sparse.bincount([-1, 1])"},
    {"tf.sparse.bincount: of sparse", "tf.sparse.bincount(sparse([[0, 0]], np.int64([2]), [1, 2]))"},
    {"tf.sparse.bincount: weights differ", "tf.sparse.bincount([1, 2], weights=[0.5])"},
    {"tf.sparse.bincount: minlength", "tf.sparse.bincount([1], minlength=4)"},
    {"tf.sparse.cross: dense", "tf.sparse.cross([tf.constant([['a']]), tf.constant([['b']])])"},
    {"tf.sparse.cross: separator", "tf.sparse.cross([tf.constant([['a']]), tf.constant([['b']])], separator='-')"},
    {"tf.sparse.cross: integers", "tf.sparse.cross([tf.constant([[1]]), tf.constant([['b']])])"},
    {"tf.sparse.cross: rows differ", "tf.sparse.cross([tf.constant([['a']]), tf.constant([['b'], ['c']])])"},
    {"tf.sparse.cross_hashed: dense", "tf.sparse.cross_hashed([tf.constant([['a']]), tf.constant([['b']])], 100)"},
    {"tf.sparse.cross_hashed: key", "tf.sparse.cross_hashed([tf.constant([['a']])], 100, hash_key=7)"},
    {"tf.sparse.segment_sum: plain", "tf.sparse.segment_sum([1.0, 2.0, 3.0], [0, 2], [0, 1])"},
    {"tf.sparse.segment_sum: falling ids", "tf.sparse.segment_sum([1.0, 2.0], [0, 1], [1, 0])"},
    {"tf.sparse.segment_sum: index outside", "tf.sparse.segment_sum([1.0], [5], [0])"},
    {"tf.sparse.segment_sum: num_segments", "tf.sparse.segment_sum([1.0], [0], [0], num_segments=3)"},
    {"tf.sparse.segment_sum: sparse_gradient", "tf.sparse.segment_sum([1.0], [0], [0], sparse_gradient=True)"},
    {"tf.sparse.segment_mean: plain", "tf.sparse.segment_mean([1.0, 2.0], [0, 1], [0, 0])"},
    {"tf.sparse.segment_sqrt_n: plain", "tf.sparse.segment_sqrt_n([1.0, 2.0], [0, 1], [0, 0])"},
};

constexpr Use sets[] = {
    {"tf.sets.intersection: dense", "tf.sets.intersection([[1, 2, 2]], [[2, 3, 4]])"},
    {"tf.sets.intersection: of sparse",
     "tf.sets.intersection(sparse([[0, 0]], [1], [1, 2]), sparse([[0, 0]], [1], [1, 2]))"},
    {"tf.sets.intersection: rows differ", "tf.sets.intersection([[1]], [[1], [2]])"},
    {"tf.sets.intersection: not validated",
     "tf.sets.intersection(sparse([[5, 5]], [1], [1, 2]), sparse([[0, 0]], [1], [1, 2]), False)"},
    {"tf.sets.union: dense", "tf.sets.union([[1, 2]], [[2, 3]])"},
    {"tf.sets.union: strings", "tf.sets.union([['a']], [['b']])"},
    {"tf.sets.union: floats", "tf.sets.union([[1.0]], [[2.0]])"},
    {"tf.sets.difference: dense", "tf.sets.difference([[1, 2]], [[2, 3]])"},
    {"tf.sets.difference: b minus a", "tf.sets.difference([[1, 2]], [[2, 3]], aminusb=False)"},
    {"tf.sets.size: sparse", "tf.sets.size(sparse([[0, 0], [0, 1]], [1, 1], [1, 2]))"},
    {"tf.sets.size: outside", "tf.sets.size(sparse([[9, 9]], [1], [1, 2]))"},
};

}  // namespace

std::vector<Check> sparse_checks() {
  return {check_of({.name = "sparse_arithmetic", .module = "tf.sparse", .setup = setup, .blocks = {{arithmetic}}}),
          check_of({.name = "sparse_layout", .module = "tf.sparse", .setup = setup, .blocks = {{layout}}}),
          check_of({.name = "sets", .module = "tf.sets", .setup = setup, .blocks = {{sets}}})};
}

}  // namespace tfh::testsuites::modules
