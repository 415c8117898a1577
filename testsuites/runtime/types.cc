// Shapes, dtypes, specs, tables: the small types around tensors.
#include "testsuites/joined.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

std::vector<Check> shapes() {
  return {
      {.id = "runtime.tensor_shape", .api = {"tf.TensorShape"}, .source = R"(
shape = tf.TensorShape([2, None])
attempt("equal", lambda: [shape == [2, None], shape == tf.TensorShape([2, None]), shape == None])
attempt("unknown rank equal", lambda: tf.TensorShape(None) == tf.TensorShape(None))
attempt("hash of partially known", lambda: hash(shape) == hash(tf.TensorShape([2, None])))
attempt("concatenate", lambda: str(shape.concatenate([3])))
attempt("concatenate list", lambda: str(shape + [3]))
attempt("right", lambda: str([3] + shape))
attempt("float", lambda: str(tf.TensorShape([1.5])))
attempt("negative", lambda: str(tf.TensorShape([-1])))
attempt("text", lambda: str(tf.TensorShape(["2"])))
attempt("index", lambda: [shape[0], shape[1], str(shape[:1])])
attempt("merge", lambda: str(shape.merge_with([None, 3])))
attempt("merge conflict", lambda: str(shape.merge_with([3, 3])))
attempt("bool", lambda: [bool(tf.TensorShape(None)), bool(tf.TensorShape([]))])
attempt("len of unknown", lambda: len(tf.TensorShape(None)))
observe("repr", repr([shape, tf.TensorShape(None)]), kind="text")
)"},
      {.id = "runtime.tensor_spec", .api = {"tf.TensorSpec"}, .source = R"(
spec = tf.TensorSpec([None, 2], tf.float32, name="x")
observe("repr", repr(spec), kind="text")
attempt("compatible", lambda: [spec.is_compatible_with(tf.ones([1, 2])), spec.is_compatible_with(tf.ones([2]))])
attempt("from tensor", lambda: repr(tf.TensorSpec.from_tensor(tf.ones([1]))), kind="text")
attempt("most specific", lambda: repr(spec.most_specific_compatible_type(tf.TensorSpec([3, 2], tf.float32))),
        kind="text")
attempt("subtype", lambda: tf.TensorSpec([1, 2], tf.float32).is_subtype_of(spec))
attempt("hash", lambda: hash(spec) == hash(tf.TensorSpec([None, 2], tf.float32, name="x")))
attempt("type_spec_from_value", lambda: repr(tf.type_spec_from_value(tf.ragged.constant([[1]]))), kind="text")
)"},
  };
}

std::vector<Check> dtypes() {
  return {
      {.id = "runtime.dtype_limits", .api = {"tf.DType.limits", "tf.DType"}, .source = R"(
for dtype in (tf.bfloat16, tf.float16, tf.float32, tf.int8, tf.bool, tf.string, tf.complex64):
    attempt(dtype.name + " limits", lambda: list(dtype.limits))
    attempt(dtype.name + " min", lambda: dtype.min)
    attempt(dtype.name + " max", lambda: dtype.max)
)"},
      {.id = "runtime.dtype_members", .api = {"tf.DType", "tf.dtypes"}, .source = R"(
for name in ("uint4", "int4", "float8_e5m2", "float8_e4m3fn", "qint8", "variant", "half", "double"):
    attempt(name, lambda: [getattr(tf.dtypes, name).name, getattr(tf.dtypes, name).size])
attempt("as_dtype", lambda: [tf.as_dtype(name).name for name in ("float", "half", np.int64, int, bool, str)])
attempt("unknown", lambda: tf.as_dtype("nonsense"))
attempt("numpy", lambda: tf.float32.as_numpy_dtype.__name__)
observe("repr", repr([tf.float32, tf.string, tf.bfloat16]), kind="text")
observe("equal", [tf.float32 == "float32", tf.float32 == np.float32, tf.float32 == float, tf.float32 != tf.float64])
)"},
      {.id = "runtime.bfloat16_arrays", .api = {"tf.bfloat16"}, .source = R"(
array = tf.constant([1.5, 2.25], tf.bfloat16).numpy()
observe("repr", repr(array), kind="text")
observe("item", repr(array[0]), kind="text")
attempt("plus one", lambda: (array + 1).dtype.name)
attempt("plus float32", lambda: (array + np.float32([1, 1])).dtype.name)
attempt("sum", lambda: float(array.sum()))
attempt("sort", lambda: [float(v) for v in np.sort(array)])
attempt("constant", lambda: tf.cast(tf.constant(array), tf.float32))
attempt("constant of text", lambda: tf.constant("1.5", tf.bfloat16))
)"},
      {.id = "runtime.promotion_of_python_values", .api = {"tf.constant", "tf.convert_to_tensor"}, .source = R"(
for value in (1, 1.0, True, "a", b"a", 1j, [1, 2.0], [1, True], [1, "a"], [], [[1], [2, 3]], None, 2 ** 31, 2 ** 63,
              np.array([1]), (1, 2), {"a": 1}, {1, 2}, range(3)):
    attempt(repr(value), lambda: tf.constant(value))
attempt("np.float64", lambda: tf.constant(np.float64(1)))
attempt("dtype", lambda: tf.constant(1.5, tf.int32))
attempt("overflow", lambda: tf.constant(300, tf.uint8))
attempt("shape", lambda: tf.constant(1, shape=[2]))
attempt("shape mismatch", lambda: tf.constant([1, 2, 3], shape=[2]))
attempt("negative unsigned", lambda: tf.constant(-1, tf.uint8))
)"},
  };
}

