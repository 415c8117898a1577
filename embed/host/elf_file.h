// What dlopen does not say well about a shared library: it reports a wrong architecture misleadingly and dies with
// SIGBUS on a truncated file.
#pragma once

#include <filesystem>

#include "harness/base/error.h"

namespace tfh::embed {

// An Error unless `library` is a whole shared ELF object for this machine (ELF header and program headers, gABI 4.1).
Result<void> check_elf_file(const std::filesystem::path& library);

}  // namespace tfh::embed
