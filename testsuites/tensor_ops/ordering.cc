// Sorting, searching, ties and duplicates.
#include <cmath>

#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

std::vector<Case> sort_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : real()) {
    const Array array = numbers(dtype, {3, 1, 2, 3, 0, 1});
    for (const char* direction : {"ASCENDING", "DESCENDING"}) {
      cases.push_back({dtype + "/sort " + direction, "tf.sort", {array}, {{"direction", direction}}});
      cases.push_back(
          {dtype + "/argsort " + direction, "tf.argsort", {array}, {{"direction", direction}, {"stable", true}}});
    }
    cases.push_back({dtype + "/edges", "tf.sort", {edges(dtype)}});
  }
  const Array matrix = pattern("int32", {3, 4}, 7, 11, -4);
  cases.push_back({"axis 0", "tf.sort", {matrix}, {{"axis", 0}}});
  cases.push_back({"axis 0 indices", "tf.argsort", {matrix}, {{"axis", 0}}});
  cases.push_back({"unknown direction", "tf.sort", {matrix}, {{"direction", "UP"}}});
  cases.push_back({"string", "tf.sort", {strings({"b", "a"})}});
  cases.push_back({"scalar", "tf.sort", {scalar("float32", 1)}});
  cases.push_back({"empty", "tf.sort", {floats("float32", {})}});
  return cases;
}

std::vector<Case> extreme_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : real() + Names{"bool"}) {
    const Array ties = shaped(numbers(dtype, {1, 0, 1, 0, 1, 0}), {2, 3});
    for (const char* symbol : {"tf.argmax", "tf.argmin"})
      cases.push_back({dtype + "/" + symbol + " ties", symbol, {ties}, {{"axis", 1}}});
  }
  for (const char* symbol : {"tf.argmax", "tf.argmin"}) {
    const std::string prefix = std::string(symbol) + "/";
    cases.push_back({prefix + "NaN", symbol, {floats("float32", {1, NAN, 3, NAN})}});
    cases.push_back({prefix + "NaN first", symbol, {floats("float32", {NAN, 1, 3})}});
    cases.push_back({prefix + "zeros", symbol, {floats("float32", {-0.0, 0.0})}});
    cases.push_back({prefix + "infinite", symbol, {floats("float32", {-INFINITY, INFINITY, INFINITY})}});
    cases.push_back({prefix + "int32 output", symbol, {floats("float32", {1, 2})}, {{"output_type", "int32"}}});
    cases.push_back({prefix + "uint16 output", symbol, {floats("float32", {1, 2})}, {{"output_type", "uint16"}}});
    cases.push_back({prefix + "empty", symbol, {floats("float32", {})}});
    cases.push_back({prefix + "axis out of range", symbol, {floats("float32", {1})}, {{"axis", 2}}});
  }
  return cases;
}

std::vector<Case> top_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : real())
    cases.push_back({dtype + "/ties", "tf.math.top_k", {numbers(dtype, {1, 3, 2, 3, 1}), 4}});
  const Array array = floats("float32", {1, NAN, 3, INFINITY, -INFINITY});
  cases.push_back({"NaN", "tf.math.top_k", {array, 3}});
  cases.push_back({"k too large", "tf.math.top_k", {array, 6}});
  cases.push_back({"k zero", "tf.math.top_k", {array, 0}});
  cases.push_back({"k negative", "tf.math.top_k", {array, -1}});
  cases.push_back({"rows", "tf.math.top_k", {pattern("float32", {2, 5}, 7, 11, 0), 2}});
  cases.push_back({"in_top_k",
                   "tf.math.in_top_k",
                   {integers("int32", {0, 2}), shaped(floats("float32", {1, 2, 2, 3, 1, NAN}), {2, 3})},
                   {{"k", 2}}});
  cases.push_back({"in_top_k out of range",
                   "tf.math.in_top_k",
                   {integers("int32", {5}), shaped(floats("float32", {1, 2}), {1, 2})},
                   {{"k", 1}}});
  cases.push_back({"approx_max_k", "tf.math.approx_max_k", {pattern("float32", {1, 8}, 3, 11, 0), 2}});
  return cases;
}