std::vector<Check> resources() {
  return {
      {.id = "runtime.table_classes",
       .api = {"tf.lookup.experimental.DenseHashTable"},
       .policy = Policy::not_covered,
       .source = R"(
attempt("type", lambda: type(tf.lookup.experimental.DenseHashTable).__name__, kind="structure")
)"},
      {.id = "runtime.dense_hash_table", .api = {"tf.lookup.experimental.DenseHashTable"}, .source = R"(
table = tf.lookup.experimental.DenseHashTable(tf.string, tf.int64, default_value=-1, empty_key="", deleted_key="$")
table.insert(tf.constant(["a", "b"]), tf.constant([1, 2], tf.int64))
table.erase(tf.constant(["a"]))
attempt("lookup", lambda: table.lookup(tf.constant(["a", "b", "c"])))
attempt("size", lambda: table.size())
attempt("empty key", lambda: table.insert(tf.constant([""]), tf.constant([3], tf.int64)))
attempt("wrong dtype", lambda: table.insert(tf.constant(["x"]), tf.constant([1.0])))
attempt("index", lambda: table[tf.constant(["b"])])
)"},
      {.id = "runtime.static_hash_table", .api = {"tf.lookup.StaticHashTable"}, .source = R"(
def table(keys, values):
    return tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(keys, values), -1)

attempt("lookup", lambda: table(["a", "b"], [1, 2]).lookup(tf.constant(["b", "z"])))
attempt("duplicate key", lambda: table(["a", "a"], [1, 2]).size())
attempt("same twice", lambda: table(["a", "a"], [1, 1]).size())
attempt("lengths differ", lambda: table(["a"], [1, 2]).size())
attempt("wrong dtype", lambda: table(["a"], [1]).lookup(tf.constant([1])))
attempt("type", lambda: type(tf.lookup.StaticHashTable).__name__, kind="structure")
)"},
      {.id = "runtime.tensor_array", .api = {"tf.TensorArray"}, .source = R"(
array = tf.TensorArray(tf.int32, size=2)
array = array.write(0, 5)
attempt("read", lambda: array.read(0))
attempt("read again", lambda: array.read(0))
attempt("unwritten", lambda: array.read(1))
attempt("out of range", lambda: array.write(2, 1))
attempt("wrong dtype", lambda: array.write(1, 1.5))
attempt("stack", lambda: tf.TensorArray(tf.int32, size=2).unstack([1, 2]).stack())
attempt("dynamic", lambda: tf.TensorArray(tf.int32, size=0, dynamic_size=True).write(3, 1).size())
)"},
  };
}

}  // namespace

std::vector<Check> type_checks() {
  return joined({shapes(), dtypes(), resources()});
}

}  // namespace tfh::testsuites::runtime
