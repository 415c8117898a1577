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

std::vector<Uses> arithmetic() {
  return {
      {"tf.sparse.add",
       {{"two", "tf.sparse.add(a, b)"},
        {"dense", "tf.sparse.add(a, tf.ones([3, 2]))"},
        {"threshold", "tf.sparse.add(a, b, threshold=5.0)"},
        {"old thresh", "tf.sparse.add(a, b, thresh=5.0)"},
        {"shapes differ", "tf.sparse.add(a, sparse([[0, 0]], [1.0], [2, 2]))"},
        {"dtypes differ", "tf.sparse.add(a, sparse([[0, 0]], [1], [3, 2]))"},
        {"outside", "tf.sparse.add(a, outside)"},
        {"empty", "tf.sparse.add(empty, a)"}}},
      {"tf.sparse.maximum", {{"two", "tf.sparse.maximum(a, b)"}, {"unordered", "tf.sparse.maximum(a, unordered)"}}},
      {"tf.sparse.minimum", {{"two", "tf.sparse.minimum(a, b)"}}},
      {"tf.sparse.softmax",
       {{"rows", "tf.sparse.softmax(a)"}, {"vector", "tf.sparse.softmax(sparse([[0]], [1.0], [2]))"}}},
      {"tf.sparse.reduce_sum",
       {{"all", "tf.sparse.reduce_sum(a)"},
        {"axis", "tf.sparse.reduce_sum(a, axis=1)"},
        {"sparse output", "tf.sparse.reduce_sum(a, axis=1, output_is_sparse=True)"},
        {"axis outside", "tf.sparse.reduce_sum(a, axis=5)"},
        {"keepdims", "tf.sparse.reduce_sum(a, axis=0, keepdims=True)"},
        {"outside", "tf.sparse.reduce_sum(outside)"}}},
      {"tf.sparse.reduce_max", {{"axis", "tf.sparse.reduce_max(a, axis=0)"}, {"empty", "tf.sparse.reduce_max(empty)"}}},
      {"tf.sparse.sparse_dense_matmul",
       {{"right", "tf.sparse.sparse_dense_matmul(a, tf.ones([2, 2]))"},
        {"adjoint", "tf.sparse.sparse_dense_matmul(a, tf.ones([3, 2]), adjoint_a=True)"},
        {"dense first", "tf.sparse.sparse_dense_matmul(tf.ones([2, 3]), a)"},
        {"shapes differ", "tf.sparse.sparse_dense_matmul(a, tf.ones([3, 2]))"},
        {"outside", "tf.sparse.sparse_dense_matmul(outside, tf.ones([2, 2]))"},
        {"vector", "tf.sparse.sparse_dense_matmul(a, tf.ones([2]))"},
        {"matmul", "tf.matmul(tf.sparse.to_dense(a), tf.ones([2, 2]), a_is_sparse=True)"}}},
      {"tf.sparse.map_values",
       {{"one", "tf.sparse.map_values(tf.abs, a)"},
        {"two", "tf.sparse.map_values(tf.add, a, a)"},
        {"other indices", "tf.sparse.map_values(tf.add, a, b)"},
        {"number", "tf.sparse.map_values(tf.add, a, 1.0)"}}},
      {"tf.SparseTensor",
       {{"times dense", "a * tf.ones([3, 2])"},
        {"times number", "a * 2.0"},
        {"divided", "a / 2.0"},
        {"plus", "a + b"},
        {"negative", "-a"},
        {"compare", "a == b"},
        {"slice", "a[0]"},
        {"shape", "a.shape.as_list()"},
        {"get_shape", "a.get_shape().as_list()"},
        {"numpy", "np.array(a)"},
        {"with_values", "a.with_values([5.0, 6.0])"},
        {"with_values length", "a.with_values([5.0])"},
        {"lengths differ", "tf.SparseTensor([[0]], [1, 2], [3])"},
        {"rank differs", "tf.SparseTensor([[0, 1]], [1], [3])"},
        {"negative index", "tf.SparseTensor([[-1]], [1], [3])"},
        {"consumers", "a.consumers()"},
        {"eval", "a.eval()"},
        {"from_value", "tf.SparseTensor.from_value(tf.compat.v1.SparseTensorValue([[0]], [1], [2]))"}}}};
}

