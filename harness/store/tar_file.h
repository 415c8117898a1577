// Plain tar archives (POSIX.1-2017 pax interchange format): regular files only, read and written from front to back, so
// that a file of any size passes through once and can be hashed on its way. Any machine's tar lists and unpacks them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/base/file.h"

namespace tfh {

class TarWriter {
 public:
  // Replaces nothing: `path` is a name of the caller's own.
  static Result<TarWriter> create(const std::filesystem::path& path, Disk& disk);

  Result<void> add(const std::string& name, std::string_view content);
  Result<void> add_file(const std::string& name, const std::filesystem::path& file);
  Result<void> finish();  // the end of the archive, synced

 private:
  TarWriter(std::filesystem::path path, Descriptor file, Disk& disk)
      : path_(std::move(path)), file_(std::move(file)), disk_(&disk) {}
  Result<void> write(std::string_view bytes);
  Result<void> begin(const std::string& name, std::uint64_t size);
  Result<void> pad(std::uint64_t size);

  std::filesystem::path path_;
  Descriptor file_;
  Disk* disk_;
};

struct TarMember {
  std::string name;
  std::uint64_t size = 0;
};

class TarReader {
 public:
  static Result<TarReader> open(const std::filesystem::path& path);

  // The next regular file; nullopt: the end of the archive. Errors: a damaged header, anything that is no regular file.
  Result<std::optional<TarMember>> next();
  // The content of the file that next() gave, in pieces. Called once for each.
  Result<void> read(const std::function<Result<void>(std::string_view)>& sink);

 private:
  TarReader(std::filesystem::path path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}
  Result<void> read_exactly(char* into, std::size_t size);
  Result<std::optional<TarMember>> read_header(char& type);
  std::unexpected<Error> damaged(const std::string& what) const;

  std::filesystem::path path_;
  Descriptor file_;
  std::uint64_t left_ = 0;  // bytes of the current file, then its padding
};

}  // namespace tfh
