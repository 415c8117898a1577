// Special functions at ordinary points and where they have poles, limits and domains that end.
#include <cmath>

#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

const std::vector<double>& points() {
  static const std::vector<double> values = {0,   0.25, 0.5, 0.999, 1,  1.5, 2,        5,         20, 100,
                                             1e6, -0.5, -1,  -1.5,  -2, -20, INFINITY, -INFINITY, NAN};
  return values;
}

Check of_one(const std::string& name, const std::string& symbol) {
  Check check{.id = "tensor_ops." + name,
              .api = {symbol},
              .tolerance = {.ulps = 16, .absolute = 0},
              .policy = Policy::not_covered};
  check.calls = [symbol](Recorder& recorder) {
    for (const char* dtype : {"float16", "float32", "float64"})
      recorder.observe_call(dtype, symbol, {floats(dtype, points())});
  };
  return check;
}

Check of_two(const std::string& name, const std::string& symbol) {
  Check check{.id = "tensor_ops." + name,
              .api = {symbol},
              .tolerance = {.ulps = 16, .absolute = 0},
              .policy = Policy::not_covered};
  check.calls = [symbol](Recorder& recorder) {
    for (const char* dtype : {"float32", "float64"}) {
      for (const double first : {0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 10.0, -1.0})
        recorder.observe_call(std::string(dtype) + "/" + std::to_string(first).substr(0, 4), symbol,
                              {scalar(dtype, first), floats(dtype, points())});
    }
  };
  return check;
}

std::vector<Case> betainc_cases() {
  std::vector<Case> cases;
  for (const char* dtype : {"float32", "float64"}) {
    const Array x = floats(dtype, {0, 0.1, 0.5, 0.9, 1, -0.1, 1.1, NAN});
    for (const double a : {0.5, 1.0, 5.0, 0.0})
      cases.push_back({std::string(dtype) + "/" + std::to_string(a).substr(0, 3),
                       "tf.math.betainc",
                       {numbers(dtype, std::vector<double>(8, a)), numbers(dtype, std::vector<double>(8, 2)), x}});
    cases.push_back(
        {std::string(dtype) + "/shapes differ", "tf.math.betainc", {scalar(dtype, 1), scalar(dtype, 2), x}});
  }
  return cases;
}

std::vector<Case> lbeta_cases() {
  return {{"two", "tf.math.lbeta", {floats("float32", {1, 2})}},
          {"rows", "tf.math.lbeta", {pattern("float32", {3, 2}, 1, 7, 1)}},
          {"one", "tf.math.lbeta", {floats("float32", {2})}},
          {"empty", "tf.math.lbeta", {floats("float32", {})}},
          {"zero", "tf.math.lbeta", {floats("float32", {0, 1})}}};
}

}  // namespace

std::vector<Check> special_function_checks() {
  std::vector<Check> checks =
      checks_of({{"betainc", {"tf.math.betainc"}, betainc_cases, {.ulps = 64, .absolute = 1e-6}, Policy::not_covered},
                 {"lbeta", {"tf.math.lbeta"}, lbeta_cases, {.ulps = 16, .absolute = 1e-6}, Policy::not_covered}});
  for (const char* name :
       {"lgamma", "digamma", "ndtri", "erfinv", "erfcinv", "bessel_i0", "bessel_i0e", "bessel_i1", "bessel_i1e"})
    checks.push_back(of_one(name, std::string("tf.math.") + name));
  for (const char* name : {"bessel_j0", "bessel_j1", "bessel_k0", "bessel_k1e", "bessel_y0", "bessel_y1", "dawsn",
                           "expint", "fresnel_cos", "fresnel_sin", "spence"})
    checks.push_back(of_one(name, std::string("tf.math.special.") + name));
  for (const char* name : {"zeta", "polygamma", "igamma", "igammac"})
    checks.push_back(of_two(name, std::string("tf.math.") + name));
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
