// An index (PEP 503/691 simple repository) reached over HTTP, and where its address comes from.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "harness/base/error.h"
#include "harness/base/http.h"
#include "harness/base/process.h"
#include "harness/index/project.h"

namespace tfh {

// The index that pip on this machine uses: its configuration, else its own default, read from pip itself. Where
// `python` has no pip, python3 on PATH is asked. Takes 0.4 s unless PIP_INDEX_URL is set.
Result<std::string> default_index_url(const std::filesystem::path& python, ProcessRunner& runner);

// Asks for a project's page. An answer that is no index page (403, HTML of a login page) is an error that names the
// index that gave it; 404 says that the project is not there. `deadline` as in HttpRequest.
Result<ProjectPage> fetch_project(const std::string& index_url, const std::string& project, HttpClient& http,
                                  std::optional<std::chrono::milliseconds> deadline = {});

}  // namespace tfh
