// Files that are either whole or not there: open, write everything, sync, rename. Used by every stage that keeps
// something on disk.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "harness/base/disk.h"
#include "harness/base/error.h"

namespace tfh {

// An open file, closed when it goes.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();
  int get() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

// `flags` and `mode` as of open(2); O_CLOEXEC is always added.
Result<Descriptor> open_file(const std::filesystem::path& path, int flags, unsigned mode = 0644);

// Writes all of `data`. A full disk is named as such, with what to do.
Result<void> write_all(Disk& disk, int descriptor, std::string_view data, const std::filesystem::path& path);

Result<void> create_folders(const std::filesystem::path& folder);

Result<void> sync_file(Disk& disk, const std::filesystem::path& path);

// Makes `from` visible as `to`, for good: both are in one file system, and the folders' entries are synced.
// With `sync_content` the file (or folder entry) `from` is synced first.
Result<void> publish(Disk& disk, const std::filesystem::path& from, const std::filesystem::path& to, bool sync_content);

// Replaces `path` as one step: a reader sees the old content or the new one. Folders above are created. What is there
// and is no regular file (/dev/stdout) is written to in place.
Result<void> write_file(Disk& disk, const std::filesystem::path& path, std::string_view content);
// Whether write_file() could, as far as can be told without writing: a folder is in the way, or none can be made there.
Result<void> check_can_be_written(const std::filesystem::path& path);

// Held for steps of which none may be left without the next.
std::shared_lock<std::shared_timed_mutex> all_or_nothing();

// Waits until nobody holds all_or_nothing(), and lets nobody while it is held: for who is about to end the process.
// Without the lock when they take longer than `patience` (a disk that does not answer).
std::unique_lock<std::shared_timed_mutex> no_file_half_written(std::chrono::milliseconds patience);

// What is in a folder, sorted; nothing when it cannot be read.
std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

Result<std::string> read_file(const std::filesystem::path& path);

// The error for errno `number`: text, and the hint for a full disk, a read-only or forbidden place.
Error disk_error(std::string doing, int number);

}  // namespace tfh
