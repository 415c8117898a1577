#include "harness/fetch/rate_limit.h"

#include <algorithm>

namespace tfh {

namespace {
constexpr std::chrono::milliseconds kCatchUp{200};  // what late wake-ups may cost without lowering the average
}

void RateLimit::took(std::uint64_t bytes, Time now) {
  if (bytes_per_second_ == 0) return;
  const std::chrono::duration<double> cost(static_cast<double>(bytes) / static_cast<double>(bytes_per_second_));
  free_at_ = std::max(free_at_, now - kCatchUp) + std::chrono::duration_cast<std::chrono::nanoseconds>(cost);
}

}  // namespace tfh
