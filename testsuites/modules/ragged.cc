// tf.ragged and RaggedTensor.
#include <string>

#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
r = tf.ragged.constant([[1, 2], [], [3]])
f = tf.ragged.constant([[1.0, 2.0], [], [3.0]])
deep = tf.ragged.constant([[[1], [2, 3]], []])
uniform = tf.RaggedTensor.from_uniform_row_length([1, 2, 3, 4], 2)

)";

constexpr Use functions[] = {
    {"tf.ragged.constant: inner_shape", "tf.ragged.constant([[[1, 2]], []], inner_shape=(2,))"},
    {"tf.ragged.constant: ragged_rank", "tf.ragged.constant([[[1]], []], ragged_rank=1)"},
    {"tf.ragged.constant: depths differ", "tf.ragged.constant([[1], 2])"},
    {"tf.ragged.constant: empty", "tf.ragged.constant([])"},
    {"tf.ragged.constant: scalar", "tf.ragged.constant(3)"},
    {"tf.ragged.constant: row_splits_dtype", "tf.ragged.constant([[1]], row_splits_dtype=tf.int32).row_splits"},
    {"tf.ragged.constant: mixed numbers", "tf.ragged.constant([[1, 2.5]])"},
    {"tf.ragged.constant: dtype", "tf.ragged.constant([[1]], dtype=tf.float64)"},
    {"tf.ragged.range: limits", "tf.ragged.range([2, 0, 3])"},
    {"tf.ragged.range: deltas", "tf.ragged.range([0, 5], [4, 1], [2, -1])"},
    {"tf.ragged.range: zero delta", "tf.ragged.range([0], [4], [0])"},
    {"tf.ragged.range: huge", "tf.ragged.range([0], [2.0 ** 62], [1.0])"},
    {"tf.ragged.range: lengths differ", "tf.ragged.range([0, 1], [1, 2, 3])"},
    {"tf.ragged.range: nan", "tf.ragged.range([0.0], [np.nan])"},
    {"tf.ragged.stack: two", "tf.ragged.stack([r, r])"},
    {"tf.ragged.stack: axis 1", "tf.ragged.stack([r, r], axis=1)"},
    {"tf.ragged.stack: tensors", "tf.ragged.stack([tf.constant([1]), tf.constant([2, 3])])"},
    {"tf.ragged.stack: nothing", "tf.ragged.stack([])"},
    {"tf.ragged.boolean_mask: ragged", "tf.ragged.boolean_mask(r, tf.ragged.constant([[True, False], [], [True]]))"},
    {"tf.ragged.boolean_mask: rows", "tf.ragged.boolean_mask(r, [True, False, True])"},
    {"tf.ragged.boolean_mask: wrong length", "tf.ragged.boolean_mask(r, [True])"},
    {"tf.ragged.map_flat_values: add", "tf.ragged.map_flat_values(tf.add, r, 10)"},
    {"tf.ragged.map_flat_values: no ragged", "tf.ragged.map_flat_values(tf.add, 1, 2)"},
    {"tf.ragged.map_flat_values: changes size", "tf.ragged.map_flat_values(tf.reduce_sum, r)"},
    {"tf.ragged.cross: two", "tf.ragged.cross([tf.ragged.constant([['a']]), tf.ragged.constant([['b']])])"},
    {"tf.ragged.cross: rows differ", "tf.ragged.cross([tf.ragged.constant([['a']]), tf.constant([['b'], ['c']])])"},
    {"tf.ragged.cross_hashed: two", "tf.ragged.cross_hashed([tf.ragged.constant([['a']])], 50)"},
    {"tf.ragged.row_splits_to_segment_ids: plain", "tf.ragged.row_splits_to_segment_ids([0, 2, 2, 3])"},
    {"tf.ragged.row_splits_to_segment_ids: falling", "tf.ragged.row_splits_to_segment_ids([0, 2, 1])"},
    {"tf.ragged.segment_ids_to_row_splits: plain", "tf.ragged.segment_ids_to_row_splits([0, 0, 2])"},
    {"tf.ragged.segment_ids_to_row_splits: num_segments", "tf.ragged.segment_ids_to_row_splits([0], num_segments=3)"},
    {"tf.ragged.stack_dynamic_partitions: plain", "tf.ragged.stack_dynamic_partitions([1, 2, 3], [1, 0, 1], 2)"},
    {"tf.ragged.stack_dynamic_partitions: outside", "tf.ragged.stack_dynamic_partitions([1], [5], 2)"},
};