std::vector<Uses> layout() {
  return {
      {"tf.sparse.to_dense",
       {{"plain", "tf.sparse.to_dense(a)"},
        {"default", "tf.sparse.to_dense(a, default_value=-1.0)"},
        {"unordered", "tf.sparse.to_dense(unordered)"},
        {"not validated", "tf.sparse.to_dense(unordered, validate_indices=False)"},
        {"outside", "tf.sparse.to_dense(outside)"},
        {"strings", "tf.sparse.to_dense(sparse([[0]], ['a'], [2]))"},
        {"twice the same", "tf.sparse.to_dense(sparse([[0], [0]], [1, 2], [2]))"},
        {"bool", "tf.sparse.to_dense(sparse([[0]], [True], [2]))"}}},
      {"tf.sparse.from_dense",
       {{"floats", "tf.sparse.from_dense([[0.0, 1.0], [2.0, 0.0]])"},
        {"strings", "tf.sparse.from_dense(['', 'a'])"},
        {"nan", "tf.sparse.from_dense([np.nan, 0.0])"},
        {"scalar", "tf.sparse.from_dense(1.0)"},
        {"negative zero", "tf.sparse.from_dense([-0.0, 1.0])"}}},
      {"tf.sparse.concat",
       {{"rows", "tf.sparse.concat(0, [a, b])"},
        {"axis outside", "tf.sparse.concat(5, [a, b])"},
        {"expand", "tf.sparse.concat(0, [a, sparse([[0, 2]], [1.0], [1, 3])], expand_nonconcat_dims=True)"},
        {"unlike", "tf.sparse.concat(0, [a, sparse([[0, 2]], [1.0], [1, 3])])"},
        {"nothing", "tf.sparse.concat(0, [])"}}},
      {"tf.sparse.slice",
       {{"part", "tf.sparse.slice(a, [0, 1], [2, 1])"}, {"outside", "tf.sparse.slice(a, [9, 9], [1, 1])"}}},
      {"tf.sparse.split",
       {{"columns", "tf.sparse.split(a, 2, 1)"},
        {"too many", "tf.sparse.split(a, 9, 1)"},
        {"keyword", "tf.sparse.split(sp_input=a, num_split=2, axis=1)"}}},
      {"tf.sparse.reshape",
       {{"flat", "tf.sparse.reshape(a, [-1])"},
        {"wrong", "tf.sparse.reshape(a, [5])"},
        {"two unknown", "tf.sparse.reshape(a, [-1, -1])"},
        {"negative", "tf.sparse.reshape(a, [-2, 3])"},
        {"empty", "tf.sparse.reshape(sparse([], np.zeros([0], np.float32), [0, 2]), [-1])"}}},
      {"tf.sparse.reset_shape",
       {{"larger", "tf.sparse.reset_shape(a, [4, 4])"},
        {"smaller", "tf.sparse.reset_shape(a, [1, 1])"},
        {"none", "tf.sparse.reset_shape(a)"}}},
      {"tf.sparse.transpose",
       {{"plain", "tf.sparse.transpose(a)"},
        {"perm", "tf.sparse.transpose(a, [0, 1])"},
        {"bad perm", "tf.sparse.transpose(a, [0, 5])"}}},
      {"tf.sparse.reorder", {{"unordered", "tf.sparse.reorder(unordered)"}, {"outside", "tf.sparse.reorder(outside)"}}},
      {"tf.sparse.retain",
       {{"some", "tf.sparse.retain(a, [True, False])"}, {"too few", "tf.sparse.retain(a, [True])"}}},
      {"tf.sparse.expand_dims", {{"last", "tf.sparse.expand_dims(a, -1)"}, {"outside", "tf.sparse.expand_dims(a, 9)"}}},
      {"tf.sparse.eye", {{"square", "tf.sparse.eye(2)"}, {"wide", "tf.sparse.eye(2, 3)"}}},
      {"tf.sparse.mask", {{"slices", "tf.sparse.mask(tf.IndexedSlices([[1.0], [2.0]], [3, 4]), [3])"}}},
      {"tf.sparse.fill_empty_rows",
       {{"plain", "tf.sparse.fill_empty_rows(a, -1.0)"},
        {"all empty", "tf.sparse.fill_empty_rows(empty, -1.0)"},
        {"outside", "tf.sparse.fill_empty_rows(outside, -1.0)"}}},
      {"tf.sparse.to_indicator",
       {{"plain", "tf.sparse.to_indicator(sparse([[0, 0]], [1], [2, 1]), 3)"},
        {"too large", "tf.sparse.to_indicator(sparse([[0, 0]], [7], [2, 1]), 3)"}}},
      {"tf.sparse.bincount",
       {{"plain", "tf.sparse.bincount([1, 1, 3])"},
        {"rows", "tf.sparse.bincount([[1, 1], [2, 0]], axis=-1)"},
        {"weights", "tf.sparse.bincount([1, 2], weights=[0.5, 1.5])"},
        {"binary", "tf.sparse.bincount([1, 1], binary_output=True)"},
        {"negative", "tf.sparse.bincount([-1, 1])"},
        {"of sparse", "tf.sparse.bincount(sparse([[0, 0]], np.int64([2]), [1, 2]))"},
        {"weights differ", "tf.sparse.bincount([1, 2], weights=[0.5])"},
        {"minlength", "tf.sparse.bincount([1], minlength=4)"}}},
      {"tf.sparse.cross",
       {{"dense", "tf.sparse.cross([tf.constant([['a']]), tf.constant([['b']])])"},
        {"separator", "tf.sparse.cross([tf.constant([['a']]), tf.constant([['b']])], separator='-')"},
        {"integers", "tf.sparse.cross([tf.constant([[1]]), tf.constant([['b']])])"},
        {"rows differ", "tf.sparse.cross([tf.constant([['a']]), tf.constant([['b'], ['c']])])"}}},
      {"tf.sparse.cross_hashed",
       {{"dense", "tf.sparse.cross_hashed([tf.constant([['a']]), tf.constant([['b']])], 100)"},
        {"key", "tf.sparse.cross_hashed([tf.constant([['a']])], 100, hash_key=7)"}}},
      {"tf.sparse.segment_sum",
       {{"plain", "tf.sparse.segment_sum([1.0, 2.0, 3.0], [0, 2], [0, 1])"},
        {"falling ids", "tf.sparse.segment_sum([1.0, 2.0], [0, 1], [1, 0])"},
        {"index outside", "tf.sparse.segment_sum([1.0], [5], [0])"},
        {"num_segments", "tf.sparse.segment_sum([1.0], [0], [0], num_segments=3)"},
        {"sparse_gradient", "tf.sparse.segment_sum([1.0], [0], [0], sparse_gradient=True)"}}},
      {"tf.sparse.segment_mean", {{"plain", "tf.sparse.segment_mean([1.0, 2.0], [0, 1], [0, 0])"}}},
      {"tf.sparse.segment_sqrt_n", {{"plain", "tf.sparse.segment_sqrt_n([1.0, 2.0], [0, 1], [0, 0])"}}}};
}

