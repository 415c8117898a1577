#include "harness/store/shared_object.h"

#include <elf.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cstdint>
#include <cstring>

#include "harness/base/file.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// A file's bytes, read as they are looked at. What lies outside of it is not there.
class Bytes {
 public:
  explicit Bytes(const fs::path& path) {
    const auto file = open_file(path, O_RDONLY);
    struct stat status{};
    if (!file || ::fstat(file->get(), &status) != 0 || status.st_size == 0) return;
    void* mapped = ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, file->get(), 0);
    if (mapped == MAP_FAILED) return;
    data_ = static_cast<const char*>(mapped);
    size_ = static_cast<std::size_t>(status.st_size);
  }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  ~Bytes() {
    if (data_) ::munmap(const_cast<char*>(data_), size_);
  }

  template <class Struct>
  std::optional<Struct> at(std::uint64_t offset) const {
    Struct value{};
    if (offset > size_ || size_ - offset < sizeof value) return std::nullopt;
    std::memcpy(&value, data_ + offset, sizeof value);
    return value;
  }
  std::string text(std::uint64_t offset) const {
    return offset < size_ ? std::string(data_ + offset, ::strnlen(data_ + offset, size_ - offset)) : "";
  }

 private:
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

constexpr unsigned kMostEntries = 10'000;  // of any list; a damaged file must not keep this busy

class Reading {
 public:
  explicit Reading(const fs::path& path) : bytes_(path) {}

  std::optional<SharedObject> run() {
    const auto header = bytes_.at<Elf64_Ehdr>(0);
    if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0 || header->e_ident[EI_CLASS] != ELFCLASS64 ||
        header->e_machine != EM_X86_64)
      return std::nullopt;
    std::optional<Elf64_Phdr> dynamic;
    for (unsigned i = 0; i < header->e_phnum; ++i) {
      const auto segment = bytes_.at<Elf64_Phdr>(header->e_phoff + std::uint64_t{i} * header->e_phentsize);
      if (!segment) return std::nullopt;
      if (segment->p_type == PT_LOAD) loads_.push_back(*segment);
      if (segment->p_type == PT_DYNAMIC) dynamic = segment;
    }
    if (!dynamic) return std::nullopt;
    read_dynamic(dynamic->p_offset);
    for (const std::uint64_t name : needed_) object_.needed.push_back(string(name));
    for (const std::uint64_t name : paths_) add_folders(string(name));
    read_asked();
    read_defined();
    return std::move(object_);
  }

 private:
  // Where the byte that is loaded at `address` lies in the file; beyond its end when it is not loaded from there.
  std::uint64_t offset_of(std::uint64_t address) const {
    for (const Elf64_Phdr& load : loads_)
      if (address >= load.p_vaddr && address - load.p_vaddr < load.p_filesz)
        return address - load.p_vaddr + load.p_offset;
    return UINT64_MAX;
  }

  std::string string(std::uint64_t name) const {
    return strings_ > UINT64_MAX - name ? "" : bytes_.text(strings_ + name);
  }

  void read_dynamic(std::uint64_t offset) {
    for (unsigned i = 0; i < kMostEntries; ++i) {
      const auto entry = bytes_.at<Elf64_Dyn>(offset + i * sizeof(Elf64_Dyn));
      if (!entry || entry->d_tag == DT_NULL) return;
      if (entry->d_tag == DT_NEEDED) needed_.push_back(entry->d_un.d_val);
      if (entry->d_tag == DT_RUNPATH || entry->d_tag == DT_RPATH) paths_.push_back(entry->d_un.d_val);
      if (entry->d_tag == DT_STRTAB) strings_ = offset_of(entry->d_un.d_ptr);
      if (entry->d_tag == DT_VERNEED) asked_ = offset_of(entry->d_un.d_ptr);
      if (entry->d_tag == DT_VERDEF) defined_ = offset_of(entry->d_un.d_ptr);
    }
  }

  void add_folders(const std::string& path) {
    for (std::size_t begin = 0; begin <= path.size();) {
      const std::size_t end = std::min(path.find(':', begin), path.size());
      if (end > begin) object_.folders.push_back(path.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  void read_asked() {
    std::uint64_t at = asked_;
    for (unsigned i = 0; i < kMostEntries; ++i) {
      const auto library = bytes_.at<Elf64_Verneed>(at);
      if (!library) return;
      std::uint64_t version_at = at + library->vn_aux;
      for (unsigned j = 0; j < library->vn_cnt; ++j) {
        const auto version = bytes_.at<Elf64_Vernaux>(version_at);
        if (!version) return;
        // A weak one may be missing.
        if ((version->vna_flags & VER_FLG_WEAK) == 0)
          object_.versions[string(library->vn_file)].insert(string(version->vna_name));
        version_at += version->vna_next;
      }
      if (library->vn_next == 0) return;
      at += library->vn_next;
    }
  }

  void read_defined() {
    std::uint64_t at = defined_;
    for (unsigned i = 0; i < kMostEntries; ++i) {
      const auto version = bytes_.at<Elf64_Verdef>(at);
      if (!version) return;
      if (const auto name = bytes_.at<Elf64_Verdaux>(at + version->vd_aux))
        object_.defined.insert(string(name->vda_name));
      if (version->vd_next == 0) return;
      at += version->vd_next;
    }
  }

  Bytes bytes_;
  std::vector<Elf64_Phdr> loads_;
  std::vector<std::uint64_t> needed_, paths_;  // offsets of names in the table of strings
  std::uint64_t strings_ = UINT64_MAX, asked_ = UINT64_MAX, defined_ = UINT64_MAX;  // in the file; UINT64_MAX: none
  SharedObject object_;
};

}  // namespace

std::optional<SharedObject> read_shared_object(const fs::path& file) {
  return Reading(file).run();
}

}  // namespace tfh