constexpr Use methods[] = {
    {"tf.RaggedTensor: from_row_splits", "tf.RaggedTensor.from_row_splits([1, 2, 3], [0, 2, 3])"},
    {"tf.RaggedTensor: from_row_splits short", "tf.RaggedTensor.from_row_splits([1, 2, 3], [0, 2])"},
    {"tf.RaggedTensor: from_row_splits falling", "tf.RaggedTensor.from_row_splits([1, 2], [0, 2, 1, 2])"},
    {"tf.RaggedTensor: not validated", "tf.RaggedTensor.from_row_splits([1, 2, 3], [0, 1, 3], validate=False)"},
    {"tf.RaggedTensor: from_row_lengths", "tf.RaggedTensor.from_row_lengths([1, 2], [2, 0])"},
    {"tf.RaggedTensor: from_row_lengths wrong", "tf.RaggedTensor.from_row_lengths([1, 2], [5])"},
    {"tf.RaggedTensor: from_value_rowids", "tf.RaggedTensor.from_value_rowids([1, 2], [0, 2], nrows=4)"},
    {"tf.RaggedTensor: from_value_rowids falling", "tf.RaggedTensor.from_value_rowids([1, 2], [2, 0])"},
    {"tf.RaggedTensor: from_nested_row_splits", "tf.RaggedTensor.from_nested_row_splits([1], [[0, 1], [0, 1]])"},
    {"tf.RaggedTensor: from_uniform_row_length", "uniform.shape.as_list()"},
    {"tf.RaggedTensor: from_tensor padding", "tf.RaggedTensor.from_tensor([[1, 0], [2, 3]], padding=0)"},
    {"tf.RaggedTensor: from_tensor lengths", "tf.RaggedTensor.from_tensor([[1, 0], [2, 3]], lengths=[1, 2])"},
    {"tf.RaggedTensor: from_sparse", "tf.RaggedTensor.from_sparse(tf.SparseTensor([[0, 0], [1, 0]], [1, 2], [3, 2]))"},
    {"tf.RaggedTensor: from_sparse with gaps", "tf.RaggedTensor.from_sparse(tf.SparseTensor([[0, 1]], [1], [3, 2]))"},
    {"tf.RaggedTensor: to_tensor", "r.to_tensor()"},
    {"tf.RaggedTensor: to_tensor shape", "r.to_tensor(shape=[2, 3])"},
    {"tf.RaggedTensor: to_tensor default", "r.to_tensor(default_value=-1)"},
    {"tf.RaggedTensor: to_tensor in a graph",
     "tf.function(lambda r: r.to_tensor()).get_concrete_function(tf.RaggedTensorSpec([2, None], "
     "tf.int32)).structured_outputs.shape.as_list()"},
    {"tf.RaggedTensor: to_sparse", "r.to_sparse()"},
    {"tf.RaggedTensor: numpy", "r.numpy()"},
    {"tf.RaggedTensor: numpy of equal rows", "uniform.numpy()"},
    {"tf.RaggedTensor: to_list", "deep.to_list()"},
    {"tf.RaggedTensor: shape", "[x.shape.as_list() for x in (r, deep, uniform)]"},
    {"tf.RaggedTensor: bounding_shape", "deep.bounding_shape()"},
    {"tf.RaggedTensor: row_lengths", "deep.row_lengths(axis=2)"},
    {"tf.RaggedTensor: nested_row_lengths", "deep.nested_row_lengths()"},
    {"tf.RaggedTensor: merge_dims", "deep.merge_dims(0, 1)"},
    {"tf.RaggedTensor: merge_dims reversed", "deep.merge_dims(1, 0)"},
    {"tf.RaggedTensor: with_row_splits_dtype", "r.with_row_splits_dtype(tf.int32).row_splits"},
    {"tf.RaggedTensor: uniform_row_length", "uniform.uniform_row_length"},
    {"tf.RaggedTensor: value_rowids", "r.value_rowids()"},
    {"tf.RaggedTensor: consumers", "r.consumers()"},
    {"tf.RaggedTensor: row", "r[0]"},
    {"tf.RaggedTensor: negative row", "r[-1]"},
    {"tf.RaggedTensor: row outside", "r[9]"},
    {"tf.RaggedTensor: slice", "r[:, :1]"},
    {"tf.RaggedTensor: step", "r[::2]"},
    {"tf.RaggedTensor: column", "r[:, 0]"},
    {"tf.RaggedTensor: deep", "deep[0, 1]"},
    {"tf.RaggedTensor: newaxis", "r[:, tf.newaxis]"},
    {"tf.RaggedTensor: tensor index", "r[tf.constant(2)]"},
    {"tf.RaggedTensor: list index", "r[[0, 1]]"},
    {"tf.RaggedTensor: bool", "bool(r)"},
    {"tf.RaggedTensor: len", "len(r)"},
    {"tf.RaggedTensor: iterate", "[row.numpy() for row in r]"},
    {"tf.RaggedTensor: hash", "hash(r) and None"},
    {"tf.RaggedTensor: set item", "r.__setitem__(0, 1)"},
    {"tf.RaggedTensor: np.array", "np.array(r)"},
    {"tf.RaggedTensor: spec", "repr(tf.type_spec_from_value(deep))"},
    {"tf.RaggedTensor.__add__: ragged", "r + r"},
    {"tf.RaggedTensor.__add__: number", "r + 1"},
    {"tf.RaggedTensor.__add__: column", "r + [[1], [2], [3]]"},
    {"tf.RaggedTensor.__add__: unlike", "r + tf.ragged.constant([[1], [2], [3]])"},
    {"tf.RaggedTensor.__add__: dtypes", "r + f"},
    {"tf.RaggedTensor.__eq__: ragged", "r == r"},
    {"tf.RaggedTensor.__eq__: number", "r == 1"},
    {"tf.RaggedTensor.__eq__: unlike", "r == tf.ragged.constant([[1]])"},
    {"tf.RaggedTensor.__eq__: text", "r == 'a'"},
    {"tf.RaggedTensor.__eq__: None", "r == None"},
};

