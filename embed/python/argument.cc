#include "embed/python/argument.h"

#include <string_view>

#include "embed/python/call.h"
#include "testsuites/python_source.h"

namespace tfh::embed {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

template <class Item>
Object raw_bytes(const std::vector<Item>& items) {
  return python_bytes({reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item)});
}

Object object_shape(const std::vector<std::int64_t>& shape) {
  std::vector<Object> dimensions;
  dimensions.reserve(shape.size());
  for (const std::int64_t dimension : shape) dimensions.push_back(python_integer(dimension));
  return python_list(dimensions);
}

}  // namespace

Outcome Namespace::resolve(const std::string& path) const {
  const std::size_t dot = path.find('.');
  Outcome object = path.substr(0, dot) == "np" ? numpy : framework;
  for (std::size_t start = dot; object && start != std::string::npos;) {
    const std::size_t end = path.find('.', start + 1);
    object = attribute(*object, path.substr(start + 1, end - start - 1).c_str());
    start = end;
  }
  return object;
}

Outcome Namespace::numpy_array(const testsuites::Array& array) const {
  const Object dtype = python_text(testsuites::numpy_dtype(array.dtype));
  if (const auto* strings = std::get_if<std::vector<std::string>>(&array.items)) {
    std::vector<Object> items;
    for (const std::string& item : *strings) items.push_back(python_bytes(item));
    return call_method(numpy, "array", {python_list(items), dtype});
  }
  const auto* integers = std::get_if<std::vector<std::int64_t>>(&array.items);
  const Object bytes =
      integers != nullptr ? raw_bytes(*integers) : raw_bytes(std::get<std::vector<double>>(array.items));
  const std::string_view raw = integers != nullptr                  ? "int64"
                               : array.dtype.starts_with("complex") ? "complex128"
                                                                    : "float64";
  // frombuffer refuses an empty buffer.
  const Outcome flat = PyBytes_Size(bytes.get()) == 0 ? call_method(numpy, "array", {python_list({}), python_text(raw)})
                                                      : call_method(numpy, "frombuffer", {bytes, python_text(raw)});
  return flat ? call_method(*flat, "astype", {dtype}) : flat;
}

Outcome Namespace::array(const testsuites::Array& array) const {
  const Outcome flat = numpy_array(array);
  const Outcome shaped = flat ? call_method(*flat, "reshape", {object_shape(array.shape)}) : flat;
  if (!shaped) return shaped;
  if (testsuites::numpy_dtype(array.dtype) == "float32" && array.dtype != "float32")
    return call_method(framework, "cast", {*shaped, python_text(array.dtype)});
  return array.tensor ? call_method(framework, "constant", {*shaped}) : shaped;
}

Outcome Namespace::object(const testsuites::Argument& argument) const {
  return std::visit(
      Overloaded{[](std::monostate) { return Outcome(Object::share(Py_None)); },
                 [](bool value) { return owned(PyBool_FromLong(value ? 1 : 0)); },
                 [](std::int64_t value) { return Outcome(python_integer(value)); },
                 [](double value) { return owned(PyFloat_FromDouble(value)); },
                 [](const std::string& value) { return Outcome(python_text(value)); },
                 [this](const testsuites::Array& value) { return array(value); },
                 [this](const testsuites::Result& value) { return results.at(static_cast<std::size_t>(value.number)); },
                 [this](const testsuites::Symbol& value) { return resolve(value.path); },
                 [this](const testsuites::List& value) {
                   std::vector<Object> items;
                   for (const testsuites::Argument& item : value.items) {
                     Outcome made = object(item);
                     if (!made) return made;
                     items.push_back(*std::move(made));
                   }
                   return Outcome(python_list(items));
                 }},
      argument.value);
}

}  // namespace tfh::embed
