#include "testsuites/tensor_ops/sweep.h"

#include <cmath>
#include <limits>
#include <utility>

namespace tfh::testsuites::tensor_ops {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

struct FloatRange {
  double largest, smallest_normal, smallest;
};

FloatRange range_of(const std::string& dtype) {
  if (dtype == "float16") return {65504, std::ldexp(1, -14), std::ldexp(1, -24)};
  // A denormal bfloat16 is a denormal float32, which the framework may flush on the way.
  if (dtype == "bfloat16") return {std::ldexp(255, 120), std::ldexp(1, -126), std::ldexp(1, -126)};
  if (dtype == "float32")
    return {std::numeric_limits<float>::max(), std::numeric_limits<float>::min(),
            std::numeric_limits<float>::denorm_min()};
  return {std::numeric_limits<double>::max(), std::numeric_limits<double>::min(),
          std::numeric_limits<double>::denorm_min()};
}

std::vector<double> ordinary(const std::string& dtype) {
  if (is_float(dtype)) return {0.1, 0.5, 0.75, 1, 1.5, 2, 3.25, 10, -0.1, -0.5, -0.9, -1, -2.5, -7};
  if (dtype.starts_with("uint")) return {0, 1, 2, 3, 5, 7, 10, 100};
  if (dtype.starts_with("complex")) return {0.5, 1, 2, -1, -2.5};
  return {0, 1, 2, 3, 7, 100, -1, -2, -5, -100};
}

// The right-hand side for ordinary(): no zeros.
std::vector<double> partners(const std::string& dtype) {
  std::vector<double> result = ordinary(dtype);
  for (std::size_t index = 0; index < result.size(); ++index) result[index] = index % 2 == 0 ? 3 : 2;
  if (is_float(dtype)) result[1] = 0.3;
  return result;
}

// Every pair of the items, as two arrays.
template <class Item>
std::pair<std::vector<Item>, std::vector<Item>> pairs(const std::vector<Item>& items) {
  std::pair<std::vector<Item>, std::vector<Item>> result;
  for (const Item left : items) {
    for (const Item right : items) {
      result.first.push_back(left);
      result.second.push_back(right);
    }
  }
  return result;
}

}  // namespace

std::vector<double> float_edges(const std::string& dtype) {
  const FloatRange range = range_of(dtype);
  return {0.0,      -0.0,      range.largest, -range.largest, range.smallest_normal, range.smallest,
          infinity, -infinity, not_a_number};
}

std::vector<std::int64_t> whole_edges(const std::string& dtype) {
  const bool is_signed = !dtype.starts_with('u');
  const int bits = std::stoi(dtype.substr(is_signed ? 3 : 4));
  const auto ones = static_cast<std::uint64_t>(-1) >> (64 - bits);
  if (!is_signed) return {0, 1, static_cast<std::int64_t>(ones - 1), static_cast<std::int64_t>(ones)};
  const auto largest = static_cast<std::int64_t>(ones >> 1);
  return {0, 1, -1, largest, -largest, -largest - 1};
}

Array edges(const std::string& dtype) {
  return is_float(dtype) ? floats(dtype, float_edges(dtype)) : integers(dtype, whole_edges(dtype));
}

Check check_of(Family family) {
  return {.id = "tensor_ops." + family.name,
          .api = std::move(family.api),
          .tolerance = family.tolerance,
          .policy = family.policy,
          .calls = [cases = family.cases](Recorder& recorder) {
            for (Case& row : cases())
              recorder.observe_call(row.key, row.symbol, std::move(row.positional), std::move(row.keywords));
          }};
}

std::vector<Check> checks_of(const std::vector<Family>& families) {
  std::vector<Check> checks;
  for (const Family& family : families) checks.push_back(check_of(family));
  return checks;
}

Check unary_check(Sweep sweep) {
  Check check{
      .id = "tensor_ops." + sweep.name, .api = {sweep.symbol}, .tolerance = sweep.tolerance, .policy = sweep.policy};
  check.calls = [sweep = std::move(sweep)](Recorder& recorder) {
    for (const std::string& dtype : sweep.dtypes) {
      recorder.observe_call(dtype + "/ordinary", sweep.symbol, {numbers(dtype, ordinary(dtype))});
      if (!dtype.starts_with("complex")) recorder.observe_call(dtype + "/edges", sweep.symbol, {edges(dtype)});
    }
  };
  return check;
}

Check binary_check(Sweep sweep) {
  Check check{
      .id = "tensor_ops." + sweep.name, .api = {sweep.symbol}, .tolerance = sweep.tolerance, .policy = sweep.policy};
  check.calls = [sweep = std::move(sweep)](Recorder& recorder) {
    for (const std::string& dtype : sweep.dtypes) {
      const Array left = numbers(dtype, ordinary(dtype));
      recorder.observe_call(dtype + "/ordinary", sweep.symbol, {left, numbers(dtype, partners(dtype))});
      if (!is_float(dtype)) continue;
      const auto [first, second] = pairs(float_edges(dtype));
      recorder.observe_call(dtype + "/edges", sweep.symbol, {floats(dtype, first), floats(dtype, second)});
    }
  };
  return check;
}

Names floating() {
  return {"float16", "bfloat16", "float32", "float64"};
}

Names signed_whole() {
  return {"int8", "int16", "int32", "int64"};
}

Names whole() {
  return signed_whole() + Names{"uint8", "uint16", "uint32", "uint64"};
}

Names real() {
  return whole() + floating();
}

Names complex_names() {
  return {"complex64", "complex128"};
}

Names operator+(Names left, const Names& right) {
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

}  // namespace tfh::testsuites::tensor_ops
