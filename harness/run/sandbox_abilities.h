// What the sandbox of workers can do under this kernel and user, found out by applying it to a process of its own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/process.h"

namespace tfh {

struct SandboxAbilities {
  std::string network;               // "namespace", "no internet sockets" or "open"
  std::string files;                 // "landlock 7" or "open"
  std::vector<std::string> missing;  // what could not be applied, and why
};

Result<SandboxAbilities> sandbox_abilities(const std::filesystem::path& worker_program, ProcessRunner& runner);

}  // namespace tfh
