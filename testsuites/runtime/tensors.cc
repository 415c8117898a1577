// Tensors as Python objects: texts, comparisons, conversions, indexing.
#include "testsuites/joined.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

std::vector<Check> texts() {
  return {
      {.id = "runtime.tensor_texts", .api = {"tf.Tensor", "tf.constant"}, .policy = Policy::not_covered, .source = R"(
for name, value in (("scalar", 1), ("vector", [1.5, 2.0]), ("text", "é"), ("bool", [True]), ("empty", [])):
    tensor = tf.constant(value)
    observe(name + " repr", repr(tensor), kind="text")
    observe(name + " str", str(tensor), kind="text")
observe("large", repr(tf.range(2000)), kind="text")
observe("format", "{:.2f}".format(float(tf.constant(1.5))))
attempt("format of a tensor", lambda: "{:.2f}".format(tf.constant(1.5)))
)"},
      {.id = "runtime.composite_texts",
       .api = {"tf.RaggedTensor.__repr__", "tf.SparseTensor", "tf.RaggedTensor"},
       .policy = Policy::not_covered,
       .source = R"(
ragged = tf.ragged.constant([[1], [2, 3]])
sparse = tf.SparseTensor([[0]], [1], [2])
observe("ragged repr", repr(ragged), kind="text")
observe("ragged str", str(ragged), kind="text")
observe("sparse repr", repr(sparse), kind="text")
observe("sparse str", str(sparse), kind="text")
observe("slices", repr(tf.IndexedSlices(tf.constant([1]), tf.constant([0]))), kind="text")
)"},
      {.id = "runtime.tensor_classes", .api = {"tf.Tensor", "tf.Variable"}, .policy = Policy::not_covered, .source = R"(
def bases(value):
    return [base.__name__ for base in type(value).__mro__]

observe("tensor", bases(tf.constant(1)), kind="structure")
observe("variable", bases(tf.Variable(1)), kind="structure")
observe("ragged", bases(tf.ragged.constant([[1]])), kind="structure")
observe("is a tensor", [isinstance(v, tf.Tensor) for v in (tf.constant(1), tf.Variable(1), np.ones(1))])
observe("tf.is_tensor", [tf.is_tensor(v) for v in (tf.constant(1), tf.Variable(1), tf.ragged.constant([[1]]), 1)])
)"},
  };
}

