// What tf.experimental.numpy makes of arrays of every dtype beside Python's and NumPy's numbers: NEP 50 changed it.
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
tnp = tf.experimental.numpy
DTYPES = "bool uint8 int8 int16 int32 int64 float16 bfloat16 float32 float64 complex64".split()
NUMBERS = ("1", "1.5", "np.int8(1)", "np.uint8(1)", "np.int64(1)", "np.float16(1)", "np.float32(1)", "np.float64(1)",
           "tnp.float32(1)", "tf.constant(1, tf.uint8)", "tf.constant([1], tf.uint8)")
OTHERS = ("1", "300", "-1", "2 ** 40", "1.5", "1e300", "True", "1j", "np.int8(1)", "np.int64(1)", "np.float16(1.5)",
          "np.float32(1.5)", "np.float64(1.5)", "np.bool_(True)", "np.array(1.5)", "np.array([1, 2])", "[1.5]",
          "tf.constant(1)", "tf.constant(1.5)", "tf.constant([1, 2], tf.int8)")

def ones(dtype):
    return tf.cast([1, 1], dtype)

def told(x):
    return tf.nest.map_structure(lambda v: [tf.as_dtype(v.dtype).name, np.array(v)] if hasattr(v, "dtype") else v, x)

)py";

constexpr const char* functions = R"py(
FUNCTIONS = ("add({x}, {y})", "subtract({y}, {x})", "multiply({x}, {y})", "true_divide({x}, {y})", "maximum({x}, {y})",
             "power({x}, {y})", "equal({x}, {y})", "where([True, False], {x}, {y})", "full_like({x}, {y})",
             "append({x}, {y})")
OF_NUMBERS = ("add({x}, {y})", "power({x}, {y})", "result_type({x}, {y})", "linspace({x}, {y}, 3)",
              "logspace({x}, {y}, 3)", "array([{x}, {y}])", "full([1], {x} * {y})")

def sweep(x, functions):
    for other in OTHERS:
        for function in functions:
            call = function.format(x=x, y=other)
            evaluate("tf.experimental.numpy." + call.replace("(", ": (", 1), "told(tnp.%s)" % call)

for dtype in DTYPES:
    sweep("ones(%r)" % dtype, FUNCTIONS)
for number in NUMBERS:
    sweep(number, OF_NUMBERS)
)py";

// `mode`: an argument of the switch, which is global.
Check operators(const char* name, const std::string& mode) {
  return {.id = std::string("modules.numpy_switch_promotes_") + name,
          .api = {"tf.experimental.numpy.experimental_enable_numpy_behavior"},
          .policy = Policy::not_covered,
          .alone = true,
          .independent = true,
          .source = R"py(
for dtype in DTYPES:
    for other in OTHERS:
        for name in "+", "/", "**", "<":
            evaluate("x of %s %s %s" % (dtype, name, other), "told(ones(%r) %s %s)" % (dtype, name, other))
)py",
          .setup = std::string(setup) + "tnp.experimental_enable_numpy_behavior(" + mode + ")\n"};
}

}  // namespace

std::vector<Check> numpy_promotion_checks() {
  return {{.id = "modules.numpy_functions_promote",
           .api = {"tf.experimental.numpy"},
           .policy = Policy::not_covered,
           .independent = true,
           .source = functions,
           .setup = setup},
          operators("by_default", ""),
          operators("safe", "dtype_conversion_mode='safe'"),
          operators("all", "dtype_conversion_mode='all'")};
}

}  // namespace tfh::testsuites::modules
