// What the store holds, and what of it may go. Reading looks at every file; choosing is pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/store/layout.h"
#include "harness/store/prefix_manifest.h"
#include "harness/store/release_names.h"

namespace tfh {

using Moment = std::chrono::system_clock::time_point;

struct StoredPrefix {
  std::filesystem::path place;
  std::string release;             // "tensorflow==2.4.0"; empty: not known
  std::string python;              // "3.8.18"; empty: not known
  std::set<std::string> archives;  // sha256 of what it was made of
  std::uint64_t bytes = 0;         // on disk, without what it shares with the contents
  Moment used;                     // by a run, the last time
  bool pinned = false;
  bool in_use = false;  // by another run, now; see StoreClaim::inventory
};

// What one archive brought: the wheel itself, its unpacked files, its byte-code, what was built from it.
struct StoredContent {
  std::string sha256;
  std::string filename;  // of the archive; empty: only what it brought is kept
  std::vector<std::filesystem::path> places;
  std::uint64_t archive_bytes = 0, other_bytes = 0;  // on disk
  Moment used;                                       // when the youngest of its places was made
  bool pinned = false;

  std::uint64_t bytes() const { return archive_bytes + other_bytes; }
  std::string release() const;  // "tensorflow==2.4.0", by the archive's name; empty: not a wheel's
};

// What is there for no release in particular.
struct StoredOther {
  enum class Kind { partial, quarantined, interpreter, resolver_cache };
  Kind kind = Kind::partial;
  std::filesystem::path place;
  std::uint64_t bytes = 0;  // on disk
  Moment used;              // when it was written last

  std::string name() const;                                                            // for people
  bool is_rest() const { return kind == Kind::partial || kind == Kind::quarantined; }  // of what went wrong
};

struct Inventory {
  std::vector<StoredPrefix> prefixes;
  std::vector<StoredContent> contents;
  std::vector<StoredOther> others;
  std::uint64_t small_bytes = 0;  // locks, records, tools

  std::uint64_t bytes() const;
  std::set<std::string> archives_of_prefixes() const;  // sha256 of all that some prefix was made of
  // Of a prefix with everything that it was made of, shared or not.
  std::uint64_t bytes_with_contents(const StoredPrefix& prefix) const;
};

enum class Weighing { files, nothing };  // nothing: all bytes are 0, and only folders are looked at

Inventory take_inventory(const StoreLayout& layout, Weighing weighing = Weighing::files);

// Releases that cleaning leaves alone: the file `pins` in the store, one "NAME==VERSION" a line.
Result<ReleaseNames> read_pins(const StoreLayout& layout);
Result<void> write_pins(const ReleaseNames& pins, const StoreLayout& layout);

}  // namespace tfh
