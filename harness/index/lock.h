// A lock: PEP 751 pylock.toml, read with toml++.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"

namespace tfh {

struct LockedFile {
  std::string filename;
  std::string url;
  std::string sha256;                 // lower-case hex, never empty
  std::optional<std::uint64_t> size;  // bytes
};

// One package of a lock, with the one file of it that the interpreter takes.
struct LockedPackage {
  std::string name;     // normalised
  std::string version;  // normalised
  LockedFile file;
  bool is_sdist = false;  // no wheel fits: `file` is the source distribution, to be built once
};

struct Lock {
  std::vector<LockedPackage> packages;  // by name
  std::string text;                     // the pylock.toml as it is, kept with the record
};

// Picks for each package its best wheel for `tags` (ranked, best first), else its source distribution.
Result<Lock> read_lock(std::string_view pylock_toml, const std::vector<std::string>& tags);

}  // namespace tfh
