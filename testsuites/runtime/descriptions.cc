// What describes tensors, under Python's operators and built-in functions: shapes, dtypes, specs.
#include <string>

#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

constexpr const char* operands = R"py(
import copy, operator, pickle

described = {
    "tf.TensorShape": {
        "vector": "tf.TensorShape([2])", "matrix": "tf.TensorShape([2, 3])", "partly known": "tf.TensorShape([2, None])",
        "unknown": "tf.TensorShape(None)", "scalar": "tf.TensorShape([])",
    },
    "tf.DType": {
        "float32": "tf.float32", "bfloat16": "tf.bfloat16", "int8": "tf.int8", "bool": "tf.bool", "text": "tf.string",
        "complex64": "tf.complex64", "qint8": "tf.qint8", "resource": "tf.resource", "variant": "tf.variant",
    },
    "tf.TensorSpec": {"vector": "tf.TensorSpec([2])", "integers": "tf.TensorSpec([2, None], tf.int32, name='a')"},
    "tf.RaggedTensorSpec": {"ragged": "tf.RaggedTensorSpec([2, None])"},
    "tf.SparseTensorSpec": {"sparse": "tf.SparseTensorSpec([2, None])"},
    "tf.compat.v1.Dimension": {"two": "tf.compat.v1.Dimension(2)", "any": "tf.compat.v1.Dimension(None)"},
    "tf.IndexedSlicesSpec": {"slices": "tf.IndexedSlicesSpec([2])"},
    "tf.TensorArraySpec": {"array": "tf.TensorArraySpec([2])"},
    "tf.data.DatasetSpec": {"dataset": "tf.data.DatasetSpec(tf.TensorSpec([]))"},
}
others = ("2", "None", "-1", "1.5", "True", "'float32'", "[2]", "(2, 3)", "[None]", "np.float32", "np.array([2])",
          "tf.constant(2)", "tf.TensorShape([2])", "tf.float32")

functions = {
    "int": int, "float": float, "bool": bool, "str": str, "repr": repr, "len": len, "list": lambda x: [str(y) for y in x],
    "index": operator.index, "hash": lambda x: hash(x) and None, "abs": abs, "neg": operator.neg,
    "copy": lambda x: copy.copy(x) == x, "deepcopy": lambda x: copy.deepcopy(x) == x,
    "pickle": lambda x: pickle.loads(pickle.dumps(x)) == x, "first": lambda x: str(x[0]), "last": lambda x: str(x[-1]),
    "beyond": lambda x: str(x[5]), "slice": lambda x: str(x[:1]), "reversed": lambda x: [str(y) for y in reversed(x)],
    "tensor": tf.convert_to_tensor, "array": lambda x: str(np.array(x)), "as_dtype": lambda x: tf.as_dtype(x).name,
    "np.dtype": lambda x: str(np.dtype(x)), "shape": lambda x: str(tf.TensorShape(x)),
    "zeros": lambda x: tf.zeros(x).shape.as_list(), "call": lambda x: x(1), "assign": lambda x: operator.setitem(x, 0, 1),
    "sorted": lambda x: [str(y) for y in sorted([x, x])], "set": lambda x: len({x, x}), "format": lambda x: "{:}".format(x),
    "traced": lambda x: tf.function(lambda y: type(y).__name__, autograph=False)(x),
}

of_specs = ("shape dtype is_compatible_with is_subtype_of most_specific_compatible_type most_specific_common_supertype "
            "placeholder_value from_value cast experimental_type_proto value_type")
methods = {
    "tf.TensorShape": "is_compatible_with merge_with concatenate is_subtype_of most_specific_compatible_shape with_rank "
                      "most_specific_common_supertype with_rank_at_least with_rank_at_most placeholder_value dims rank "
                      "ndims num_elements as_list as_proto is_fully_defined assert_has_rank assert_same_rank "
                      "assert_is_compatible_with assert_is_fully_defined",
    "tf.DType": "as_numpy_dtype as_datatype_enum min max limits size real_dtype base_dtype is_floating is_integer "
                "is_unsigned is_quantized is_complex is_bool is_numpy_compatible is_compatible_with is_subtype_of name "
                "most_specific_common_supertype placeholder_value from_value cast experimental_type_proto",
    "tf.compat.v1.Dimension": "value is_compatible_with merge_with assert_is_compatible_with",
}
)py";

Check about_descriptions(const char* what, const char* source) {
  return {.id = std::string("runtime.") + what + "_of_descriptions",
          .api = {"tf.TensorShape", "tf.DType", "tf.TypeSpec"},
          .independent = true,
          .source = source,
          .setup = operands};
}

}  // namespace

std::vector<Check> description_checks() {
  return {
      about_descriptions("functions", R"py(
for symbol in described:
    for what, text in described[symbol].items():
        for name in functions:
            evaluate("%s: %s of %s" % (symbol, name, what), "functions[%r](%s)" % (name, text))
)py"),
      about_descriptions("operators", R"py(
for symbol in described:
    for what, text in described[symbol].items():
        for name in "add mul floordiv eq ne lt contains".split():
            for other in others:
                evaluate("%s: %s of %s, %s" % (symbol, name, what, other), "repr(operator.%s(%s, %s))" % (name, text, other))
                evaluate("%s: %s of %s, after %s" % (symbol, name, what, other),
                         "repr(operator.%s(%s, %s))" % (name, other, text))
)py"),
      about_descriptions("methods", R"py(
for symbol in described:
    for what, text in described[symbol].items():
        for name in methods.get(symbol, of_specs).split():
            for arguments in "", "2", "[2]", "tf.float32", "tf.TensorShape([2, None])", "tf.TensorSpec([2])":
                evaluate("%s: %s(%s) of %s" % (symbol, name, arguments, what),
                         "str((lambda member: member(%s) if callable(member) else member)(getattr(%s, %r)))" % (
                             arguments, text, name))
)py"),
  };
}

}  // namespace tfh::testsuites::runtime