constexpr Use dispatched[] = {
    {"tf.concat: of ragged", "tf.concat([r, r], axis=1)"},
    {"tf.concat: with a tensor", "tf.concat([r, [[9]]], axis=0)"},
    {"tf.stack: of ragged", "tf.stack([r, r])"},
    {"tf.tile: of ragged", "tf.tile(r, [1, 2])"},
    {"tf.tile: wrong", "tf.tile(r, [2])"},
    {"tf.gather: of ragged", "tf.gather(r, [2, 0])"},
    {"tf.gather: ragged indices", "tf.gather([10, 20], tf.ragged.constant([[0], [1, 0]]))"},
    {"tf.gather: batch_dims", "tf.gather(r, tf.ragged.constant([[1], [], [0]]), batch_dims=1)"},
    {"tf.gather: axis", "tf.gather(deep, [0], axis=1)"},
    {"tf.gather_nd: of ragged", "tf.gather_nd(r, [[0, 1]])"},
    {"tf.reduce_sum: of ragged", "tf.reduce_sum(r, axis=1)"},
    {"tf.reduce_sum: all", "tf.reduce_sum(r)"},
    {"tf.reduce_sum: keepdims", "tf.reduce_sum(r, 1, True)"},
    {"tf.reduce_sum: two axes", "tf.reduce_sum(deep, axis=[1, 2])"},
    {"tf.reduce_mean: of ragged", "tf.reduce_mean(f, axis=1)"},
    {"tf.reduce_max: of ragged", "tf.reduce_max(f, axis=1)"},
    {"tf.math.reduce_std: of ragged", "tf.math.reduce_std(f, axis=1)"},
    {"tf.math.reduce_variance: of ragged", "tf.math.reduce_variance(f, axis=1)"},
    {"tf.reduce_any: of ragged", "tf.reduce_any(r > 1, axis=1)"},
    {"tf.where: ragged condition", "tf.where(r > 1, r, r * 10)"},
    {"tf.where: one argument", "tf.where(r > 1)"},
    {"tf.cast: of ragged", "tf.cast(r, tf.float32)"},
    {"tf.expand_dims: of ragged", "tf.expand_dims(r, 1)"},
    {"tf.expand_dims: static shapes", "[tf.expand_dims(r, axis).shape.as_list() for axis in (0, 1, 2, -1)]"},
    {"tf.squeeze: of ragged", "tf.squeeze(tf.expand_dims(r, 0), 0)"},
    {"tf.reverse: of ragged", "tf.reverse(r, [1])"},
    {"tf.shape: of ragged", "tf.shape(r)"},
    {"tf.size: of ragged", "tf.size(r)"},
    {"tf.rank: of ragged", "tf.rank(deep)"},
    {"tf.reshape: of ragged", "tf.reshape(r, [-1])"},
    {"tf.split: of ragged", "tf.split(r, [1, 2])"},
    {"tf.split: columns", "tf.split(uniform, 2, axis=1)"},
    {"tf.one_hot: of ragged", "tf.one_hot(r, 4)"},
    {"tf.ones_like: of ragged", "tf.ones_like(r)"},
    {"tf.zeros_like: of ragged", "tf.zeros_like(r)"},
    {"tf.matmul: of ragged",
     "tf.matmul(tf.ragged.constant([[[1.0, 2.0]], [[3.0, 4.0]]], ragged_rank=1), tf.ones([2, 2, 1]))"},
    {"tf.nn.softmax: of ragged", "tf.nn.softmax(f)"},
    {"tf.nn.dropout: of ragged", "tf.nn.dropout(f, 0.0)"},
    {"tf.nn.embedding_lookup: of ragged", "tf.nn.embedding_lookup(tf.ones([4, 2]), r)"},
    {"tf.nn.embedding_lookup: of ragged with max_norm",
     "tf.nn.embedding_lookup([[3.0, 4.0], [1.0, 0.0], [0.0, 2.0], [5.0, 0.0]], r, max_norm=1.0)"},
    {"tf.nn.embedding_lookup: of ragged in two parts",
     "tf.nn.embedding_lookup([tf.constant([[0.0], [1.0]]), tf.constant([[2.0], [3.0]])], r)"},
    {"tf.math.bincount: of ragged", "tf.math.bincount(r, axis=-1)"},
    {"tf.math.segment_sum: of ragged", "tf.math.segment_sum(r, [0, 0, 1])"},
    {"tf.math.unsorted_segment_sum: of ragged",
     "tf.math.unsorted_segment_sum(r, tf.ragged.constant([[0, 1], [], [0]]), 2)"},
    {"tf.random.shuffle: of ragged", "tf.random.shuffle(r).shape.as_list()"},
    {"tf.bitcast: of ragged", "tf.bitcast(r, tf.float32)"},
    {"tf.clip_by_value: of ragged", "tf.clip_by_value(r, 1, 2)"},
    {"tf.strings.join: of ragged",
     "tf.strings.join([tf.ragged.constant([['a'], []]), tf.ragged.constant([['b'], []])])"},
    {"tf.strings.reduce_join: of ragged", "tf.strings.reduce_join(tf.ragged.constant([['a', 'b'], []]), axis=1)"},
    {"tf.strings.format: of ragged", "tf.strings.format('{}', r)"},
    {"tf.strings.as_string: of ragged", "tf.strings.as_string(r)"},
    {"tf.image.resize: of ragged", "tf.image.resize(tf.RaggedTensor.from_tensor(tf.ones([1, 2, 2, 1])), [1, 1])"},
    {"tf.map_fn: of ragged", "tf.map_fn(tf.reduce_sum, r)"},
    {"tf.map_fn: of ragged with dtype", "tf.map_fn(tf.reduce_sum, r, dtype=tf.int32)"},
    {"tf.map_fn: of sparse",
     "tf.map_fn(tf.sparse.reduce_sum, tf.sparse.from_dense([[1, 2], [0, 3]]), fn_output_signature=tf.int32)"},
    {"tf.dynamic_partition: of ragged", "tf.dynamic_partition(r, [0, 1, 0], 2)"},
    {"tf.identity: of ragged", "tf.identity(r)"},
    {"tf.identity: of sparse", "tf.identity(tf.SparseTensor([[0]], [1], [2]))"},
    {"tf.boolean_mask: of ragged", "tf.boolean_mask(r, [True, False, True])"},
    {"tf.ensure_shape: of ragged", "tf.ensure_shape(r, [3, None])"},
    {"tf.broadcast_to: of ragged", "tf.broadcast_to(uniform, [2, 2])"},
};

