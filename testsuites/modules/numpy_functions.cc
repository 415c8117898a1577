// tf.experimental.numpy, function by function: on integers, floats and mistakes.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
tnp = tf.experimental.numpy
i, f, m = [3, 1, 2], [0.5, -1.5, 2.0], [[1.0, 2.0], [3.0, 4.0]]

def plain(value):
    return tf.nest.map_structure(lambda v: np.array(v) if hasattr(v, "shape") else v, value)

)";

constexpr Name of_one[] = {"arccos",       "arcsinh",    "arctanh",       "asanyarray", "ascontiguousarray",
                           "atleast_1d",   "atleast_3d", "diagflat",      "fliplr",     "flipud",
                           "iscomplexobj", "isposinf",   "isrealobj",     "nanprod",    "isinf",
                           "cosh",         "sinh",       "tri",           "abs",        "absolute",
                           "all",          "amax",       "amin",          "angle",      "any",
                           "arccosh",      "arcsin",     "arctan",        "argmax",     "argmin",
                           "argsort",      "around",     "average",       "cbrt",       "ceil",
                           "conj",         "cos",        "count_nonzero", "cumprod",    "cumsum",
                           "deg2rad",      "diag",       "diff",          "exp",        "exp2",
                           "expm1",        "fabs",       "fix",           "flip",       "floor",
                           "imag",         "iscomplex",  "isfinite",      "isnan",      "isneginf",
                           "isreal",       "log",        "log10",         "log1p",      "log2",
                           "logical_not",  "max",        "mean",          "median",     "nanmean",
                           "nansum",       "ndim",       "negative",      "nonzero",    "ones_like",
                           "positive",     "prod",       "ptp",           "rad2deg",    "ravel",
                           "real",         "reciprocal", "round",         "shape",      "sign",
                           "signbit",      "sin",        "sinc",          "size",       "sort",
                           "sqrt",         "square",     "squeeze",       "std",        "sum",
                           "tan",          "tanh",       "var",           "zeros_like"};

constexpr Use one_argument[] = {
    {"tf.experimental.numpy.NAME: (i)", "plain(tnp.NAME(i))"},
    {"tf.experimental.numpy.NAME: (f)", "plain(tnp.NAME(f))"},
    {"tf.experimental.numpy.NAME: ([True, False])", "plain(tnp.NAME([True, False]))"},
};

constexpr Name of_two[] = {
    "add",     "allclose", "arctan2",   "array_equal", "bitwise_and",  "bitwise_xor", "cross",     "divide",
    "divmod",  "dot",      "equal",     "float_power", "floor_divide", "gcd",         "greater",   "heaviside",
    "hypot",   "inner",    "isclose",   "kron",        "lcm",          "less_equal",  "logaddexp", "logical_and",
    "matmul",  "maximum",  "minimum",   "mod",         "multiply",     "nextafter",   "not_equal", "outer",
    "polyval", "power",    "remainder", "subtract",    "true_divide",  "vdot"};

constexpr Use two_arguments[] = {
    {"tf.experimental.numpy.NAME: (i, i)", "plain(tnp.NAME(i, i))"},
    {"tf.experimental.numpy.NAME: (i, f)", "plain(tnp.NAME(i, f))"},
    {"tf.experimental.numpy.NAME: (f, 2)", "plain(tnp.NAME(f, 2))"},
    {"tf.experimental.numpy.NAME: (np.float32(f), 1.5)", "plain(tnp.NAME(np.float32(f), 1.5))"},
    {"tf.experimental.numpy.NAME: (i, [True, False, True])", "plain(tnp.NAME(i, [True, False, True]))"},
};

