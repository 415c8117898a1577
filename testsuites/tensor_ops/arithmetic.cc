// Arithmetic of two tensors of one dtype, and bit operations.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

Names floating_and_complex() {
  return floating() + complex_names();
}

std::vector<Case> quotient_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : signed_whole()) {
    const Array left = numbers(dtype, {7, -7, 7, -7, 0, 127, -127});
    const Array right = numbers(dtype, {2, 2, -2, -2, 5, -1, 100});
    for (const char* symbol : {"tf.math.floordiv", "tf.math.floormod", "tf.truncatediv", "tf.truncatemod"})
      cases.push_back({dtype + "/" + symbol, symbol, {left, right}});
    cases.push_back({dtype + "/by zero", "tf.math.floordiv", {left, numbers(dtype, {0, 0, 0, 0, 0, 0, 0})}});
  }
  return cases;
}

std::vector<Case> wrapping_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : whole()) {
    for (const char* symbol : {"tf.math.add", "tf.math.subtract", "tf.math.multiply"})
      cases.push_back({dtype + "/" + symbol, symbol, {edges(dtype), integers(dtype, {whole_edges(dtype)[2]})}});
  }
  return cases;
}

std::vector<Case> shift_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : whole()) {
    const Array counts = numbers(dtype, std::vector<double>(whole_edges(dtype).size(), 3));
    cases.push_back({dtype + "/left", "tf.bitwise.left_shift", {edges(dtype), counts}});
    cases.push_back({dtype + "/right", "tf.bitwise.right_shift", {edges(dtype), counts}});
  }
  const Array too_far = integers("int32", {-1, 31, 32, 33, 100});
  cases.push_back({"int32/left by too much", "tf.bitwise.left_shift", {integers("int32", {5, 5, 5, 5, 5}), too_far}});
  cases.push_back(
      {"int32/right by too much", "tf.bitwise.right_shift", {integers("int32", {5, -5, 5, -5, 5}), too_far}});
  return cases;
}

std::vector<Case> logic_cases() {
  const Array left = integers("bool", {0, 0, 1, 1});
  const Array right = integers("bool", {0, 1, 0, 1});
  std::vector<Case> cases = {{"not", "tf.logical_not", {left}},
                             {"of integers", "tf.logical_and", {integers("int32", {1}), right}}};
  for (const char* name : {"and", "or", "xor"})
    cases.push_back({name, std::string("tf.math.logical_") + name, {left, right}});
  return cases;
}

std::vector<Case> broadcast_cases() {
  const Array column = pattern("float32", {3, 1}, 1, 10, 0);
  const Array row = pattern("float32", {1, 4}, 1, 10, 10);
  return {{"column and row", "tf.add", {column, row}},
          {"scalar", "tf.multiply", {row, scalar("float32", 2)}},
          {"empty", "tf.add", {pattern("float32", {0, 3}, 1, 10, 0), scalar("float32", 1)}},
          {"five dimensions",
           "tf.subtract",
           {pattern("float32", {2, 1, 2, 1, 2}, 1, 10, 0), pattern("float32", {2, 1, 2, 1}, 3, 7, 0)}},
          {"incompatible", "tf.add", {pattern("float32", {3}, 1, 10, 0), pattern("float32", {4}, 1, 10, 0)}},
          {"add_n", "tf.add_n", {List{{row, row, row}}}},
          {"add_n of different shapes", "tf.add_n", {List{{row, column}}}},
          {"add_n of nothing", "tf.add_n", {List{}}}};
}

}  // namespace

std::vector<Check> arithmetic_checks() {
  std::vector<Check> checks = checks_of({
      {"integer_quotients",
       {"tf.math.floordiv", "tf.math.floormod", "tf.truncatediv", "tf.truncatemod"},
       quotient_cases},
      {"integer_wrapping", {"tf.math.add", "tf.math.subtract", "tf.math.multiply"}, wrapping_cases},
      {"shifts", {"tf.bitwise.left_shift", "tf.bitwise.right_shift"}, shift_cases},
      {"logic",
       {"tf.math.logical_and", "tf.math.logical_or", "tf.math.logical_xor", "tf.math.logical_not"},
       logic_cases},
      {"broadcasting", {"tf.add", "tf.multiply", "tf.subtract", "tf.add_n"}, broadcast_cases},
  });
  const Names everything = real() + complex_names();
  for (const Sweep& sweep : std::vector<Sweep>{
           {"add", "tf.math.add", everything},
           {"subtract", "tf.math.subtract", everything},
           {"multiply", "tf.math.multiply", everything},
           {"divide", "tf.math.divide", everything, {.ulps = 1}},
           {"truediv", "tf.math.truediv", real(), {.ulps = 1}},
           {"divide_no_nan", "tf.math.divide_no_nan", floating_and_complex(), {.ulps = 1}},
           {"multiply_no_nan", "tf.math.multiply_no_nan", floating()},
           {"floordiv", "tf.math.floordiv", floating()},
           {"floormod", "tf.math.floormod", floating()},
           {"maximum", "tf.math.maximum", real()},
           {"minimum", "tf.math.minimum", real()},
           {"squared_difference", "tf.math.squared_difference", Names{"int32", "int64"} + floating_and_complex()},
           {"pow", "tf.math.pow", floating_and_complex(), few_ulps, Policy::not_covered},
           {"atan2", "tf.math.atan2", floating(), few_ulps, Policy::not_covered},
           {"xlogy", "tf.math.xlogy", floating_and_complex(), few_ulps, Policy::not_covered},
           {"xdivy", "tf.math.xdivy", floating_and_complex(), {.ulps = 1}},
           {"nextafter", "tf.math.nextafter", {"float32", "float64"}},
           {"bitwise_and", "tf.bitwise.bitwise_and", whole()},
           {"bitwise_or", "tf.bitwise.bitwise_or", whole()},
           {"bitwise_xor", "tf.bitwise.bitwise_xor", whole()},
       })
    checks.push_back(binary_check(sweep));
  checks.push_back(unary_check({"invert", "tf.bitwise.invert", whole()}));
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
