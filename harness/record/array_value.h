// A recorded array, decoded: what diff/ compares element by element and report/ shows.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "harness/record/float_format.h"

namespace tfh {

class ArrayValue {
 public:
  // Decodes a value of kind "array"; nullopt when its members do not fit together (dtype unknown, size not that of the
  // shape): such values can only be compared as a whole.
  static std::optional<ArrayValue> decode(const nlohmann::json& value);

  const std::string& dtype() const { return dtype_; }
  const std::vector<std::size_t>& shape() const { return shape_; }
  std::size_t size() const { return size_; }

  std::optional<FloatFormat> float_format() const { return float_format_of(dtype_); }
  // Floats in an element: 2 for complex numbers, else 1.
  std::size_t components() const { return dtype_.starts_with("complex") ? 2 : 1; }
  // The bits of one float, index in elements * components(); only where float_format() is set.
  std::uint64_t float_bits(std::size_t index) const;

  bool same_element(const ArrayValue& other, std::size_t index) const;  // bit by bit; both of one dtype
  std::string element_text(std::size_t index) const;                    // "0.1", "-3", "True", "b'abc'", "(1.0+2.0j)"
  std::string index_text(std::size_t index) const;                      // "[0, 2]"

 private:
  std::string dtype_;
  std::vector<std::size_t> shape_;
  std::size_t size_ = 0;
  std::size_t width_ = 0;           // bytes of an element; 0: strings
  std::string bytes_;               // numbers, C order
  std::vector<std::string> items_;  // strings, raw bytes
};

// Bytes as Python shows them: b'a\x00\n\xc3\xa9'.
std::string bytes_text(const std::string& bytes);

}  // namespace tfh
