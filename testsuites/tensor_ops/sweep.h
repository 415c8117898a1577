// The two shapes of table that most checks of this suite are made of.
#pragma once

#include <string>
#include <vector>

#include "testsuites/array.h"
#include "testsuites/check.h"
#include "testsuites/recorder.h"

namespace tfh::testsuites::tensor_ops {

// One call, observed under `key`.
struct Case {
  std::string key;
  std::string symbol;
  std::vector<Argument> positional;
  Keywords keywords = {};
};

// Made anew for each run, so that listing the checks builds no arrays.
using Cases = std::vector<Case> (*)();

struct Family {
  std::string name;  // the check is "tensor_ops.NAME"
  std::vector<std::string> api;
  Cases cases;
  Tolerance tolerance = {};
  Policy policy = Policy::covered;
};

Check check_of(Family family);
std::vector<Check> checks_of(const std::vector<Family>& families);

// One symbol under many dtypes: key "float32/NAME OF THE INPUT".
struct Sweep {
  std::string name;
  std::string symbol;
  std::vector<std::string> dtypes;
  Tolerance tolerance = {};
  Policy policy = Policy::covered;
};

Check unary_check(Sweep sweep);   // ordinary values and the dtype's edges
Check binary_check(Sweep sweep);  // pairs of ordinary values, and every pair of a few edges

using Names = std::vector<std::string>;
Names floating();       // float16, bfloat16, float32, float64
Names signed_whole();   // int8 to int64
Names whole();          // signed and unsigned
Names real();           // whole and floating
Names complex_names();  // complex64, complex128
Names operator+(Names left, const Names& right);

// What a dtype can hardly hold: zeros, extremes, denormals, infinities, NaN.
std::vector<double> float_edges(const std::string& dtype);
std::vector<std::int64_t> whole_edges(const std::string& dtype);
Array edges(const std::string& dtype);

// Transcendental functions: a few units in the last place, and the compatibility policy does not cover them.
inline constexpr Tolerance few_ulps = {.ulps = 4, .absolute = 0};
inline constexpr Tolerance sums = {.ulps = 32, .absolute = 1e-5};  // results of many roundings

}  // namespace tfh::testsuites::tensor_ops
