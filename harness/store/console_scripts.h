// The programs that wheels declare as entry points (console_scripts) or bring along, in a prefix's bin/.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/disk.h"
#include "harness/base/error.h"

namespace tfh {

struct ConsoleScript {
  std::string name, module, function;  // name = module:function
};

// Reads the [console_scripts] section of an entry_points.txt (entry points specification of PyPA).
std::vector<ConsoleScript> parse_entry_points(const std::string& text);

// A wheel's own scripts (its .data/scripts) into `scripts`: those that begin with #!python get the interpreter's path
// (binary distribution format, PyPA), the others are linked or copied as they are.
Result<void> place_scripts(const std::filesystem::path& unpacked_scripts, const std::filesystem::path& scripts,
                           const std::filesystem::path& python, Disk& disk);

// One file for each script of each .dist-info in `site_packages`; they find their packages without PYTHONPATH.
Result<void> write_console_scripts(const std::filesystem::path& site_packages, const std::filesystem::path& scripts,
                                   const std::filesystem::path& python, Disk& disk);

}  // namespace tfh
