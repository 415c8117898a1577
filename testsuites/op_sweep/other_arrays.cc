#include "testsuites/op_sweep/other_arrays.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "testsuites/array.h"

namespace tfh::testsuites::op_sweep {
namespace {

constexpr std::int64_t step = 50;  // how much larger an argument becomes

bool is_complex(const std::string& dtype) {
  return dtype.starts_with("complex");
}

bool is_text(const std::string& dtype) {
  return dtype == "string";
}

// One number an element: of a complex one the real part, of a text its length.
std::vector<double> plain_numbers(const Array& array) {
  std::vector<double> result;
  if (const auto* texts = std::get_if<std::vector<std::string>>(&array.items)) {
    for (const std::string& text : *texts) result.push_back(static_cast<double>(text.size()));
  } else if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&array.items)) {
    result.assign(integers->begin(), integers->end());
  } else {
    const auto& floats = std::get<std::vector<double>>(array.items);
    for (std::size_t index = 0; index < floats.size(); index += is_complex(array.dtype) ? 2 : 1)
      result.push_back(floats[index]);
  }
  return result;
}

std::int64_t whole(double number, const std::string& dtype) {
  if (!std::isfinite(number)) return 0;
  if (dtype == "bool") return number != 0 ? 1 : 0;
  const bool is_signed = dtype.starts_with("int");
  const int bits = std::atoi(dtype.c_str() + (is_signed ? 3 : 4));
  const double largest = std::ldexp(1, std::min(bits, 62) - (is_signed ? 1 : 0)) - 1;
  return static_cast<std::int64_t>(std::clamp(number, is_signed ? -largest : 0.0, largest));
}

Array with_items(Array array, decltype(Array::items) items) {
  array.items = std::move(items);
  return array;
}

Array with_numbers(Array array, const std::string& dtype, const std::vector<double>& items) {
  array.dtype = dtype;
  if (is_float(dtype) || is_complex(dtype)) return with_items(std::move(array), numbers(dtype, items).items);
  if (is_text(dtype)) {
    std::vector<std::string> texts;
    for (const double item : items) texts.push_back(std::to_string(std::llround(std::isfinite(item) ? item : 0)));
    return with_items(std::move(array), std::move(texts));
  }
  std::vector<std::int64_t> integers;
  for (const double item : items) integers.push_back(whole(item, dtype));
  return with_items(std::move(array), std::move(integers));
}

// Every number through a function.
template <class Function>
Array mapped(const Array& array, Function function) {
  std::vector<double> items = plain_numbers(array);
  std::ranges::transform(items, items.begin(), function);
  return with_numbers(array, array.dtype, items);
}

Array with_first(const Array& array, double number) {
  std::vector<double> items = plain_numbers(array);
  items.front() = number;
  return with_numbers(array, array.dtype, items);
}

NamedArguments other_floats(const Array& array) {
  const double infinity = std::numeric_limits<double>::infinity();
  return {{"with NaN", with_first(array, std::nan(""))},
          {"with infinity", with_first(array, infinity)},
          {"with -infinity", with_first(array, -infinity)},
          {"all infinite", mapped(array, [=](double) { return infinity; })},
          {"all -0.0", mapped(array, [](double) { return -0.0; })},
          {"negated", mapped(array, [](double item) { return -item; })},
          {"huge", mapped(array, [](double item) { return item * 1e30; })},
          {"tiny", mapped(array, [](double item) { return item * 1e-40; })}};
}

NamedArguments other_integers(const Array& array) {
  const auto first = plain_numbers(array).front();
  return {{"with -1", with_first(array, -1)},
          {"with more", with_first(array, first + static_cast<double>(step))},
          {"all 0", mapped(array, [](double) { return 0; })},
          {"all 1", mapped(array, [](double) { return 1; })},
          {"negated", mapped(array, [](double item) { return -item; })}};
}

NamedArguments other_texts(const Array& array) {
  const auto all = [&](const std::string& text) {
    return with_items(array, std::vector<std::string>(plain_numbers(array).size(), text));
  };
  return {{"all empty", all("")},
          {"all not UTF-8", all("\xff\xfe"
                                "a")},
          {"all with NUL", all(std::string("a\0b", 3))},
          {"all wide", all("\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80")},
          {"all blank", all(" \t\n")}};
}

