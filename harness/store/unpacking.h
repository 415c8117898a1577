// A wheel on its way into a folder of its own: planned, written by several threads, noted. Used by unpack.cc for wheels
// that are there, and by arriving_wheel.cc for those that still arrive.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/store/archive_bytes.h"
#include "harness/store/member_writer.h"
#include "harness/store/wheel_members.h"
#include "harness/store/zip_archive.h"
#include "harness/store/zip_directory.h"

namespace tfh {

class Unpacking {
 public:
  Unpacking(ArchiveBytes& archive, std::filesystem::path folder, Disk& disk)
      : archive_(archive), folder_(std::move(folder)), disk_(disk) {}

  // Refuses what is unsafe, checks that there is room, and makes the folders.
  Result<void> plan(std::vector<ZipMember> members);
  // Members are written in the order in which they arrive: those from `tail` on, then those before it. Otherwise the
  // largest are first, so that no thread is left alone with one at the end.
  void order_by_arrival(std::uint64_t tail);
  // `small_there` (may be empty) is called by one of the threads when all members but the largest are written.
  Result<void> write_members(unsigned threads, const std::function<void()>& small_there = {});
  Result<void> write_notes() const;

 private:
  Result<void> check_room() const;
  Result<void> make_folders() const;
  Result<void> write_some(const std::function<void()>& small_there);
  Result<void> write_member(ZipArchive& archive, MemberWriter::Tools& tools, const PlacedMember& placed);

  ArchiveBytes& archive_;
  const std::filesystem::path folder_;
  Disk& disk_;
  std::vector<ZipMember> members_;
  WheelPlan plan_;
  std::size_t largest_ = 0;  // in members_
  std::atomic<std::size_t> next_{0}, small_left_{0};
  std::mutex mutex_;
  std::optional<Error> failure_;  // the first one
};

}  // namespace tfh
