// One file with what a machine without a network needs to run some releases: their locks, their wheels, and the wheels
// that were built of source distributions. A plain tar archive (tar_file.h):
//   manifest.json    {"schema": "tfharness-bundle/1", "created": RFC3339, "subjects": [SUBJECT_ID],
//                     "files": [{"path", "sha256", "size"}]}; comes first
//   locks/NAME       as in the store: pylock.*.toml, and the files of each release (*.files.json)
//   wheels/<sha256>/<filename>, built/<sha256>-<tag>/<filename>
// Nothing in it names the machine that made it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/store/layout.h"

namespace tfh {

struct BundleContents {
  std::vector<std::string> subjects;      // SUBJECT_IDs
  std::set<std::filesystem::path> files;  // in the store, below its root
};

struct BundleSummary {
  std::vector<std::string> subjects;
  std::size_t files = 0;
  std::uint64_t bytes = 0;
};

// Writes the bundle under a temporary name beside `target` and renames it. `created`: RFC 3339.
Result<BundleSummary> write_bundle(const BundleContents& contents, const std::string& created,
                                   const std::filesystem::path& target, const StoreLayout& layout, Disk& disk);

// Puts everything into the store, or, when one file is damaged, missing, or not where a bundle's files may be, nothing.
// What is there already stays as it is.
Result<BundleSummary> read_bundle(const std::filesystem::path& bundle, const StoreLayout& layout, Disk& disk);

}  // namespace tfh
