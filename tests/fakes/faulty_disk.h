// A disk on which the calls that a test names fail; everything else goes to the real one.
#pragma once

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <optional>

#include "harness/base/disk.h"

namespace tfh {

class FaultyDisk : public Disk {
 public:
  std::atomic<std::uint64_t> room{UINT64_MAX};  // bytes that can be written before ENOSPC
  std::atomic<bool> renames_fail{false};        // EROFS
  std::atomic<int> link_error{0};               // errno of every link()
  std::optional<std::uint64_t> told_free;       // answer of free_bytes()

  ssize_t write(int descriptor, const void* data, std::size_t size) override {
    if (room < size) {
      errno = ENOSPC;
      return -1;
    }
    room -= size;
    return system_disk().write(descriptor, data, size);
  }
  int sync(int descriptor) override { return system_disk().sync(descriptor); }
  int rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    if (!renames_fail) return system_disk().rename(from, to);
    errno = EROFS;
    return -1;
  }
  int link(const std::filesystem::path& from, const std::filesystem::path& to) override {
    if (link_error == 0) return system_disk().link(from, to);
    errno = link_error;
    return -1;
  }
  std::optional<std::uint64_t> free_bytes(const std::filesystem::path& folder) override {
    return told_free ? told_free : system_disk().free_bytes(folder);
  }
};

}  // namespace tfh