std::vector<Check> operators() {
  return {
      {.id = "runtime.tensor_equality", .api = {"tf.Tensor.__eq__", "tf.Tensor"}, .source = R"(
a = tf.constant([1, 2])
attempt("same shape", lambda: a == tf.constant([1, 3]))
attempt("incompatible shapes", lambda: a == tf.constant([1, 2, 3]))
attempt("not equal", lambda: a != tf.constant([1, 2, 3]))
attempt("None", lambda: a == None)
attempt("text", lambda: a == "a")
attempt("float", lambda: a == 1.0)
attempt("less than text", lambda: a < "a")
attempt("in list", lambda: tf.constant(1) in [tf.constant(1)])
attempt("hash", lambda: hash(a) and None)
attempt("ref", lambda: a.ref() == a.ref())
)"},
      {.id = "runtime.tensor_conversions", .api = {"tf.Tensor"}, .source = R"(
attempt("int", lambda: int(tf.constant(2.7)))
attempt("float of vector", lambda: float(tf.constant([1.0])))
attempt("bool of vector", lambda: bool(tf.constant([1, 0])))
attempt("bool of empty", lambda: bool(tf.constant([])))
attempt("index", lambda: [10, 20, 30][tf.constant(1)])
attempt("index of float", lambda: [10, 20][tf.constant(1.0)])
attempt("len of scalar", lambda: len(tf.constant(1)))
attempt("iterate scalar", lambda: list(tf.constant(1)))
attempt("iterate", lambda: [int(x) for x in tf.constant([1, 2])])
attempt("range", lambda: list(range(tf.constant(2))))
attempt("assign item", lambda: tf.constant([1]).__setitem__(0, 1))
attempt("assign attribute", lambda: setattr(tf.constant([1]), "color", "red"))
attempt("numpy attribute", lambda: tf.constant([1]).astype("float32"))
attempt("numpy function", lambda: np.add(tf.constant([1]), 1))
attempt("array of tensors", lambda: np.array([tf.constant(1), tf.constant(2)]))
)"},
      {.id = "runtime.tensor_indexing", .api = {"tf.Tensor.__getitem__", "tf.strided_slice"}, .source = R"(
x = tf.reshape(tf.range(12), [3, 4])
for text in ("x[1]", "x[-1, ::2]", "x[..., 0]", "x[tf.newaxis, 0]", "x[1:1]", "x[::-1]", "x[5]", "x[0, 0, 0]",
             "x[tf.constant(1)]", "x[[0, 1]]", "x[x > 5]", "x[1.0]", "x['a']", "x[None]", "x[True]",
             "x[0:tf.constant(2)]", "x[np.int64(1)]", "x[::0]"):
    attempt(text, lambda: eval(text))
)"},
      {.id = "runtime.operator_dtypes", .api = {"tf.Tensor"}, .source = R"(
i, f = tf.constant([1, 2]), tf.constant([1.0, 2.0])
attempt("int + float", lambda: i + f)
attempt("int + 1.5", lambda: i + 1.5)
attempt("float + 1", lambda: f + 1)
attempt("1 + int", lambda: 1 + i)
attempt("numpy + tensor", lambda: np.array([1, 2]) + f)
attempt("tensor + numpy", lambda: f + np.array([1.0, 2.0]))
attempt("int / int", lambda: i / i)
attempt("int // 0", lambda: i // 0)
attempt("bool + bool", lambda: tf.constant(True) + tf.constant(True))
attempt("bool and int", lambda: tf.constant(True) & tf.constant(1))
attempt("text + text", lambda: tf.constant("a") + "b")
attempt("negative power", lambda: i ** -1)
attempt("shapes", lambda: tf.ones([2]) + tf.ones([3]))
attempt("invert", lambda: [~tf.constant(True), ~i])
)"},
  };
}

std::vector<Check> strings() {
  return {
      {.id = "runtime.unicode_properties",
       .api = {"tf.strings.unicode_transcode", "tf.strings.unicode_script"},
       .source = R"(
points = tf.range(0x860, 0x20000, 97)
observe("scripts", tf.strings.unicode_script(points))
text = tf.strings.unicode_encode(points[:40], "UTF-8")
observe("UTF-16", tf.strings.length(tf.strings.unicode_transcode(text, "UTF-8", "UTF-16-BE")))
attempt("damaged, replaced", lambda: tf.strings.unicode_transcode(b"a\xffb", "UTF-8", "UTF-8"))
attempt("damaged, strict", lambda: tf.strings.unicode_transcode(b"a\xffb", "UTF-8", "UTF-8", errors="strict"))
attempt("unknown encoding", lambda: tf.strings.unicode_transcode("a", "nonsense", "UTF-8"))
attempt("shift jis", lambda: tf.strings.unicode_transcode(b"\x82\xa0", "shift_jis", "UTF-8"))
)"},
      {.id = "runtime.dlpack",
       .api = {"tf.experimental.dlpack"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
def there_and_back(tensor):
    return tf.experimental.dlpack.from_dlpack(tf.experimental.dlpack.to_dlpack(tensor))

attempt("float", lambda: there_and_back(tf.constant([1.5])))
attempt("bool", lambda: there_and_back(tf.constant([True])))
attempt("complex", lambda: there_and_back(tf.constant([1j])))
attempt("bfloat16", lambda: there_and_back(tf.constant([1.5], tf.bfloat16)).dtype.name)
)"},
      {.id = "runtime.dlpack_of_strings",
       .api = {"tf.experimental.dlpack"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
attempt("strings", lambda: type(tf.experimental.dlpack.to_dlpack(tf.constant(["a"]))).__name__)
)"},
  };
}

}  // namespace

std::vector<Check> tensor_checks() {
  return joined({texts(), operators(), strings()});
}

}  // namespace tfh::testsuites::runtime
