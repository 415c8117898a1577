// The few system calls on files that fail in ways a person meets (disk full, no hard links), behind an interface so
// that tests can make them fail. Used by fetch/ and store/ for everything that is published by a rename.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace tfh {

class Disk {
 public:
  virtual ~Disk() = default;
  // Each as the system call of that name: -1 and errno on failure.
  virtual ssize_t write(int descriptor, const void* data, std::size_t size) = 0;
  virtual int sync(int descriptor) = 0;
  virtual int rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
  virtual int link(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
  // Bytes that this user may still write in the file system of `folder`; nullopt where that is not known.
  virtual std::optional<std::uint64_t> free_bytes(const std::filesystem::path& folder) = 0;
};

Disk& system_disk();

}  // namespace tfh
