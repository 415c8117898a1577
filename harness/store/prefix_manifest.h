// What a prefix was made of, in its own file `prefix.json`: {"schema": "tfharness-prefix/1", "project", "python",
// "packages": [{"name", "version", "sha256", "source": "wheel|sdist"}]}. For people who look at the store, and for
// cleaning it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/store/prefix.h"

namespace tfh {

struct PrefixManifest {
  std::string project;  // the one it was made for: "tensorflow"; empty: not known
  std::string python;   // "3.8.18"
  std::vector<InstalledPackage> packages;

  std::string release() const;  // "tensorflow==2.4.0"; empty: not known
};

Result<void> write_manifest(const PrefixManifest& manifest, const std::filesystem::path& prefix, Disk& disk);
// nullopt: there is none, or it cannot be read.
std::optional<PrefixManifest> read_manifest(const std::filesystem::path& prefix);

}  // namespace tfh
