// An index (PEP 503/691 simple repository) reached over HTTP, and where its address comes from.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/http.h"
#include "harness/base/process.h"
#include "harness/index/project.h"

namespace tfh {

struct MirrorPreset {
  std::string name;     // "tuna"
  std::string url;      // the simple index
  std::string serves;   // "html", "json" or both; upload times; completeness
  std::string located;  // "Tsinghua University, Beijing"
};
const std::vector<MirrorPreset>& mirror_presets();
// A preset by name, or a URL as it is. The error suggests the nearest names.
Result<std::string> mirror_url(const std::string& name_or_url);

// The index that pip on this machine uses: its configuration, else its own default, read from pip itself. Where
// `python` has no pip, python3 on PATH is asked. Takes 0.4 s unless PIP_INDEX_URL is set.
Result<std::string> default_index_url(const std::filesystem::path& python, ProcessRunner& runner);

// Asks for a project's page. An answer that is no index page (403, HTML of a login page) is an error that names the
// index that gave it; 404 says that the project is not there.
Result<ProjectPage> fetch_project(const std::string& index_url, const std::string& project, HttpClient& http);

}  // namespace tfh