constexpr Use of_text[] = {
    {"tf.strings.NAME: of ragged", "tf.strings.NAME(tf.ragged.constant([['a'], ['b', 'c d']])ARGUMENTS)"},
    {"tf.strings.NAME: of sparse", "tf.strings.NAME(tf.sparse.from_dense(['a', 'c d'])ARGUMENTS)"},
};

constexpr Name on_text[] = {
    {"upper"},
    {"lower"},
    {"strip"},
    {"length"},
    {"bytes_split"},
    {"split"},
    {"substr", ", 0, 1"},
    {"regex_replace", ", 'a', 'b'"},
    {"regex_full_match", ", 'a'"},
    {"to_hash_bucket", ", 7"},
    {"to_hash_bucket_fast", ", 7"},
    {"to_hash_bucket_strong", ", 7, [1, 2]"},
    {"unicode_split", ", 'UTF-8'"},
    {"unicode_decode", ", 'UTF-8'"},
    {"unicode_transcode", ", 'UTF-8', 'UTF-16-BE'"},
    {"ngrams", ", 2"},
};

// What is known of a result before it is looked at.
constexpr Use shapes[] = {
    {"tf.NAME: shape of rARGUMENTS", "known(tf.NAME(rARGUMENTS))"},
    {"tf.NAME: shape of rARGUMENTS, deep", "known((lambda r: tf.NAME(rARGUMENTS))(deep))"},
    {"tf.NAME: shape of rARGUMENTS, uniform", "known((lambda r: tf.NAME(rARGUMENTS))(uniform))"},
    {"tf.NAME: shape of rARGUMENTS, traced", "traced(lambda r: tf.NAME(rARGUMENTS))"},
};

