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
// Files named *.pth in them are not processed. `site.USER_SITE` gets its name, as when an interpreter starts by itself.
void set_search_path(const std::vector<std::string>& folders);

// Imports it and returns the frame "imported" or "import_failed".
nlohmann::json import_framework(const ImportRequest& request);

}  // namespace tfh::embed
