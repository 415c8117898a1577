// The framework's import, timed, and what the harness is told about it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "embed/python/raised.h"

namespace tfh::embed {

struct ImportRequest {
  std::string framework;                 // module name
  std::vector<std::string> search_path;  // appended to the standard library's
};

ImportRequest parse_import_request(const nlohmann::json& message);

// sys.path becomes the standard library and these folders: no current folder, no site-packages of the interpreter.
// Files named *.pth in them are processed, as when an interpreter starts by itself: on Python 3.12 it is one of
// setuptools' that provides distutils, which the releases up to 2.16 import. `site.USER_SITE` gets its name, too.
void set_search_path(const std::vector<std::string>& folders);

// Imports it and returns the frame "imported" or "import_failed".
nlohmann::json import_framework(const ImportRequest& request);

}  // namespace tfh::embed
