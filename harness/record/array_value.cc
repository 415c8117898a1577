#include "harness/record/array_value.h"

#include <fmt/format.h>

#include <array>
#include <cstring>
#include <limits>
#include <utility>

#include "harness/base/base64.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

std::optional<std::size_t> width_of(const std::string& dtype) {
  static const std::array<std::pair<const char*, std::size_t>, 23> widths = {{
      {"bool", 1},      {"int8", 1},        {"uint8", 1},       {"qint8", 1},         {"quint8", 1},   {"int16", 2},
      {"uint16", 2},    {"qint16", 2},      {"quint16", 2},     {"float16", 2},       {"bfloat16", 2}, {"int32", 4},
      {"uint32", 4},    {"qint32", 4},      {"float32", 4},     {"int64", 8},         {"uint64", 8},   {"float64", 8},
      {"complex64", 8}, {"complex128", 16}, {"float8_e5m2", 1}, {"float8_e4m3fn", 1}, {"string", 0},
  }};
  for (const auto& [name, width] : widths) {
    if (dtype == name) return width;
  }
  return std::nullopt;
}

std::optional<std::string> decode_item(const nlohmann::json& item) {
  if (!item.is_object()) return std::nullopt;
  if (item.contains("utf8")) return text_member(item, "utf8");
  return base64_decoded(text_member(item, "base64"));
}

template <class Integer>
std::string integer_text(const char* bytes) {
  Integer number;
  std::memcpy(&number, bytes, sizeof number);
  return std::to_string(number);
}

std::string plain_element_text(const std::string& dtype, const char* bytes, std::size_t width) {
  if (dtype == "bool") return *bytes != 0 ? "True" : "False";
  if (dtype.starts_with("float8")) return fmt::format("0x{:02x}", static_cast<unsigned char>(*bytes));
  const bool is_unsigned = dtype.find("uint") != std::string::npos;
  switch (width) {
    case 1:
      return is_unsigned ? integer_text<std::uint8_t>(bytes) : integer_text<std::int8_t>(bytes);
    case 2:
      return is_unsigned ? integer_text<std::uint16_t>(bytes) : integer_text<std::int16_t>(bytes);
    case 4:
      return is_unsigned ? integer_text<std::uint32_t>(bytes) : integer_text<std::int32_t>(bytes);
    default:
      return is_unsigned ? integer_text<std::uint64_t>(bytes) : integer_text<std::int64_t>(bytes);
  }
}

std::optional<std::pair<std::vector<std::size_t>, std::size_t>> decode_shape(const nlohmann::json& value) {
  const auto shape = value.find("shape");
  if (shape == value.end() || !shape->is_array()) return std::nullopt;
  std::vector<std::size_t> lengths;
  std::size_t size = 1;
  for (const auto& length : *shape) {
    if (!length.is_number_integer() || (!length.is_number_unsigned() && length.get<std::int64_t>() < 0)) {
      return std::nullopt;
    }
    lengths.push_back(length.get<std::size_t>());
    if (lengths.back() != 0 && size > std::numeric_limits<std::uint32_t>::max() / lengths.back()) return std::nullopt;
    size *= lengths.back();
  }
  return std::pair(std::move(lengths), size);
}

}  // namespace

std::optional<ArrayValue> ArrayValue::decode(const nlohmann::json& value) {
  if (!value.is_object()) return std::nullopt;
  ArrayValue array;
  array.dtype_ = text_member(value, "dtype");
  const auto width = width_of(array.dtype_);
  auto shape = decode_shape(value);
  if (!width || !shape) return std::nullopt;
  array.width_ = *width;
  array.shape_ = std::move(shape->first);
  array.size_ = shape->second;
  if (array.width_ != 0) {
    auto bytes = base64_decoded(text_member(value, "data"));
    if (!bytes || bytes->size() != array.size_ * array.width_) return std::nullopt;
    array.bytes_ = std::move(*bytes);
    return array;
  }
  const auto items = value.find("items");
  if (items == value.end() || !items->is_array() || items->size() != array.size_) return std::nullopt;
  for (const auto& item : *items) {
    auto bytes = decode_item(item);
    if (!bytes) return std::nullopt;
    array.items_.push_back(std::move(*bytes));
  }
  return array;
}

std::uint64_t ArrayValue::float_bits(std::size_t index) const {
  const std::size_t width = width_ / components();
  std::uint64_t bits = 0;  // records and hosts are little-endian
  std::memcpy(&bits, bytes_.data() + index * width, width);
  return bits;
}

bool ArrayValue::same_element(const ArrayValue& other, std::size_t index) const {
  if (width_ == 0) return items_[index] == other.items_[index];
  return std::memcmp(bytes_.data() + index * width_, other.bytes_.data() + index * width_, width_) == 0;
}

std::string ArrayValue::element_text(std::size_t index) const {
  if (width_ == 0) return bytes_text(items_[index]);
  const auto format = float_format();
  if (!format) return plain_element_text(dtype_, bytes_.data() + index * width_, width_);
  if (components() == 1) return float_text(float_bits(index), *format);
  const std::string imaginary = float_text(float_bits(2 * index + 1), *format);
  return "(" + float_text(float_bits(2 * index), *format) + (imaginary.starts_with("-") ? "" : "+") + imaginary + "j)";
}

std::string ArrayValue::index_text(std::size_t index) const {
  std::vector<std::size_t> position(shape_.size());
  for (std::size_t axis = shape_.size(); axis-- > 0;) {
    position[axis] = index % shape_[axis];
    index /= shape_[axis];
  }
  return fmt::format("[{}]", fmt::join(position, ", "));
}

std::string bytes_text(const std::string& bytes) {
  std::string text = "b'";
  for (const char character : bytes) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '\'' || character == '\\') {
      text += '\\';
      text += character;
    } else if (character == '\n') {
      text += "\\n";
    } else if (byte < 0x20 || byte >= 0x7f) {
      text += fmt::format("\\x{:02x}", byte);
    } else {
      text += character;
    }
  }
  return text + "'";
}

}  // namespace tfh
