#include "embed/host/elf_file.h"

#include <elf.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

namespace tfh::embed {
namespace {

#if defined(__x86_64__)
constexpr unsigned this_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr unsigned this_machine = EM_AARCH64;
#else
#error "name the ELF machine number of this architecture"
#endif

template <class Struct>
bool read_at(std::ifstream& file, std::uint64_t offset, Struct& into) {
  file.seekg(static_cast<std::streamoff>(offset));
  return static_cast<bool>(file.read(reinterpret_cast<char*>(&into), sizeof into));
}

}  // namespace

Result<void> check_elf_file(const std::filesystem::path& library) {
  const std::string doing = "loading " + library.string();
  std::ifstream file(library, std::ios::binary);
  if (!file) return fail(doing, errno_text(errno));
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(library, error);
  Elf64_Ehdr header{};
  if (!read_at(file, 0, header)) return fail(doing, "the file is truncated", "reinstall this Python");
  if (std::memcmp(header.e_ident, ELFMAG, SELFMAG) != 0)
    return fail(doing, "it is not a shared library", "check the interpreter's installation");
  if (header.e_ident[EI_CLASS] != ELFCLASS64 || header.e_machine != this_machine)
    return fail(doing, "it is built for another machine (ELF machine " + std::to_string(header.e_machine) + ")",
                "use an interpreter built for this machine");
  for (unsigned i = 0; i < header.e_phnum; ++i) {
    Elf64_Phdr segment{};
    if (!read_at(file, header.e_phoff + std::uint64_t{i} * header.e_phentsize, segment) ||
        (segment.p_type == PT_LOAD && segment.p_offset + segment.p_filesz > size))
      return fail(doing, "the file is truncated: it has " + std::to_string(size) + " bytes", "reinstall this Python");
  }
  return {};
}

}  // namespace tfh::embed
