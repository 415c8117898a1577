// Conversions between dtypes, at the edges of each.
#include <cmath>

#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

const Names& cast_dtypes() {
  static const Names names = real() + complex_names() + Names{"bool"};
  return names;
}

// From one dtype to every other. Floats outside the range of an integer dtype are undefined behaviour that releases
// settle differently; they have an observation of their own.
Check cast_from(const std::string& source) {
  Check check{.id = "tensor_ops.cast_from_" + source, .api = {"tf.cast"}};
  check.calls = [source](Recorder& recorder) {
    for (const std::string& target : cast_dtypes()) {
      recorder.observe_call(target + "/ordinary", "tf.cast", {numbers(source, {0, 1, 2, 100}), target});
      if (source.starts_with("complex") || source == "bool") continue;
      if (is_float(source))
        recorder.observe_call(target + "/fractions", "tf.cast",
                              {floats(source, {0.5, 1.5, 2.5, -0.5, -1.5, 0.999}), target});
      recorder.observe_call(target + "/edges", "tf.cast", {edges(source), target});
    }
    recorder.observe_call("string", "tf.cast", {numbers(source, {1}), "string"});
  };
  return check;
}

std::vector<Case> saturate_cases() {
  std::vector<Case> cases;
  for (const char* target : {"int8", "uint8", "int16", "int32", "uint32", "float16", "float32"}) {
    const std::string prefix = std::string(target) + "/";
    cases.push_back({prefix + "float32",
                     "tf.saturate_cast",
                     {floats("float32", {-1e10, -129.5, -1, 0, 300, 70000, 1e10}), target}});
    cases.push_back({prefix + "infinite", "tf.saturate_cast", {floats("float32", {INFINITY, -INFINITY}), target}});
    cases.push_back({prefix + "float64", "tf.saturate_cast", {floats("float64", {-1e300, 0.5, 1e300}), target}});
    cases.push_back({prefix + "int64", "tf.saturate_cast", {edges("int64"), target}});
    cases.push_back({prefix + "uint8", "tf.saturate_cast", {edges("uint8"), target}});
  }
  return cases;
}

std::vector<Case> bitcast_cases() {
  return {{"float32 to int32", "tf.bitcast", {edges("float32"), "int32"}},
          {"float32 to uint8", "tf.bitcast", {floats("float32", {1, -2}), "uint8"}},
          {"uint8 to float32", "tf.bitcast", {shaped(integers("uint8", {0, 0, 128, 63}), {1, 4}), "float32"}},
          {"uint8 of a wrong shape", "tf.bitcast", {integers("uint8", {0, 0, 128}), "float32"}},
          {"bfloat16 to uint16", "tf.bitcast", {floats("bfloat16", {1, 0.1, -2}), "uint16"}},
          {"float16 to int16", "tf.bitcast", {edges("float16"), "int16"}},
          {"bool to uint8", "tf.bitcast", {integers("bool", {0, 1}), "uint8"}},
          {"string", "tf.bitcast", {strings({"a"}), "uint8"}},
          {"complex64 to float32", "tf.bitcast", {numbers("complex64", {1, 2}), "float32"}},
          {"a scalar", "tf.bitcast", {scalar("float64", 1), "int32"}}};
}

std::vector<Case> complex_cases() {
  return {{"float32", "tf.dtypes.complex", {floats("float32", {1, NAN}), floats("float32", {2, 0})}},
          {"float64", "tf.dtypes.complex", {floats("float64", {1}), floats("float64", {2})}},
          {"mixed", "tf.dtypes.complex", {floats("float32", {1}), floats("float64", {2})}},
          {"integers", "tf.dtypes.complex", {integers("int32", {1}), integers("int32", {2})}},
          {"broadcast", "tf.dtypes.complex", {floats("float32", {1, 2}), scalar("float32", 3)}},
          {"name of a dtype", "tf.as_dtype", {"float32"}},
          {"name of no dtype", "tf.as_dtype", {"float33"}},
          {"half", "tf.as_dtype", {"half"}},
          {"number of a dtype", "tf.as_dtype", {1}},
          {"float8", "tf.as_dtype", {"float8_e5m2"}},
          {"int4", "tf.as_dtype", {"int4"}}};
}

}  // namespace

std::vector<Check> cast_checks() {
  std::vector<Check> checks = checks_of({{"saturate_cast", {"tf.saturate_cast"}, saturate_cases},
                                         {"bitcast", {"tf.bitcast"}, bitcast_cases},
                                         {"dtype_makers", {"tf.dtypes.complex", "tf.as_dtype"}, complex_cases}});
  for (const std::string& source : cast_dtypes()) checks.push_back(cast_from(source));
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
