// URLs, as far as fetching has to look into them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tfh {

// The URL without user name, password, query and fragment: what messages and records may hold.
std::string without_credentials(std::string_view url);

// A Content-Range header of a 206 answer: "bytes 5-9/10" (RFC 9110, 14.4).
struct ContentRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;              // inclusive
  std::optional<std::uint64_t> total;  // absent for "*"
};
std::optional<ContentRange> parse_content_range(std::string_view header);

}  // namespace tfh
