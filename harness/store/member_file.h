// The file that a member of an archive becomes; a large one is written past the page cache where that is faster.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string_view>

#include "harness/base/disk.h"
#include "harness/base/file.h"

namespace tfh {

// Bytes that go through the page cache are copied into pages that must be found first, and a virtual machine may have
// to ask its host for each of them: that can cost more than inflating the bytes did. So the blocks of a large file go
// to the disk as they are (O_DIRECT) as long as it takes them quickly. The rest goes in the usual way: on a slow disk,
// and where the file system does not know the other one.
class MemberFile {
 public:
  static constexpr std::uint64_t large = 16 << 20;  // bytes

  MemberFile(Disk& disk, std::filesystem::path path, std::uint64_t size)
      : disk_(disk), path_(std::move(path)), direct_(size >= large) {}

  const std::filesystem::path& path() const { return path_; }
  Result<void> open(unsigned mode);  // it must not be there yet
  Result<void> write(std::string_view bytes);
  Result<void> finish();  // writes what is left and closes it

 private:
  static constexpr std::size_t block_size = 4 << 20;
  struct Freed {
    void operator()(char* block) const { std::free(block); }
  };

  Result<void> write_block();  // a whole one
  Result<void> write_usually(std::string_view bytes);

  Disk& disk_;
  const std::filesystem::path path_;
  Descriptor file_;
  bool direct_;
  std::unique_ptr<char, Freed> block_;  // while direct
  std::size_t filled_ = 0;              // bytes of it
  std::uint64_t written_ = 0;           // bytes so far, past the page cache
  std::chrono::steady_clock::duration spent_{};
};

}  // namespace tfh
