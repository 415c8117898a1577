// The bytes of an archive: a file that is there, or one that still arrives (arriving_bytes.h).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "harness/base/error.h"
#include "harness/base/file.h"

namespace tfh {

class ArchiveBytes {
 public:
  virtual ~ArchiveBytes() = default;
  virtual std::uint64_t size() const = 0;
  // Fills `into` with the bytes from `offset` on. Called from several threads.
  virtual Result<void> read(std::uint64_t offset, std::span<char> into) = 0;

  // The same for small records.
  Result<std::string> record(std::uint64_t offset, std::uint64_t count);
};

class ArchiveFile : public ArchiveBytes {
 public:
  static Result<std::unique_ptr<ArchiveFile>> open(const std::filesystem::path& path);
  std::uint64_t size() const override { return size_; }
  Result<void> read(std::uint64_t offset, std::span<char> into) override;

 private:
  ArchiveFile(Descriptor file, std::uint64_t size) : file_(std::move(file)), size_(size) {}
  Descriptor file_;
  std::uint64_t size_;
};

// The error of an archive whose bytes are not as they must be.
std::unexpected<Error> refuse_archive(const std::string& what);

// Fills `into` from a file at `offset`; an error when the file ends before.
Result<void> read_at(const Descriptor& file, std::uint64_t offset, std::span<char> into);

}  // namespace tfh
