// How many bytes may come: of all transfers together, on average. Pure; libcurl's own limit counts each transfer for
// itself, and does not hold beside its limit for stalls.
#pragma once

#include <chrono>
#include <cstdint>

namespace tfh {

class RateLimit {
 public:
  using Time = std::chrono::steady_clock::time_point;

  explicit RateLimit(std::uint64_t bytes_per_second) : bytes_per_second_(bytes_per_second) {}  // 0: no limit

  // Whether anything may be taken now. A block is taken as a whole, and paid for by waiting after it.
  bool allows(Time now) const { return now >= free_at_; }
  void took(std::uint64_t bytes, Time now);
  Time free_at() const { return free_at_; }

 private:
  std::uint64_t bytes_per_second_;
  Time free_at_{};
};

}  // namespace tfh
