// Which member of a wheel goes where (binary distribution format, PyPA), and which wheels are refused. Pure.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/store/zip_directory.h"

namespace tfh {

struct PlacedMember {
  std::size_t index = 0;         // in the archive's directory
  std::filesystem::path target;  // below unpacked/<sha256>/: "purelib/pkg/module.py"
  bool executable = false;
};

struct WheelPlan {
  std::string dist_info;              // "tensorflow-2.4.0.dist-info"
  std::vector<PlacedMember> members;  // files only, largest first
};

// Empty when the name is safe, else why it is not: absolute, `..`, `.`, empty parts, backslashes,
// NUL and other control characters, not UTF-8, longer than a file system takes.
std::string unsafe_name(std::string_view name);

// Where a member of the wheel with this .dist-info folder goes, below unpacked/<sha256>/; empty: nowhere.
std::filesystem::path member_target(const std::string& name, const std::string& dist_info);

// `archive_size` in bytes. Errors: an unsafe name, a link or device, two members for one place or a file where another
// needs a folder, more than 200,000 members, more than 32 GiB inflated, inflating to more than 200 times the archive
// (a bomb), no or several .dist-info folders.
Result<WheelPlan> plan_wheel(const std::vector<ZipMember>& members, std::uint64_t archive_size);

}  // namespace tfh
