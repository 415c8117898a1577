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

Uses calls(const std::string& name, const std::vector<std::string>& arguments) {
  Uses row = {"tf.experimental.numpy." + name, {}};
  for (const std::string& text : arguments)
    row.names_and_texts.emplace_back("(" + text + ")", "plain(tnp." + name + "(" + text + "))");
  return row;
}

std::vector<Uses> unary() {
  std::vector<Uses> rows;
  for (const char* name :
       {"abs",    "absolute",  "all",         "amax",          "amin",     "angle",   "any",     "arccosh",
        "arcsin", "arctan",    "argmax",      "argmin",        "argsort",  "around",  "average", "cbrt",
        "ceil",   "conj",      "cos",         "count_nonzero", "cumprod",  "cumsum",  "deg2rad", "diag",
        "diff",   "exp",       "exp2",        "expm1",         "fabs",     "fix",     "flip",    "floor",
        "imag",   "iscomplex", "isfinite",    "isnan",         "isneginf", "isreal",  "log",     "log10",
        "log1p",  "log2",      "logical_not", "max",           "mean",     "median",  "nanmean", "nansum",
        "ndim",   "negative",  "nonzero",     "ones_like",     "positive", "prod",    "ptp",     "rad2deg",
        "ravel",  "real",      "reciprocal",  "round",         "shape",    "sign",    "signbit", "sin",
        "sinc",   "size",      "sort",        "sqrt",          "square",   "squeeze", "std",     "sum",
        "tan",    "tanh",      "var",         "zeros_like"})
    rows.push_back(calls(name, {"i", "f", "[True, False]"}));
  return rows;
}

std::vector<Uses> binary() {
  std::vector<Uses> rows;
  for (const char* name :
       {"add",     "allclose", "arctan2",   "array_equal", "bitwise_and",  "bitwise_xor", "cross",     "divide",
        "divmod",  "dot",      "equal",     "float_power", "floor_divide", "gcd",         "greater",   "heaviside",
        "hypot",   "inner",    "isclose",   "kron",        "lcm",          "less_equal",  "logaddexp", "logical_and",
        "matmul",  "maximum",  "minimum",   "mod",         "multiply",     "nextafter",   "not_equal", "outer",
        "polyval", "power",    "remainder", "subtract",    "true_divide",  "vdot"})
    rows.push_back(calls(name, {"i, i", "i, f", "f, 2", "np.float32(f), 1.5", "i, [True, False, True]"}));
  return rows;
}

std::vector<Uses> others() {
  return {
      calls("append", {"i, f", "m, [[5.0, 6.0]], axis=0"}),
      calls("arange", {"3", "0, 1, 0.25", "5, 0, -2", "3, dtype='float32'"}),
      calls("array", {"i", "f", "[]", "[i, [1]]", "3, ndmin=2", "'text'", "[1, 2.5]", "1j", "np.float32(f)", "None"}),
      calls("asarray", {"tf.constant(i)", "i, dtype='int8'"}),
      calls("atleast_2d", {"3", "i"}),
      calls("broadcast_to", {"i, (2, 3)", "i, (2, 2)"}),
      calls("clip", {"i, 1, 2", "f, None, 1", "i, 0.5, 1.5"}),
      calls("compress", {"[True, False], m, axis=0"}),
      calls("concatenate", {"[i, f]", "[m, m], axis=1", "[m, m], axis=None"}),
      calls("diagonal", {"m", "m, offset=1"}),
      calls("diag_indices", {"2"}),
      calls("einsum", {"'ij,jk', m, m"}),
      calls("expand_dims", {"i, 0", "i, 9"}),
      calls("eye", {"2", "2, 3, k=1"}),
      calls("full", {"(2,), 7", "(2,), 1.5, dtype='int32'"}),
      calls("geomspace", {"1, 100, 3"}),
      calls("hsplit", {"m, 2"}),
      calls("identity", {"2"}),
      calls("issubdtype", {"tnp.int32, tnp.integer", "np.float32, np.floating"}),
      calls("isscalar", {"3", "i"}),
      calls("ix_", {"[0, 1], [1]"}),
      calls("linspace", {"0, 1, 3", "0, 1, 3, endpoint=False", "0, 1, 3, retstep=True", "0, 1, -1"}),
      calls("logspace", {"0, 2, 3"}),
      calls("meshgrid", {"i, f", "i, f, indexing='ij'"}),
      calls("moveaxis", {"m, 0, 1"}),
      calls("pad", {"i, 1", "i, (1, 2), mode='reflect'", "i, 1, mode='edge'"}),
      calls("promote_types", {"'int32', 'float32'", "'int64', 'float32'", "'uint8', 'int8'", "'bool', 'int8'"}),
      calls("repeat", {"i, 2", "m, [1, 2], axis=0"}),
      calls("reshape", {"m, -1", "m, (4,), order='F'", "m, (3,)"}),
      calls("result_type", {"1, 2.0", "np.int8(1), 1", "np.float32(1), 1.0", "'int32', 1.5"}),
      calls("roll", {"i, 1"}),
      calls("rot90", {"m"}),
      calls("select", {"[[True, False]], [[1, 2]], 9"}),
      calls("split", {"i, 3", "i, [1]", "i, 2"}),
      calls("stack", {"[i, i]", "[i, f], axis=1"}),
      calls("swapaxes", {"m, 0, 1"}),
      calls("take", {"i, [0, 2]", "i, 9", "m, 0, axis=1", "i, [-1], mode='clip'", "i, 9, mode='wrap'"}),
      calls("take_along_axis", {"np.array(m), np.array([[0], [1]]), 1"}),
      calls("tensordot", {"m, m, axes=1"}),
      calls("tile", {"i, 2", "m, (1, 2)"}),
      calls("trace", {"m"}),
      calls("transpose", {"m", "m, (0, 1)"}),
      calls("tri", {"2, 3, k=-1"}),
      calls("tril", {"m"}),
      calls("triu", {"m, k=1"}),
      calls("unique", {"i"}),
      calls("vander", {"i", "i, 2"}),
      calls("vstack", {"[i, i]"}),
      calls("where", {"[True, False, True]", "[True, False, True], i, f"}),
      calls("zeros", {"(2,)", "(2,), dtype='int32'", "-1"}),
      calls("finfo", {"tnp.float32"}),
      calls("iinfo", {"tnp.int32"}),
      {"tf.experimental.numpy.ndarray",
       {{"+ float", "(tnp.array(i) + 1.5).dtype.name"},
        {"tensor + array", "(tf.constant(i) + tnp.array(i)).dtype.name"},
        {"float tensor + array", "(tf.constant(f) + tnp.array(i)).dtype.name"},
        {"array + np.array", "type(tnp.array(i) + np.array(i)).__name__"},
        {"index", "plain(tnp.array(i)[1:])"},
        {"boolean index", "plain(tnp.array(i)[tnp.array([True, False, True])])"},
        {"T", "plain(tnp.array(m).T)"},
        {"astype", "plain(tnp.array(i).astype('float32'))"},
        {"ravel", "plain(tnp.array(m).ravel())"},
        {"tolist", "tnp.array(i).tolist()"},
        {"item", "tnp.array(3).item()"},
        {"size", "plain(tnp.array(m).size)"},
        {"dtype", "str(tnp.array(i).dtype)"},
        {"shape", "str(tnp.array(m).shape)"},
        {"is a Tensor", "isinstance(tnp.array(i), tf.Tensor)"},
        {"len", "len(tnp.array(i))"},
        {"assignment", "tnp.array(i).__setitem__(0, 1)"},
        {"repr", "repr(tnp.array(i))"},
        {"data", "type(tnp.array(i).data).__name__"},
        {"in tf.function", "plain(tf.function(lambda x: tnp.sum(x))(tnp.array(i)))"}}}};
}

