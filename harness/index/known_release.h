// The files of a release as an index once listed them, kept in the store: a published release does not change, and a
// run that has everything needs no network. Format: {"schema": "tfharness-release/1", "files": [...]}.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/index/project.h"

namespace tfh {

std::filesystem::path known_release_file(const std::filesystem::path& folder, const std::string& name,
                                         const std::string& version);

// However the version is written: 2.4 is 2.4.0. nullopt: not kept, or not readable, which counts as not kept.
std::optional<std::vector<IndexFile>> read_known_release(const std::filesystem::path& folder, const std::string& name,
                                                         const std::string& version);

Result<void> keep_known_release(const std::filesystem::path& folder, const std::string& name,
                                const std::string& version, const std::vector<IndexFile>& files);

}  // namespace tfh
