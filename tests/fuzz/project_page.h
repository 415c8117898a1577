// What holds for every index page that was accepted, in either form.
#pragma once

#include "harness/index/file_name.h"
#include "harness/index/project.h"
#include "tests/fuzz/property.h"

namespace tfh {

inline constexpr auto fuzzed_page_url = "https://index.example/simple/pkg/";

inline void require_sound(const ProjectPage& page) {
  for (const IndexFile& file : page.files) {
    require(is_file_name(file.filename), "a file's name is no path");
    require(file.sha256.empty() || file.sha256.size() == 64, "a sha256 has 64 digits");
  }
  const auto versions = versions_of(page);
  for (std::size_t i = 0; i + 1 < versions.size(); ++i) require(versions[i] < versions[i + 1], "versions ascend");
  for (const Version& version : versions) require(!files_of(page, version).empty(), "a version has a file");
}

}  // namespace tfh
