// Python's operators and built-in functions: every kind of operand with every other one.
#include <string>

#include "testsuites/joined.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

constexpr const char* operands = R"(
import operator

tensors = {
    "float": tf.constant([1.5, -2.0]),
    "double": tf.constant([1.5, -2.0], tf.float64),
    "bfloat16": tf.constant([1.5, -2.0], tf.bfloat16),
    "int": tf.constant([1, 2]),
    "uint8": tf.constant([1, 2], tf.uint8),
    "bool": tf.constant([True, False]),
    "text": tf.constant(["a", "b"]),
    "complex": tf.constant([1j, 2 + 0j]),
    "variable": tf.Variable([1.0, 2.0]),
    "ragged": tf.ragged.constant([[1, 2], [3]]),
    "sparse": tf.SparseTensor([[0, 1]], [1.0], [1, 2]),
    "slices": tf.IndexedSlices(tf.constant([1.0, 2.0]), tf.constant([0, 1]), tf.constant([2])),
}
others = {
    "number": 2, "fraction": 0.5, "flag": True, "word": "a", "None": None, "list": [1, 2], "tuple": (1.0, 2.0),
    "array": np.array([1.0, 2.0]), "int array": np.array([1, 2]), "scalar": np.float32(3), "three": tf.ones([3]),
}

def dense(x):
    if isinstance(x, tf.SparseTensor):
        return [x.indices, x.values, x.dense_shape]
    return [x.values, x.indices] if isinstance(x, tf.IndexedSlices) else x
)";

// Of the operands in the dictionaries of these names.
Check binary(const std::string& id, const std::string& lefts, const std::string& rights) {
  return {.id = id,
          .api = {"tf.Tensor", "tf.Variable"},
          .tolerance = {.ulps = 16},
          .independent = true,
          .source = "\nlefts, rights = \"" + lefts + "\", \"" + rights + R"py("
for left in globals()[lefts]:
    for right in globals()[rights]:
        for name in "add mul truediv floordiv mod pow matmul and_ eq ne lt contains".split():
            evaluate("%s: %s, %s" % (name, left, right),
                     "dense(operator.%s(%s[%r], %s[%r]))" % (name, lefts, left, rights, right))
)py",
          .setup = operands};
}

constexpr const char* one_operand = R"(
import copy, math, pickle

functions = {
    "abs": abs, "neg": operator.neg, "pos": operator.pos, "invert": operator.invert, "bool": bool, "int": int,
    "float": float, "complex": complex, "len": len, "list": lambda x: [dense(y) for y in x], "index": operator.index,
    "round": round, "hash": lambda x: hash(x) and None, "sum": sum, "max": max, "reversed": lambda x: list(reversed(x)),
    "format": lambda x: type("{:}".format(x)).__name__, "fixed": lambda x: "{:.1f}".format(x), "floor": math.floor,
    "copy": lambda x: dense(copy.copy(x)), "deepcopy": lambda x: dense(copy.deepcopy(x)),
    "pickle": lambda x: dense(pickle.loads(pickle.dumps(x))), "array": np.array, "np.sum": np.sum,
    "np.float32": np.float32, "np.isnan": np.isnan, "truth": operator.truth, "bytes": lambda x: len(bytes(x)),
    "memoryview": lambda x: memoryview(x).shape, "range": lambda x: list(range(x)), "convert": tf.convert_to_tensor,
    "is_tensor": tf.is_tensor, "shape": lambda x: x.shape, "dtype": lambda x: x.dtype.name, "set": lambda x: len({x}),
    "del": lambda x: operator.delitem(x, 0), "assign": lambda x: operator.setitem(x, 0, 1),
}
tensors["one"] = tf.constant(1)
tensors["half"] = tf.constant(0.5)
tensors["empty"] = tf.constant([])
tensors["word"] = tf.constant("a")

def traced(function, x):
    return dense(tf.function(lambda y: function(y), autograph=False)(x))
)";

// `called` is Python text: a call with the function's name and the operand's.
Check built_in_functions(const std::string& id, const std::string& called) {
  return {.id = id,
          .api = {"tf.Tensor", "tf.Variable"},
          .independent = true,
          .source =
              "\nfor kind in tensors:\n    for name in functions:\n        "
              "evaluate(\"%s: %s\" % (name, kind), \"" +
              called + "\" % (name, kind))\n",
          .setup = std::string(operands) + one_operand};
}

// Every dtype with itself and with a number, before it and after it.
Check dtypes_of_operators() {
  return {.id = "runtime.dtypes_of_operators",
          .api = {"tf.Tensor"},
          .tolerance = {.ulps = 16},
          .independent = true,
          .source = R"py(
names = "float16 bfloat16 float32 float64 int8 int16 int32 int64 uint8 uint16 uint32 uint64 complex64 complex128 bool"
for dtype in names.split() + ["string", "qint8", "quint8", "qint32"]:
    for name in "add sub mul truediv floordiv mod pow matmul and_ or_ xor lshift rshift lt le gt ge eq ne".split():
        symbol, call = "tf.Tensor.__%s__: " % name.strip("_"), "operator.%s(%%s)" % name
        evaluate(symbol + dtype, call % ("of(%r), of(%r)" % (dtype, dtype)))
        evaluate(symbol + dtype + " and a number", call % ("of(%r), 2" % dtype))
        evaluate(symbol + "a number and " + dtype, call % ("2, of(%r)" % dtype))
    for name in "abs neg invert".split():
        evaluate("tf.Tensor.__%s__: %s" % (name, dtype), "operator.%s(of(%r))" % (name, dtype))
)py",
          .setup = R"py(
import operator

def of(dtype):
    return tf.constant([["a", "b"]] * 2) if dtype == "string" else tf.cast([[3, 1], [0, 1]], dtype)
)py"};
}

std::vector<Check> unary() {
  return {
      built_in_functions("runtime.built_in_functions", "functions[%r](tensors[%r])"),
      built_in_functions("runtime.built_in_functions_while_tracing", "traced(functions[%r], tensors[%r])"),
      {.id = "runtime.items",
       .api = {"tf.Tensor.__getitem__", "tf.RaggedTensor.__getitem__"},
       .independent = true,
       .source = R"py(
keys = ("0", "-1", "5", "0:1", "::-1", "::2", "5:", "...", "..., 0", "0, 0", "0, 0, 0", "None", "None, 0", "True", "1.0",
        "'a'", "[0]", "[[0, 1]]", "[True, False]", "np.array([0])", "np.int64(1)", "tf.constant(0)", "tf.constant([0])",
        "tf.constant(0):", "tf.constant(0.0)", "tf.constant([True, False])", "()", "0:'a'", "::0", "slice(None), 0",
        "tf.Variable(0)", "0:None", "-9:9", "2 ** 40")
for kind in tensors:
    for key in keys:
        evaluate("%s: [%s]" % (kind, key), "dense(tensors[%r][%s])" % (kind, key))
)py",
       .setup = operands},
  };
}

}  // namespace

std::vector<Check> operator_checks() {
  return joined({{binary("runtime.operators_of_tensors", "tensors", "tensors"),
                  binary("runtime.operators_with_others", "tensors", "others"),
                  binary("runtime.operators_after_others", "others", "tensors")},
                 {dtypes_of_operators()},
                 unary()});
}

}  // namespace tfh::testsuites::runtime
