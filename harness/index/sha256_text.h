// A sha256 as indexes and locks write it.
#pragma once

#include <string>

namespace tfh {

// Lower-case hex; empty when `text` is no sha256 (64 hex digits).
inline std::string sha256_text(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  const bool hex = text.find_first_not_of("0123456789abcdef") == std::string::npos;
  return text.size() == 64 && hex ? text : "";
}

}  // namespace tfh
