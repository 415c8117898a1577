// Where the programs lie that this command starts.
#pragma once

#include <filesystem>

#include "harness/base/error.h"

namespace tfh {

// The worker executable and the shared object with the checks: beside this executable, or installed in libexec.
struct Programs {
  std::filesystem::path worker;
  std::filesystem::path suites;
};
Result<Programs> find_programs();

}  // namespace tfh
