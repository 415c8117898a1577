// Ids of groups and patterns that stay the same from run to run.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>

namespace tfh {

// Ten hexadecimal digits of FNV-1a, 64 bits.
inline std::string stable_id(const std::string& text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char character : text) {
    hash ^= static_cast<unsigned char>(character);
    hash *= 0x100000001b3;
  }
  return fmt::format("{:016x}", hash).substr(0, 10);
}

}  // namespace tfh
