#include "testsuites/array.h"

#include <numeric>

namespace tfh::testsuites {

Array floats(std::string dtype, std::vector<double> items) {
  const auto size = static_cast<std::int64_t>(items.size());
  return {std::move(dtype), {size}, std::move(items)};
}

Array integers(std::string dtype, std::vector<std::int64_t> items) {
  const auto size = static_cast<std::int64_t>(items.size());
  return {std::move(dtype), {size}, std::move(items)};
}

Array strings(std::vector<std::string> items) {
  const auto size = static_cast<std::int64_t>(items.size());
  return {"string", {size}, std::move(items)};
}

Array bytes(std::string item) {
  return {"string", {}, std::vector<std::string>{std::move(item)}};
}

Array scalar(const std::string& dtype, double value) {
  return shaped(numbers(dtype, {value}), {});
}

Array shaped(Array array, std::vector<std::int64_t> shape) {
  array.shape = std::move(shape);
  return array;
}

Array tensor(Array array) {
  array.tensor = true;
  return array;
}

Array numbers(const std::string& dtype, const std::vector<double>& items) {
  if (is_float(dtype)) return floats(dtype, items);
  if (dtype.starts_with("complex")) {
    std::vector<double> pairs;
    for (const double item : items) pairs.insert(pairs.end(), {item, 0.0});
    return {dtype, {static_cast<std::int64_t>(items.size())}, std::move(pairs)};
  }
  return integers(dtype, {items.begin(), items.end()});
}

Array pattern(const std::string& dtype, std::vector<std::int64_t> shape, std::int64_t factor, std::int64_t modulus,
              std::int64_t offset) {
  const std::int64_t size = std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
  std::vector<double> items;
  for (std::int64_t index = 0; index < size; ++index)
    items.push_back(static_cast<double>(index * factor % modulus + offset));
  return shaped(numbers(dtype, items), std::move(shape));
}

Argument list(std::initializer_list<std::int64_t> items) {
  List list;
  for (const std::int64_t item : items) list.items.push_back({item});
  return {std::move(list)};
}

bool is_float(const std::string& dtype) {
  return dtype.starts_with("float") || dtype == "bfloat16";
}

}  // namespace tfh::testsuites
