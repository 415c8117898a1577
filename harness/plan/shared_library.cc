#include "harness/plan/shared_library.h"

#include <elf.h>

#include <cstring>
#include <fstream>
#include <system_error>

namespace tfh {
namespace {

#if defined(__x86_64__)
constexpr unsigned own_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr unsigned own_machine = EM_AARCH64;
#else
#error "tfharness runs on Linux on x86-64 and AArch64"
#endif

}  // namespace

Result<void> check_shared_object(const std::filesystem::path& file) {
  const std::string doing = "looking at " + file.string();
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) return fail(doing, error.message());
  Elf64_Ehdr header{};
  std::ifstream stream(file, std::ios::binary);
  if (!stream.read(reinterpret_cast<char*>(&header), sizeof header))
    return fail(doing, "it is too short for a library");
  if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0) return fail(doing, "it is not an ELF file");
  if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_machine != own_machine)
    return fail(doing, "it was built for another machine");
  if (header.e_type != ET_DYN) return fail(doing, "it is not a shared object");
  // Linkers put the section headers last, so a file that was cut short lacks them.
  const std::uint64_t needed = header.e_shoff + std::uint64_t{header.e_shentsize} * header.e_shnum;
  if (size < needed) return fail(doing, "it is truncated");
  return {};
}

std::optional<std::filesystem::path> find_shared_library(PythonMinor python, const std::string& named,
                                                         const std::vector<std::filesystem::path>& folders) {
  std::vector<std::string> names;
  if (named.find(".so") != std::string::npos) names.push_back(named);
  for (const std::string flag : {"", "m"})  // 3.7 still carried the ABI flag of pymalloc
    for (const std::string suffix : {".so.1.0", ".so"}) names.push_back("libpython" + python.str() + flag + suffix);
  for (const std::filesystem::path& folder : folders)
    for (const std::string& name : names) {
      const std::filesystem::path file = folder / name;
      if (!folder.empty() && check_shared_object(file)) return std::filesystem::canonical(file);
    }
  return std::nullopt;
}

}  // namespace tfh