std::vector<Uses> sets() {
  return {{"tf.sets.intersection",
           {{"dense", "tf.sets.intersection([[1, 2, 2]], [[2, 3, 4]])"},
            {"of sparse", "tf.sets.intersection(sparse([[0, 0]], [1], [1, 2]), sparse([[0, 0]], [1], [1, 2]))"},
            {"rows differ", "tf.sets.intersection([[1]], [[1], [2]])"},
            {"not validated",
             "tf.sets.intersection(sparse([[5, 5]], [1], [1, 2]), sparse([[0, 0]], [1], [1, 2]), False)"}}},
          {"tf.sets.union",
           {{"dense", "tf.sets.union([[1, 2]], [[2, 3]])"},
            {"strings", "tf.sets.union([['a']], [['b']])"},
            {"floats", "tf.sets.union([[1.0]], [[2.0]])"}}},
          {"tf.sets.difference",
           {{"dense", "tf.sets.difference([[1, 2]], [[2, 3]])"},
            {"b minus a", "tf.sets.difference([[1, 2]], [[2, 3]], aminusb=False)"}}},
          {"tf.sets.size",
           {{"sparse", "tf.sets.size(sparse([[0, 0], [0, 1]], [1, 1], [1, 2]))"},
            {"outside", "tf.sets.size(sparse([[9, 9]], [1], [1, 2]))"}}}};
}

}  // namespace

std::vector<Check> sparse_checks() {
  return {check_of({.name = "sparse_arithmetic", .module = "tf.sparse", .setup = setup, .rows = arithmetic()}),
          check_of({.name = "sparse_layout", .module = "tf.sparse", .setup = setup, .rows = layout()}),
          check_of({.name = "sets", .module = "tf.sets", .setup = setup, .rows = sets()})};
}

}  // namespace tfh::testsuites::modules
