// This process's environment, read once, and where its own programs lie.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "harness/base/error.h"

namespace tfh {

std::map<std::string, std::string> process_environment();

// The worker executable and the shared object with the checks: beside this executable, or installed in libexec.
struct Programs {
  std::filesystem::path worker;
  std::filesystem::path suites;
};
Result<Programs> find_programs();

}  // namespace tfh