Array first_only(const Array& array) {
  return shaped(with_numbers(array, array.dtype, {plain_numbers(array).front()}), {});
}

Array emptied(const Array& array) {
  std::vector<std::int64_t> shape = array.shape.empty() ? std::vector<std::int64_t>{1} : array.shape;
  shape.front() = 0;
  return shaped(with_numbers(array, array.dtype, {}), std::move(shape));
}

// Where one number is asked for: many operations take a tensor there.
template <class Number>
NamedArguments instead_of(Number number) {
  return {{"= None", Argument()}, {"= []", List{}}, {"twice", List{{number, number}}}};
}

NamedArguments other_numbers(std::int64_t number) {
  NamedArguments result = instead_of(number);
  for (const std::int64_t other : {std::int64_t{-1}, std::int64_t{0}, number + step, -number - step})
    if (other != number) result.emplace_back("= " + std::to_string(other), other);
  result.emplace_back("= " + std::to_string(number) + ".5", static_cast<double>(number) + 0.5);
  return result;
}

NamedArguments other_lists(const List& list) {
  NamedArguments result = {{"= []", List{}}};
  if (list.items.empty()) return result;
  List shorter = list;
  shorter.items.pop_back();
  List longer = list;
  longer.items.push_back(list.items.back());
  result.emplace_back("shorter", std::move(shorter));
  result.emplace_back("longer", std::move(longer));
  for (const int first : {-1, 0}) {
    List other = list;
    other.items.front() = first;
    result.emplace_back("from " + std::to_string(first), std::move(other));
  }
  return result;
}

}  // namespace

std::vector<std::string> all_dtypes() {
  return {"float16", "bfloat16", "float32", "float64", "int8",      "int16",      "int32", "int64",
          "uint8",   "uint16",   "uint32",  "uint64",  "complex64", "complex128", "bool",  "string"};
}

Array converted(const Array& array, const std::string& dtype) {
  return with_numbers(array, dtype, plain_numbers(array));
}

NamedArguments other_values(const Argument& argument) {
  const auto* array = std::get_if<Array>(&argument.value);
  if (array == nullptr || plain_numbers(*array).empty()) return {};
  if (is_text(array->dtype)) return other_texts(*array);
  if (array->dtype == "bool") return {{"negated", mapped(*array, [](double item) { return item == 0 ? 1 : 0; })}};
  return is_float(array->dtype) || is_complex(array->dtype) ? other_floats(*array) : other_integers(*array);
}

NamedArguments other_shapes(const Argument& argument) {
  const auto* array = std::get_if<Array>(&argument.value);
  if (array == nullptr || plain_numbers(*array).empty()) return {};
  std::vector<std::int64_t> deeper = array->shape;
  deeper.insert(deeper.begin(), 1);
  std::vector<std::int64_t> pointed = array->shape;
  pointed.push_back(1);
  const auto size = static_cast<std::int64_t>(plain_numbers(*array).size());
  NamedArguments result = {{"empty", emptied(*array)},
                           {"in one more dimension", shaped(*array, deeper)},
                           {"in single elements", shaped(*array, pointed)},
                           {"None", Argument()},
                           {"text", "text"}};
  if (!array->shape.empty()) result.emplace_back("scalar", first_only(*array));
  if (array->shape.size() != 1) result.emplace_back("flat", shaped(*array, {size}));
  return result;
}

NamedArguments other_arguments(const Argument& argument) {
  if (const auto* flag = std::get_if<bool>(&argument.value)) return {{*flag ? "= False" : "= True", !*flag}};
  if (const auto* number = std::get_if<std::int64_t>(&argument.value)) return other_numbers(*number);
  if (const auto* number = std::get_if<double>(&argument.value)) {
    NamedArguments result = instead_of(*number);
    result.insert(result.end(), {{"= 0.0", 0.0}, {"negated", -*number}, {"= NaN", std::nan("")}});
    return result;
  }
  if (std::holds_alternative<std::string>(argument.value)) return {{"= ''", ""}, {"= 'other'", "other"}};
  if (const auto* items = std::get_if<List>(&argument.value)) return other_lists(*items);
  return {};
}

}  // namespace tfh::testsuites::op_sweep