std::vector<Case> unique_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : real() + Names{"bool"}) {
    const Array array = numbers(dtype, {1, 0, 1, 1, 0});
    cases.push_back({dtype + "/unique", "tf.unique", {array}});
    cases.push_back({dtype + "/counts", "tf.unique_with_counts", {array}});
  }
  cases.push_back({"strings", "tf.unique", {strings({"b", "a", "b", ""})}});
  cases.push_back({"NaN and zeros", "tf.unique", {floats("float32", {NAN, NAN, 0.0, -0.0})}});
  cases.push_back({"int64 indices", "tf.unique", {integers("int32", {3, 3})}, {{"out_idx", "int64"}}});
  cases.push_back({"matrix", "tf.unique", {pattern("int32", {2, 2}, 1, 2, 0)}});
  cases.push_back({"rows", "tf.raw_ops.UniqueV2", {}, {{"x", pattern("int32", {3, 2}, 1, 2, 0)}, {"axis", list({0})}}});
  cases.push_back({"empty", "tf.unique", {integers("int32", {})}});
  cases.push_back(
      {"setdiff", "tf.sets.difference", {pattern("int32", {1, 4}, 1, 9, 0), pattern("int32", {1, 2}, 2, 9, 0)}});
  cases.push_back({"union", "tf.sets.union", {pattern("int32", {1, 3}, 1, 9, 0), pattern("int32", {1, 2}, 5, 9, 0)}});
  cases.push_back({"size", "tf.sets.size", {pattern("int32", {1, 3}, 1, 9, 0)}});
  return cases;
}

std::vector<Case> search_cases() {
  std::vector<Case> cases;
  for (const std::string& dtype : Names{"int32", "int64", "float16"} + Names{"float32", "float64"}) {
    for (const char* side : {"left", "right"})
      cases.push_back({dtype + "/" + side,
                       "tf.searchsorted",
                       {numbers(dtype, {1, 2, 2, 5}), numbers(dtype, {0, 1, 2, 3, 5, 9})},
                       {{"side", side}}});
  }
  cases.push_back(
      {"rows",
       "tf.searchsorted",
       {shaped(floats("float32", {1, 3, 5, 2, 4, 6}), {2, 3}), shaped(floats("float32", {2, 5, 1, 7}), {2, 2})}});
  cases.push_back(
      {"rows differ", "tf.searchsorted", {pattern("float32", {2, 3}, 1, 9, 0), pattern("float32", {3, 2}, 1, 9, 0)}});
  cases.push_back(
      {"unknown side", "tf.searchsorted", {floats("float32", {1}), floats("float32", {1})}, {{"side", "middle"}}});
  cases.push_back(
      {"buckets",
       "tf.raw_ops.Bucketize",
       {},
       {{"input", floats("float32", {-5, 10000, 150, 10, 5, 100})}, {"boundaries", List{{0.0, 10.0, 100.0}}}}});
  cases.push_back({"invert permutation", "tf.math.invert_permutation", {integers("int32", {3, 4, 0, 2, 1})}});
  cases.push_back({"no permutation", "tf.math.invert_permutation", {integers("int32", {3, 3, 0})}});
  return cases;
}

}  // namespace

std::vector<Check> ordering_checks() {
  return checks_of({{"sort", {"tf.sort", "tf.argsort"}, sort_cases},
                    {"argmax", {"tf.argmax", "tf.argmin"}, extreme_cases},
                    {"top_k", {"tf.math.top_k", "tf.math.in_top_k", "tf.math.approx_max_k"}, top_cases},
                    {"unique",
                     {"tf.unique", "tf.unique_with_counts", "tf.sets.difference", "tf.sets.union", "tf.sets.size"},
                     unique_cases},
                    {"searchsorted", {"tf.searchsorted", "tf.math.invert_permutation"}, search_cases}});
}

}  // namespace tfh::testsuites::tensor_ops