constexpr Name functions[] = {
    {"broadcast_arrays", "i, [[1], [2]]"},
    {"dsplit", "[[[1, 2]]], 2"},
    {"vsplit", "m, 2"},
    {"vsplit", "i, 2"},
    {"dstack", "(i, i)"},
    {"hstack", "(i, f)"},
    {"vstack", "(i, f)"},
    {"full_like", "i, 2.5"},
    {"full_like", "f, 2, dtype='int8'"},
    {"append", "i, f"},
    {"append", "m, [[5.0, 6.0]], axis=0"},
    {"arange", "3"},
    {"arange", "0, 1, 0.25"},
    {"arange", "5, 0, -2"},
    {"arange", "3, dtype='float32'"},
    {"array", "i"},
    {"array", "f"},
    {"array", "[]"},
    {"array", "[i, [1]]"},
    {"array", "3, ndmin=2"},
    {"array", "'text'"},
    {"array", "[1, 2.5]"},
    {"array", "1j"},
    {"array", "np.float32(f)"},
    {"array", "None"},
    {"asarray", "tf.constant(i)"},
    {"asarray", "i, dtype='int8'"},
    {"atleast_2d", "3"},
    {"atleast_2d", "i"},
    {"broadcast_to", "i, (2, 3)"},
    {"broadcast_to", "i, (2, 2)"},
    {"clip", "i, 1, 2"},
    {"clip", "f, None, 1"},
    {"clip", "i, 0.5, 1.5"},
    {"compress", "[True, False], m, axis=0"},
    {"concatenate", "[i, f]"},
    {"concatenate", "[m, m], axis=1"},
    {"concatenate", "[m, m], axis=None"},
    {"diagonal", "m"},
    {"diagonal", "m, offset=1"},
    {"diag_indices", "2"},
    {"einsum", "'ij,jk', m, m"},
    {"expand_dims", "i, 0"},
    {"expand_dims", "i, 9"},
    {"eye", "2"},
    {"eye", "2, 3, k=1"},
    {"full", "(2,), 7"},
    {"full", "(2,), 1.5, dtype='int32'"},
    {"geomspace", "1, 100, 3"},
    {"hsplit", "m, 2"},
    {"identity", "2"},
    {"issubdtype", "tnp.int32, tnp.integer"},
    {"issubdtype", "np.float32, np.floating"},
    {"isscalar", "3"},
    {"isscalar", "i"},
    {"ix_", "[0, 1], [1]"},
    {"linspace", "0, 1, 3"},
    {"linspace", "0, 1, 3, endpoint=False"},
    {"linspace", "0, 1, 3, retstep=True"},
    {"linspace", "0, 1, -1"},
    {"logspace", "0, 2, 3"},
    {"meshgrid", "i, f"},
    {"meshgrid", "i, f, indexing='ij'"},
    {"moveaxis", "m, 0, 1"},
    {"pad", "i, 1"},
    {"pad", "i, (1, 2), mode='reflect'"},
    {"pad", "i, 1, mode='edge'"},
    {"promote_types", "'int32', 'float32'"},
    {"promote_types", "'int64', 'float32'"},
    {"promote_types", "'uint8', 'int8'"},
    {"promote_types", "'bool', 'int8'"},
    {"repeat", "i, 2"},
    {"repeat", "m, [1, 2], axis=0"},
    {"reshape", "m, -1"},
    {"reshape", "m, (4,), order='F'"},
    {"reshape", "m, (3,)"},
    {"result_type", "1, 2.0"},
    {"result_type", "np.int8(1), 1"},
    {"result_type", "np.float32(1), 1.0"},
    {"result_type", "'int32', 1.5"},
    {"roll", "i, 1"},
    {"rot90", "m"},
    {"select", "[[True, False]], [[1, 2]], 9"},
    {"split", "i, 3"},
    {"split", "i, [1]"},
    {"split", "i, 2"},
    {"stack", "[i, i]"},
    {"stack", "[i, f], axis=1"},
    {"swapaxes", "m, 0, 1"},
    {"take", "i, [0, 2]"},
    {"take", "i, 9"},
    {"take", "m, 0, axis=1"},
    {"take", "i, [-1], mode='clip'"},
    {"take", "i, 9, mode='wrap'"},
    {"take_along_axis", "np.array(m), np.array([[0], [1]]), 1"},
    {"tensordot", "m, m, axes=1"},
    {"tile", "i, 2"},
    {"tile", "m, (1, 2)"},
    {"trace", "m"},
    {"transpose", "m"},
    {"transpose", "m, (0, 1)"},
    {"tri", "2, 3, k=-1"},
    {"tril", "m"},
    {"triu", "m, k=1"},
    {"unique", "i"},
    {"vander", "i"},
    {"vander", "i, 2"},
    {"vstack", "[i, i]"},
    {"where", "[True, False, True]"},
    {"where", "[True, False, True], i, f"},
    {"zeros", "(2,)"},
    {"zeros", "(2,), dtype='int32'"},
    {"zeros", "-1"},
    {"finfo", "tnp.float32"},
    {"iinfo", "tnp.int32"},
};

constexpr Use call[] = {{"tf.experimental.numpy.NAME: (ARGUMENTS)", "plain(tnp.NAME(ARGUMENTS))"}};

