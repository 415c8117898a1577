// Finding the libpython that belongs to an interpreter. Files are looked at, since LDLIBRARY lies on conda-forge
// (it names the static library although the shared one is there).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/plan/version.h"

namespace tfh {

// Whether `file` can be loaded into this process: ELF, a shared object, of this machine, and whole. A truncated library
// kills the process that loads it with SIGBUS, and a foreign one gives a misleading message.
Result<void> check_shared_object(const std::filesystem::path& file);

// The first loadable libpython of `python` in `folders`; `named` is what the interpreter calls it (INSTSONAME).
std::optional<std::filesystem::path> find_shared_library(PythonMinor python, const std::string& named,
                                                         const std::vector<std::filesystem::path>& folders);

}  // namespace tfh