Table table(const char* name, std::vector<Uses> rows) {
  return {.name = name,
          .module = "tf.experimental.numpy",
          .setup = setup,
          .rows = std::move(rows),
          .policy = Policy::not_covered};
}

// What the switch of version 2.5 changes: promotion, methods, indexing.
Check switched() {
  Table all = table("numpy_behaviour", {{"tf.experimental.numpy.experimental_enable_numpy_behavior", {}}});
  all.alone = true;
  all.setup = std::string(setup) + "tnp.experimental_enable_numpy_behavior()\n";
  for (const char* text : {"tf.constant(i) + tf.constant(f)", "tf.constant(i) + 1.5", "tf.constant(f) + np.float64(1)",
                           "tf.constant(i) / 2", "tf.constant(i) // 2.0", "tf.constant([True]) + 1",
                           "tf.constant(1, tf.int8) + tf.constant(1, tf.uint8)", "tf.constant(i)[[0, 2]]",
                           "tf.constant(i)[tf.constant(i) > 1]", "tf.constant(m).T", "tf.constant(m).mean()",
                           "tf.constant(i).reshape(3, 1)", "tf.constant(i).clip(1, 2)", "tf.constant(m).transpose()",
                           "tf.Variable(i) + 1.5", "tf.constant(1.5, tf.bfloat16) + tf.constant(1.5)",
                           "tf.constant(i) ** 0.5", "tf.constant(i) @ tf.constant(f)"})
    all.rows[0].names_and_texts.emplace_back(text, std::string("plain(") + text + ")");
  all.rows.push_back(
      {"tf.experimental.numpy.experimental_enable_numpy_behavior",
       {{"prefer_float32", "tnp.experimental_enable_numpy_behavior(prefer_float32=True) or tnp.array(1.5).dtype.name"},
        {"dtype_conversion_mode safe",
         "tnp.experimental_enable_numpy_behavior(dtype_conversion_mode='safe') or tf.constant(i) + tf.constant(f)"},
        {"dtype_conversion_mode all",
         "tnp.experimental_enable_numpy_behavior(dtype_conversion_mode='all') or tf.constant(i) + tf.constant(f)"},
        {"dtype_conversion_mode nonsense",
         "tnp.experimental_enable_numpy_behavior(dtype_conversion_mode='nonsense')"}}});
  return check_of(all);
}

}  // namespace

std::vector<Check> numpy_checks() {
  return {check_of(table("numpy_of_one", unary())), check_of(table("numpy_of_two", binary())),
          check_of(table("numpy_functions", others())), switched()};
}

}  // namespace tfh::testsuites::modules