constexpr Use array[] = {
    {"tf.experimental.numpy.ndarray: + float", "(tnp.array(i) + 1.5).dtype.name"},
    {"tf.experimental.numpy.ndarray: tensor + array", "(tf.constant(i) + tnp.array(i)).dtype.name"},
    {"tf.experimental.numpy.ndarray: float tensor + array", "(tf.constant(f) + tnp.array(i)).dtype.name"},
    {"tf.experimental.numpy.ndarray: array + np.array", "type(tnp.array(i) + np.array(i)).__name__"},
    {"tf.experimental.numpy.ndarray: index", "plain(tnp.array(i)[1:])"},
    {"tf.experimental.numpy.ndarray: boolean index", "plain(tnp.array(i)[tnp.array([True, False, True])])"},
    {"tf.experimental.numpy.ndarray: T", "plain(tnp.array(m).T)"},
    {"tf.experimental.numpy.ndarray: astype", "plain(tnp.array(i).astype('float32'))"},
    {"tf.experimental.numpy.ndarray: ravel", "plain(tnp.array(m).ravel())"},
    {"tf.experimental.numpy.ndarray: tolist", "tnp.array(i).tolist()"},
    {"tf.experimental.numpy.ndarray: item", "tnp.array(3).item()"},
    {"tf.experimental.numpy.ndarray: size", "plain(tnp.array(m).size)"},
    {"tf.experimental.numpy.ndarray: dtype", "str(tnp.array(i).dtype)"},
    {"tf.experimental.numpy.ndarray: shape", "str(tnp.array(m).shape)"},
    {"tf.experimental.numpy.ndarray: is a Tensor", "isinstance(tnp.array(i), tf.Tensor)"},
    {"tf.experimental.numpy.ndarray: len", "len(tnp.array(i))"},
    {"tf.experimental.numpy.ndarray: assignment", "tnp.array(i).__setitem__(0, 1)"},
    {"tf.experimental.numpy.ndarray: repr", "repr(tnp.array(i))"},
    {"tf.experimental.numpy.ndarray: data", "type(tnp.array(i).data).__name__"},
    {"tf.experimental.numpy.ndarray: in tf.function", "plain(tf.function(lambda x: tnp.sum(x))(tnp.array(i)))"},
};

// What the switch of version 2.5 changes: promotion, methods, indexing.
constexpr Name switched[] = {"tf.constant(i) + tf.constant(f)",
                             "tf.constant(i) + 1.5",
                             "tf.constant(f) + np.float64(1)",
                             "tf.constant(i) / 2",
                             "tf.constant(i) // 2.0",
                             "tf.constant([True]) + 1",
                             "tf.constant(1, tf.int8) + tf.constant(1, tf.uint8)",
                             "tf.constant(i)[[0, 2]]",
                             "tf.constant(i)[tf.constant(i) > 1]",
                             "tf.constant(m).T",
                             "tf.constant(m).mean()",
                             "tf.constant(i).reshape(3, 1)",
                             "tf.constant(i).clip(1, 2)",
                             "tf.constant(m).transpose()",
                             "tf.Variable(i) + 1.5",
                             "tf.constant(1.5, tf.bfloat16) + tf.constant(1.5)",
                             "tf.constant(i) ** 0.5",
                             "tf.constant(i) @ tf.constant(f)"};

constexpr Use evaluated[] = {{"tf.experimental.numpy.experimental_enable_numpy_behavior: NAME", "plain(NAME)"}};

constexpr Use switches[] = {
    {"tf.experimental.numpy.experimental_enable_numpy_behavior: prefer_float32",
     "tnp.experimental_enable_numpy_behavior(prefer_float32=True) or tnp.array(1.5).dtype.name"},
    {"tf.experimental.numpy.experimental_enable_numpy_behavior: dtype_conversion_mode safe",
     "tnp.experimental_enable_numpy_behavior(dtype_conversion_mode='safe') or tf.constant(i) + tf.constant(f)"},
    {"tf.experimental.numpy.experimental_enable_numpy_behavior: dtype_conversion_mode all",
     "tnp.experimental_enable_numpy_behavior(dtype_conversion_mode='all') or tf.constant(i) + tf.constant(f)"},
    {"tf.experimental.numpy.experimental_enable_numpy_behavior: dtype_conversion_mode nonsense",
     "tnp.experimental_enable_numpy_behavior(dtype_conversion_mode='nonsense')"},
};

Table table(const char* name, std::vector<Block> blocks) {
  return {.name = name,
          .module = "tf.experimental.numpy",
          .setup = setup,
          .blocks = std::move(blocks),
          .policy = Policy::not_covered};
}

}  // namespace

std::vector<Check> numpy_checks() {
  Table behaviour = table("numpy_behaviour", {{evaluated, switched}, {switches}});
  behaviour.setup += "tnp.experimental_enable_numpy_behavior()\n";
  return {check_of(table("numpy_of_one", {{one_argument, of_one}})),
          check_of(table("numpy_of_two", {{two_arguments, of_two}})),
          check_of(table("numpy_functions", {{call, functions}, {array}})), check_of(behaviour)};
}

}  // namespace tfh::testsuites::modules
