#include "harness/diff/ulp.h"

#include <bit>
#include <cmath>

namespace tfh {

namespace {

// Sign and magnitude as one number line, on which neighbouring floats are neighbours and both zeros are 0.
std::int64_t position(std::uint64_t bits, FloatFormat format) {
  const std::uint64_t sign = std::uint64_t{1} << (byte_width(format) * 8 - 1);
  const auto magnitude = static_cast<std::int64_t>(bits & (sign - 1));
  return (bits & sign) != 0 ? -magnitude : magnitude;
}

bool exact_in_float32(double number) {
  return std::isfinite(number) && static_cast<double>(static_cast<float>(number)) == number;
}

}  // namespace

FloatDistance float_distance(std::uint64_t before, std::uint64_t after, FloatFormat format) {
  FloatDistance distance;
  const bool before_nan = is_nan(before, format);
  const bool after_nan = is_nan(after, format);
  distance.same = before == after || (before_nan && after_nan);
  distance.finite = !before_nan && !after_nan && !is_infinite(before, format) && !is_infinite(after, format);
  if (distance.finite) {
    distance.ulps =
        std::fabs(static_cast<double>(position(before, format)) - static_cast<double>(position(after, format)));
    if (byte_width(format) == 8 && distance.ulps < 0x1p54) {  // small steps between large positions: exact integers
      const auto low = static_cast<std::uint64_t>(position(before, format));
      const auto high = static_cast<std::uint64_t>(position(after, format));
      distance.ulps = std::fabs(static_cast<double>(static_cast<std::int64_t>(high - low)));
    }
    distance.absolute = std::fabs(to_double(before, format) - to_double(after, format));
  }
  return distance;
}

FloatDistance float_distance(double before, double after) {
  if (exact_in_float32(before) && exact_in_float32(after)) {
    return float_distance(std::bit_cast<std::uint32_t>(static_cast<float>(before)),
                          std::bit_cast<std::uint32_t>(static_cast<float>(after)), FloatFormat::float32);
  }
  return float_distance(std::bit_cast<std::uint64_t>(before), std::bit_cast<std::uint64_t>(after),
                        FloatFormat::float64);
}

}  // namespace tfh
