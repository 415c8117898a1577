// The binary floating-point formats of tensors: IEEE 754 binary16, binary32, binary64, and bfloat16 (the upper half of
// binary32). Read by ArrayValue, the ULP comparison and the value renderer.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tfh {

enum class FloatFormat { float16, bfloat16, float32, float64 };

std::optional<FloatFormat> float_format_of(std::string_view dtype);  // the format of complex64 is float32
std::size_t byte_width(FloatFormat format);
bool is_nan(std::uint64_t bits, FloatFormat format);
bool is_infinite(std::uint64_t bits, FloatFormat format);
double to_double(std::uint64_t bits, FloatFormat format);  // exact: every format fits

// The shortest decimal text that reads back as the same number in `format`: "0.1", "1e-45", "nan", "-inf".
std::string float_text(std::uint64_t bits, FloatFormat format);
std::string float_text(double number);

}  // namespace tfh
