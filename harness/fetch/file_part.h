// Bytes of a file that have arrived, kept on disk until the rest has: appended, read again, forgotten.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string_view>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/base/file.h"

namespace tfh {

class FilePart {
 public:
  FilePart(Disk& disk, std::filesystem::path path) : disk_(disk), path_(std::move(path)) {}
  FilePart(const FilePart&) = delete;
  FilePart& operator=(const FilePart&) = delete;
  ~FilePart();  // one without a byte is removed, any other stays for the next time

  const std::filesystem::path& path() const { return path_; }
  std::uint64_t size() const { return size_; }

  Result<void> open();    // continues what is there
  Result<void> create();  // in any case a new file
  // Everything from `offset` on, in pieces.
  Result<void> read(std::uint64_t offset, const std::function<Result<void>(std::string_view)>& sink) const;
  Result<void> append(std::string_view bytes);
  Result<void> clear();
  void remove();
  void close() { file_ = Descriptor(); }  // it stays, whatever it holds

 private:
  Disk& disk_;
  const std::filesystem::path path_;
  Descriptor file_;
  std::uint64_t size_ = 0;
};

}  // namespace tfh
