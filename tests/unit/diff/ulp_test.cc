#include "harness/diff/ulp.h"

#include <doctest/doctest.h>

#include <bit>
#include <limits>

using namespace tfh;

TEST_CASE("distances in each format") {
  struct Row {
    FloatFormat format;
    std::uint64_t before, after;
    double ulps;
    bool same;
  };
  const Row rows[] = {
      {FloatFormat::float16, 0x3c00, 0x3c01, 1, false},          // 1.0 and the next
      {FloatFormat::float16, 0x0001, 0x8001, 2, false},          // the smallest of both signs
      {FloatFormat::float16, 0x7c01, 0xfe00, 0, true},           // two NaN
      {FloatFormat::bfloat16, 0x3f80, 0x3f7f, 1, false},         // across a power of two
      {FloatFormat::float32, 0x00000000, 0x80000000, 0, false},  // zeros of both signs
      {FloatFormat::float32, 0x7f7fffff, 0xff7fffff, 2.0 * 0x7f7fffff, false},
      {FloatFormat::float64, 0x7fefffffffffffff, 0x7feffffffffffffe, 1, false},
      {FloatFormat::float64, 0x8000000000000003, 0x0000000000000004, 7, false},
      {FloatFormat::float64, 0x3ff0000000000000, 0x3ff0000000000000, 0, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    const FloatDistance distance = float_distance(row.before, row.after, row.format);
    CHECK(distance.ulps == row.ulps);
    CHECK(distance.same == row.same);
    CHECK(float_distance(row.after, row.before, row.format).ulps == row.ulps);
  }
}

TEST_CASE("an infinity is never near a number, a near zero may be in absolute terms") {
  CheckDeclaration wide;
  wide.ulps = 1e9;
  wide.absolute = 1e-6;
  CHECK_FALSE(float_distance(0x7f800000, 0x7f7fffff, FloatFormat::float32).inside(wide));
  CHECK_FALSE(float_distance(0x7fc00000, 0x3f800000, FloatFormat::float32).inside(wide));
  CheckDeclaration absolute;
  absolute.absolute = 1e-6;
  CHECK(float_distance(std::bit_cast<std::uint32_t>(1e-9f), std::bit_cast<std::uint32_t>(-1e-9f), FloatFormat::float32)
            .inside(absolute));
  CHECK_FALSE(
      float_distance(std::bit_cast<std::uint32_t>(1.0f), std::bit_cast<std::uint32_t>(1.00001f), FloatFormat::float32)
          .inside(absolute));
}

TEST_CASE("Python floats that are exact in float32 are measured there") {
  CHECK(float_distance(1.0, 1.0 + 0x1p-23).ulps == 1);
  CHECK(float_distance(0.1, 0.1 + 0x1p-56).ulps == 1);
  CHECK(float_distance(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()).same);
}
