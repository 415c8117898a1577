// A disk on which the calls that a test names fail; everything else goes to the real one.
#pragma once

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <optional>
#include <vector>

#include "harness/base/disk.h"

namespace tfh {

enum class DiskCall { write, sync, rename, link };

// The call number `first` of its kind (0 is the first one) fails with `error`; with `lasting` all later ones, too.
struct DiskFailure {
  DiskCall call = DiskCall::write;
  std::uint64_t first = 0;
  int error = EIO;
  bool lasting = false;
};

class FaultyDisk : public Disk {
 public:
  std::atomic<std::uint64_t> room{UINT64_MAX};        // bytes that can be written before ENOSPC
  std::atomic<bool> renames_fail{false};              // EROFS
  std::atomic<int> link_error{0};                     // errno of every link()
  std::optional<std::uint64_t> told_free;             // answer of free_bytes()
  std::vector<DiskFailure> failures;                  // set before the first call
  std::atomic<std::uint64_t> calls_left{UINT64_MAX};  // until this process kills itself, as from outside
  bool skips_sync = false;                            // for many runs: no test can notice, save by a power failure
  bool writes_halves = false;                         // of more than one byte, as write(2) may

  ssize_t write(int descriptor, const void* data, std::size_t size) override {
    if (fails(DiskCall::write)) return -1;
    if (room < size) {
      errno = ENOSPC;
      return -1;
    }
    if (writes_halves && size > 1) size /= 2;
    room -= size;
    return system_disk().write(descriptor, data, size);
  }
  int sync(int descriptor) override {
    if (fails(DiskCall::sync)) return -1;
    return skips_sync ? 0 : system_disk().sync(descriptor);
  }
  int rename(const std::filesystem::path& from, const std::filesystem::path& to) override {
    if (fails(DiskCall::rename)) return -1;
    if (!renames_fail) return system_disk().rename(from, to);
    errno = EROFS;
    return -1;
  }
  int link(const std::filesystem::path& from, const std::filesystem::path& to) override {
    if (fails(DiskCall::link)) return -1;
    if (link_error == 0) return system_disk().link(from, to);
    errno = link_error;
    return -1;
  }
  std::optional<std::uint64_t> free_bytes(const std::filesystem::path& folder) override {
    return told_free ? told_free : system_disk().free_bytes(folder);
  }

 private:
  bool fails(DiskCall call) {
    if (calls_left-- == 0) ::kill(::getpid(), SIGKILL);
    const std::uint64_t number = numbers_[static_cast<std::size_t>(call)]++;
    const auto failure = std::ranges::find_if(failures, [&](const DiskFailure& one) {
      return one.call == call && (one.lasting ? number >= one.first : number == one.first);
    });
    if (failure == failures.end()) return false;
    errno = failure->error;
    return true;
  }

  std::atomic<std::uint64_t> numbers_[4] = {};
};

}  // namespace tfh
