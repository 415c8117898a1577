// Reductions along axes, and running sums.
#include <cmath>

#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

Check reduction(const std::string& name, const Names& dtypes, Tolerance tolerance, Policy policy) {
  const std::string symbol = "tf.math." + name;
  Check check{.id = "tensor_ops." + name, .api = {symbol}, .tolerance = tolerance, .policy = policy};
  check.calls = [symbol, dtypes](Recorder& recorder) {
    for (const std::string& dtype : dtypes) {
      const Array cube = pattern(dtype, {2, 3, 4}, 7, 11, dtype.starts_with('u') || dtype == "bool" ? 0 : -5);
      recorder.observe_call(dtype + "/all", symbol, {cube});
      recorder.observe_call(dtype + "/axis 1", symbol, {cube}, {{"axis", 1}});
      recorder.observe_call(dtype + "/axes -1 and 0", symbol, {cube}, {{"axis", list({-1, 0})}, {"keepdims", true}});
      recorder.observe_call(dtype + "/empty", symbol, {pattern(dtype, {0, 2}, 1, 2, 0)}, {{"axis", 0}});
      if (is_float(dtype)) recorder.observe_call(dtype + "/edges", symbol, {edges(dtype)});
      if (is_float(dtype))
        recorder.observe_call(dtype + "/infinite", symbol, {floats(dtype, {INFINITY, -INFINITY, 1})});
    }
    const Array pair = numbers(dtypes.front(), {1, 0});
    recorder.observe_call("axis too large", symbol, {pair}, {{"axis", 1}});
    recorder.observe_call("axis twice", symbol, {pair}, {{"axis", list({0, 0})}});
    recorder.observe_call("axis of floats", symbol, {pair}, {{"axis", 0.5}});
    recorder.observe_call("of a string", symbol, {strings({"a"})});
  };
  return check;
}

std::vector<Case> running_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : Names{"int32", "int64", "uint8"} + floating() + complex_names()) {
    const Array array = numbers(dtype, {1, 2, 3, 4});
    for (const char* symbol : {"tf.math.cumsum", "tf.math.cumprod"}) {
      cases.push_back({dtype + "/" + symbol, symbol, {array}});
      cases.push_back(
          {dtype + "/" + symbol + " exclusive reverse", symbol, {array}, {{"exclusive", true}, {"reverse", true}}});
    }
  }
  for (const char* dtype : {"float16", "float32", "float64"})
    cases.push_back({std::string(dtype) + "/cumulative_logsumexp",
                     "tf.math.cumulative_logsumexp",
                     {numbers(dtype, {1, -2, 3, 0.5})}});
  cases.push_back({"axis out of range", "tf.math.cumsum", {floats("float32", {1})}, {{"axis", 1}}});
  cases.push_back({"scalar", "tf.math.cumsum", {scalar("float32", 1)}});
  cases.push_back({"empty", "tf.math.cumsum", {floats("float32", {})}});
  return cases;
}

std::vector<Case> moment_cases() {
  std::vector<Case> cases;
  for (const char* dtype : {"float16", "float32", "float64", "int32", "complex64"}) {
    const Array matrix = pattern(dtype, {3, 5}, 7, 11, 0);
    cases.push_back({std::string(dtype) + "/moments", "tf.nn.moments", {matrix, list({0})}});
    cases.push_back(
        {std::string(dtype) + "/weighted", "tf.nn.weighted_moments", {matrix, list({0}), scalar(dtype, 2)}});
    cases.push_back({std::string(dtype) + "/zero_fraction", "tf.nn.zero_fraction", {matrix}});
    cases.push_back({std::string(dtype) + "/l2_normalize", "tf.math.l2_normalize", {matrix}});
    cases.push_back({std::string(dtype) + "/count_nonzero", "tf.math.count_nonzero", {matrix}});
    cases.push_back({std::string(dtype) + "/normalize", "tf.linalg.normalize", {matrix}});
  }
  return cases;
}

std::vector<Case> bincount_cases() {
  const Array values = integers("int32", {1, 1, 3, 0, 7});
  const Array rows = shaped(integers("int64", {0, 1, 1, 2, 2, 2}), {2, 3});
  return {
      {"plain", "tf.math.bincount", {values}},
      {"weights", "tf.math.bincount", {values}, {{"weights", floats("float32", {1, 2, 3, 4, 5})}}},
      {"minlength", "tf.math.bincount", {values}, {{"minlength", 10}}},
      {"maxlength", "tf.math.bincount", {values}, {{"maxlength", 3}}},
      {"float64", "tf.math.bincount", {values}, {{"dtype", "float64"}}},
      {"rows", "tf.math.bincount", {rows}, {{"axis", -1}}},
      {"rows as one", "tf.math.bincount", {rows}, {{"axis", 0}}},
      {"binary", "tf.math.bincount", {rows}, {{"axis", -1}, {"binary_output", true}}},
      {"empty", "tf.math.bincount", {integers("int32", {})}},
      {"negative", "tf.math.bincount", {integers("int32", {-1})}},
      {"of floats", "tf.math.bincount", {floats("float32", {1})}},
      {"confusion matrix", "tf.math.confusion_matrix", {integers("int32", {0, 1, 2}), integers("int32", {0, 2, 2})}},
      {"confusion out of range",
       "tf.math.confusion_matrix",
       {integers("int32", {0, 5}), integers("int32", {0, 1})},
       {{"num_classes", 2}}},
      {"histogram",
       "tf.histogram_fixed_width",
       {floats("float32", {-1, 0, 1.5, 2, 5, 15}), List{{0.0, 5.0}}},
       {{"nbins", 5}}},
      {"bins",
       "tf.histogram_fixed_width_bins",
       {floats("float32", {-1, 0, 1.5, 2, 5, 15}), List{{0.0, 5.0}}},
       {{"nbins", 5}}}};
}

}  // namespace

std::vector<Check> reduction_checks() {
  std::vector<Check> checks = checks_of(
      {{"running_sums", {"tf.math.cumsum", "tf.math.cumprod", "tf.math.cumulative_logsumexp"}, running_cases, few_ulps},
       {"moments",
        {"tf.nn.moments", "tf.nn.weighted_moments", "tf.nn.zero_fraction", "tf.math.l2_normalize",
         "tf.math.count_nonzero", "tf.linalg.normalize"},
        moment_cases,
        sums,
        Policy::not_covered},
       {"bincount",
        {"tf.math.bincount", "tf.math.confusion_matrix", "tf.histogram_fixed_width", "tf.histogram_fixed_width_bins"},
        bincount_cases}});
  const Names usual = Names{"int32", "int64", "uint8"} + floating();
  for (const char* name : {"reduce_max", "reduce_min"}) checks.push_back(reduction(name, usual, {}, Policy::covered));
  for (const char* name : {"reduce_any", "reduce_all"})
    checks.push_back(reduction(name, {"bool", "int32"}, {}, Policy::covered));
  for (const char* name : {"reduce_sum", "reduce_prod", "reduce_mean"})
    checks.push_back(reduction(name, usual + Names{"complex64"}, sums, Policy::not_covered));
  for (const char* name : {"reduce_logsumexp", "reduce_std", "reduce_variance", "reduce_euclidean_norm"})
    checks.push_back(reduction(name, floating() + Names{"complex64"}, sums, Policy::not_covered));
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
