// Text without what stands around it.
#pragma once

#include <string_view>

namespace tfh {

// Without the characters `outside` at both ends; spaces and tabs are what PEP 440 and PEP 508 allow around names. A
// view of the same text.
constexpr std::string_view trimmed(std::string_view text, std::string_view outside = " \t") {
  const auto first = text.find_first_not_of(outside);
  return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(outside) - first + 1);
}

}  // namespace tfh
