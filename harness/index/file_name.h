// A distribution's file name as indexes and locks write it. It becomes a name in the store, so whoever writes it must
// not be able to name another place.
#pragma once

#include <string_view>

namespace tfh {

inline bool is_file_name(std::string_view name) {
  constexpr std::string_view separators("/\0", 2);
  return !name.empty() && name != "." && name != ".." && name.find_first_of(separators) == std::string_view::npos;
}

}  // namespace tfh
