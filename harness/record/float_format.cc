#include "harness/record/float_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace tfh {

namespace {

struct Layout {
  int width, mantissa;  // bits
};

Layout layout_of(FloatFormat format) {
  switch (format) {
    case FloatFormat::float16:
      return {16, 10};
    case FloatFormat::bfloat16:
      return {16, 7};
    case FloatFormat::float32:
      return {32, 23};
    case FloatFormat::float64:
      break;
  }
  return {64, 52};
}

std::uint64_t magnitude_of(std::uint64_t bits, FloatFormat format) {
  return bits & ((std::uint64_t{1} << (layout_of(format).width - 1)) - 1);
}

std::uint64_t infinity_of(FloatFormat format) {
  const Layout layout = layout_of(format);
  const int exponent = layout.width - 1 - layout.mantissa;
  return ((std::uint64_t{1} << exponent) - 1) << layout.mantissa;
}

double half_to_double(std::uint64_t bits) {
  const int exponent = static_cast<int>(bits >> 10 & 0x1f);
  const double mantissa = static_cast<double>(bits & 0x3ff);
  const double sign = (bits & 0x8000) != 0 ? -1.0 : 1.0;
  if (exponent == 0x1f) return mantissa != 0 ? std::numeric_limits<double>::quiet_NaN() : sign * HUGE_VAL;
  if (exponent == 0) return sign * std::ldexp(mantissa, -24);
  return sign * std::ldexp(mantissa + 1024.0, exponent - 25);
}

}  // namespace

std::optional<FloatFormat> float_format_of(std::string_view dtype) {
  if (dtype == "float16") return FloatFormat::float16;
  if (dtype == "bfloat16") return FloatFormat::bfloat16;
  if (dtype == "float32" || dtype == "complex64") return FloatFormat::float32;
  if (dtype == "float64" || dtype == "complex128") return FloatFormat::float64;
  return std::nullopt;
}

std::size_t byte_width(FloatFormat format) {
  return static_cast<std::size_t>(layout_of(format).width) / 8;
}

bool is_nan(std::uint64_t bits, FloatFormat format) {
  return magnitude_of(bits, format) > infinity_of(format);
}

bool is_infinite(std::uint64_t bits, FloatFormat format) {
  return magnitude_of(bits, format) == infinity_of(format);
}

double to_double(std::uint64_t bits, FloatFormat format) {
  switch (format) {
    case FloatFormat::float16:
      return half_to_double(bits);
    case FloatFormat::bfloat16:
      return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16));
    case FloatFormat::float32:
      return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    case FloatFormat::float64:
      break;
  }
  return std::bit_cast<double>(bits);
}

std::string float_text(std::uint64_t bits, FloatFormat format) {
  const double number = to_double(bits, format);
  if (std::isnan(number)) return "nan";
  if (format == FloatFormat::float64 || std::isinf(number)) return float_text(number);
  if (format == FloatFormat::float32) {
    const std::string text = fmt::format("{}", static_cast<float>(number));
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
  }
  // No library writes the 16-bit formats: take the fewest digits nearer to this number than to either neighbour.
  const std::uint64_t magnitude = magnitude_of(bits, format);
  const double size = std::fabs(number);
  const double below = magnitude == 0 ? size : size - to_double(magnitude - 1, format);
  const double above = magnitude + 1 == infinity_of(format) ? below : to_double(magnitude + 1, format) - size;
  const double half_gap = (magnitude == 0 ? above : std::min(below, above)) / 2;
  for (int digits = 1; digits < 8; ++digits) {
    const std::string text = fmt::format("{:.{}g}", number, digits);
    if (std::fabs(std::strtod(text.c_str(), nullptr) - number) < half_gap) {
      return float_text(std::strtod(text.c_str(), nullptr));
    }
  }
  return float_text(number);
}

std::string float_text(double number) {
  if (std::isnan(number)) return "nan";
  std::string text = fmt::format("{}", number);
  if (std::isfinite(number) && text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

}  // namespace tfh
