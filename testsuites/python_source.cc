#include "testsuites/python_source.h"

#include <fmt/format.h>

#include <cmath>

namespace tfh::testsuites {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
  return text;
}

// Escapes what cannot stand in a literal; `from` is the first byte value that must not stand as itself.
std::string escaped(const std::string& text, unsigned from) {
  std::string result;
  for (const char character : text) {
    const unsigned byte = static_cast<unsigned char>(character);
    if (character == '\\' || character == '\'')
      result += {'\\', character};
    else if (character == '\n')
      result += "\\n";
    else if (byte < 0x20 || byte >= from)
      result += fmt::format("\\x{:02x}", byte);
    else
      result += character;
  }
  return result;
}

std::string integer_text(const Array& array, std::int64_t item) {
  if (array.dtype == "bool") return item != 0 ? "True" : "False";
  return array.dtype == "uint64" ? std::to_string(static_cast<std::uint64_t>(item)) : std::to_string(item);
}

std::vector<std::string> item_texts(const Array& array) {
  std::vector<std::string> texts;
  if (const auto* strings = std::get_if<std::vector<std::string>>(&array.items)) {
    for (const std::string& item : *strings) texts.push_back(python_bytes_literal(item));
  } else if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&array.items)) {
    for (const std::int64_t item : *integers) texts.push_back(integer_text(array, item));
  } else {
    const auto& floats = std::get<std::vector<double>>(array.items);
    if (!array.dtype.starts_with("complex")) {
      for (const double item : floats) texts.push_back(python_float(item));
    } else {
      for (std::size_t index = 0; index + 1 < floats.size(); index += 2)
        texts.push_back("complex(" + python_float(floats[index]) + ", " + python_float(floats[index + 1]) + ")");
    }
  }
  return texts;
}

}  // namespace

std::string python_string(const std::string& text) {
  return "'" + escaped(text, 0x100) + "'";
}

std::string python_bytes_literal(const std::string& bytes) {
  return "b'" + escaped(bytes, 0x7f) + "'";
}

std::string python_float(double value) {
  if (std::isnan(value)) return "float('nan')";
  if (std::isinf(value)) return value < 0 ? "float('-inf')" : "float('inf')";
  const std::string text = fmt::format("{}", value);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string numpy_dtype(const std::string& dtype) {
  if (dtype == "bfloat16" || dtype.starts_with("float8")) return "float32";
  if (dtype == "bool") return "bool_";
  return dtype == "string" ? "object_" : dtype;
}

std::string python_source(const Array& array) {
  const std::vector<std::string> items = item_texts(array);
  std::string text;
  if (array.shape.empty() && items.size() == 1)
    text = fmt::format("np.array({}, np.{})", items[0], numpy_dtype(array.dtype));
  else
    text = fmt::format("np.array([{}], np.{})", joined(items), numpy_dtype(array.dtype));
  if (!array.shape.empty() && (array.shape.size() != 1 || array.shape[0] != static_cast<std::int64_t>(items.size())))
    text += fmt::format(".reshape({})", fmt::join(array.shape, ", "));
  const bool cast = array.dtype == "bfloat16" || array.dtype.starts_with("float8");
  if (cast) return fmt::format("tf.cast({}, '{}')", text, array.dtype);
  return array.tensor ? fmt::format("tf.constant({})", text) : text;
}

std::string python_source(const Argument& argument) {
  return std::visit(
      Overloaded{[](std::monostate) { return std::string("None"); },
                 [](bool value) { return std::string(value ? "True" : "False"); },
                 [](std::int64_t value) { return std::to_string(value); },
                 [](double value) { return python_float(value); },
                 [](const std::string& value) { return python_string(value); },
                 [](const Array& value) { return python_source(value); },
                 [](const Result& value) { return result_name(value); }, [](const Symbol& value) { return value.path; },
                 [](const List& value) {
                   std::vector<std::string> items;
                   for (const Argument& item : value.items) items.push_back(python_source(item));
                   return "[" + joined(items) + "]";
                 }},
      argument.value);
}

std::string python_source(const std::string& symbol, const std::vector<Argument>& positional,
                          const Keywords& keywords) {
  std::vector<std::string> texts;
  for (const Argument& argument : positional) texts.push_back(python_source(argument));
  for (const auto& [name, argument] : keywords) texts.push_back(name + "=" + python_source(argument));
  return symbol + "(" + joined(texts) + ")";
}

std::string result_name(Result result) {
  return "r" + std::to_string(result.number);
}

}  // namespace tfh::testsuites
