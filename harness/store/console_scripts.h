// The programs that wheels declare as entry points (console_scripts), as small Python files in a prefix's bin/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"

namespace tfh {

struct ConsoleScript {
  std::string name, module, function;  // name = module:function
};

// Reads the [console_scripts] section of an entry_points.txt (entry points specification of PyPA).
std::vector<ConsoleScript> parse_entry_points(const std::string& text);

// One file for each script of each .dist-info in `site_packages`; they find their packages without PYTHONPATH.
Result<void> write_console_scripts(const std::filesystem::path& site_packages, const std::filesystem::path& scripts,
                                   const std::filesystem::path& python);

}  // namespace tfh