constexpr Name of_shapes[] = {
    {"identity"},
    {"expand_dims", ", 0"},
    {"expand_dims", ", 1"},
    {"expand_dims", ", -1"},
    {"squeeze", ", 0"},
    {"reverse", ", [0]"},
    {"reverse", ", [1]"},
    {"tile", ", [2] + [1] * (r.shape.rank - 1)"},
    {"gather", ", [0, 1]"},
    {"gather", ", [[0], [1]]"},
    {"slice", ", [0] * r.shape.rank, [1] * r.shape.rank"},
    {"reduce_sum", ", 1"},
    {"reduce_max", ", 0"},
    {"reduce_mean", ", -1, keepdims=True"},
    {"zeros_like"},
    {"ones_like"},
    {"cast", ", tf.float32"},
    {"shape"},
    {"size"},
    {"rank"},
    {"unstack"},
    {"transpose"},
    {"one_hot", ", 4"},
    {"boolean_mask", ", [True] * int(r.nrows())"},
    {"math.add", ", 1"},
    {"math.equal", ", 1"},
    {"math.unsorted_segment_sum", ", [0] * int(r.nrows()), 2"},
    {"strings.as_string"},
};

constexpr const char* telling = R"(
def known(made):
    if isinstance(made, (list, tuple)):
        return [known(one) for one in made]
    return [type(made).__name__, str(made.shape), made.dtype.name]

def traced(function):
    told = []
    tf.function(lambda r: told.append(known(function(r))) or 0, autograph=False).get_concrete_function(
        tf.RaggedTensorSpec([None, None], tf.int32))
    return told

)";

}  // namespace

std::vector<Check> ragged_checks() {
  return {check_of({.name = "ragged", .module = "tf.ragged", .setup = setup, .blocks = {{functions}}}),
          check_of({.name = "ragged_tensor", .module = "tf.RaggedTensor", .setup = setup, .blocks = {{methods}}}),
          check_of({.name = "ragged_shapes",
                    .module = "tf.RaggedTensor",
                    .setup = std::string(setup) + telling,
                    .blocks = {{shapes, of_shapes}}}),
          check_of({.name = "ragged_dispatch",
                    .module = "tf.RaggedTensor",
                    .setup = setup,
                    .blocks = {{dispatched}, {of_text, on_text}}})};
}

}  // namespace tfh::testsuites::modules
