// Comparisons, selection by a condition and equality of whole tensors.
#include <cmath>

#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

Check relation(const std::string& name, bool ordered) {
  const std::string symbol = "tf.math." + name;
  Check check{.id = "tensor_ops." + name, .api = {symbol}};
  check.calls = [symbol, ordered](Recorder& recorder) {
    for (const std::string& dtype : real()) recorder.observe_call(dtype, symbol, {edges(dtype), numbers(dtype, {1})});
    recorder.observe_call("nan", symbol,
                          {floats("float32", {NAN, 0.0, INFINITY}), floats("float32", {NAN, -0.0, INFINITY})});
    recorder.observe_call("bool", symbol, {integers("bool", {0, 1}), integers("bool", {1, 1})});
    recorder.observe_call("string", symbol, {strings({"a", "b", ""}), strings({"a", "B", ""})});
    recorder.observe_call("complex64", symbol, {numbers("complex64", {1, 2}), numbers("complex64", {1, 3})});
    recorder.observe_call("different dtypes", symbol, {floats("float32", {1}), integers("int32", {1})});
    recorder.observe_call("different shapes", symbol, {floats("float32", {1, 2}), floats("float32", {1, 2, 3})});
    if (!ordered) recorder.observe_call("None", symbol, {floats("float32", {1}), Argument()});
  };
  return check;
}

std::vector<Case> where_cases() {
  const Array condition = integers("bool", {1, 0, 1});
  const Array matrix = shaped(integers("bool", {1, 0, 0, 1, 1, 0}), {2, 3});
  return {{"positions", "tf.where", {matrix}},
          {"positions of integers", "tf.where", {integers("int32", {0, 5, -1})}},
          {"positions of NaN", "tf.where", {floats("float32", {0, NAN, -0.0})}},
          {"positions of strings", "tf.where", {strings({"", "a"})}},
          {"none", "tf.where", {integers("bool", {0, 0})}},
          {"choice", "tf.where", {condition, floats("float32", {1, 2, 3}), floats("float32", {-1, -2, -3})}},
          {"broadcast", "tf.where", {matrix, floats("float32", {1, 2, 3}), scalar("float32", 0)}},
          {"strings", "tf.where", {condition, strings({"a", "b", "c"}), strings({"x", "y", "z"})}},
          {"only x", "tf.where", {condition, floats("float32", {1, 2, 3})}},
          {"dtypes differ", "tf.where", {condition, floats("float32", {1, 2, 3}), integers("int32", {1, 2, 3})}},
          {"shapes differ", "tf.where", {condition, floats("float32", {1, 2}), floats("float32", {1, 2, 3})}}};
}

std::vector<Case> approximate_cases() {
  const Array left = floats("float32", {1, 1, NAN, INFINITY, 0});
  const Array right = floats("float32", {1.000001, 1.1, NAN, INFINITY, -0.0});
  return {{"default", "tf.math.approximate_equal", {left, right}},
          {"wide", "tf.math.approximate_equal", {left, right}, {{"tolerance", 0.5}}},
          {"integers", "tf.math.approximate_equal", {integers("int32", {1}), integers("int32", {2})}},
          {"clip", "tf.clip_by_value", {left, 0.5, 1.0}},
          {"clip with NaN bound", "tf.clip_by_value", {left, NAN, 1.0}},
          {"clip crossed", "tf.clip_by_value", {right, 2.0, 1.0}},
          {"clip integers", "tf.clip_by_value", {integers("int32", {-5, 0, 5}), -1, 1}},
          {"clip integers by floats", "tf.clip_by_value", {integers("int32", {-5, 0, 5}), -1.5, 1.5}},
          {"clip norm", "tf.clip_by_norm", {floats("float32", {3, 4}), 1.0}},
          {"clip norm of zeros", "tf.clip_by_norm", {floats("float32", {0, 0}), 1.0}}};
}

}  // namespace

std::vector<Check> comparison_checks() {
  std::vector<Check> checks = {relation("equal", false), relation("not_equal", false)};
  for (const char* name : {"less", "less_equal", "greater", "greater_equal"}) checks.push_back(relation(name, true));
  for (Check& check : checks_of(
           {{"where", {"tf.where"}, where_cases},
            {"clipping", {"tf.math.approximate_equal", "tf.clip_by_value", "tf.clip_by_norm"}, approximate_cases}}))
    checks.push_back(std::move(check));
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
