// Interpreters installed into the store's pythons/, by uv: nothing is written outside of it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/process.h"
#include "harness/base/progress.h"
#include "harness/store/layout.h"

namespace tfh {

struct PythonSource {
  std::string mirror;     // takes the place of uv's own download host; empty: that one
  std::string downloads;  // file or URL of the list of builds with their sha256 that uv takes instead of its own
};

struct InstalledPython {
  std::string key;  // "cpython-3.8.20-linux-x86_64-gnu"
  std::filesystem::path folder;
  std::string url;     // where it came from
  std::string sha256;  // that uv checked; empty: by uv's built-in list, which does not show it
  bool was_there = false;
};

// `version`: "3.8" (the newest patch release that uv knows) or "3.8.18". Safe against other processes. What is there
// already is not fetched again.
Result<InstalledPython> install_python(const std::string& version, const PythonSource& source,
                                       const std::filesystem::path& uv, const StoreLayout& layout,
                                       ProcessRunner& runner, Progress& progress);

}  // namespace tfh
