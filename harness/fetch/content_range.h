// The part of a file that an answer carries.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tfh {

// A Content-Range header of a 206 answer: "bytes 5-9/10" (RFC 9110, 14.4).
struct ContentRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;              // inclusive
  std::optional<std::uint64_t> total;  // absent for "*"
};
std::optional<ContentRange> parse_content_range(std::string_view header);

}  // namespace tfh
