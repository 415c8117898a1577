// A wheel that is unpacked while it arrives. Its last sixth is fetched first: there are its directory and, in
// TensorFlow's, nearly all Python sources, behind one member that is most of the file. Then the rest comes, and each
// member is inflated and checked as soon as its bytes are there. Nothing is visible before the sha256 of the whole file
// is right.
//
// It only ever saves time: a server without ranges, a damaged wheel, a download that starts again or goes on where
// another one stopped, all end it or leave it without effect, and the wheel is unpacked when it is complete
// (unpack.h), which also tells what is wrong with it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>

#include "harness/base/error.h"
#include "harness/store/arriving_bytes.h"
#include "harness/store/download.h"
#include "harness/store/folder_lock.h"
#include "harness/store/unpack.h"
#include "harness/store/workshop.h"

namespace tfh {

class ArrivingWheel {
 public:
  // `small_there` (may be empty) is told the folder once all members but the largest are written. What is there is not
  // verified yet, and the folder may be renamed or removed meanwhile.
  explicit ArrivingWheel(Workshop& workshop, std::function<void(const std::filesystem::path&)> small_there = {})
      : workshop_(workshop), small_there_(std::move(small_there)) {}
  ArrivingWheel(const ArrivingWheel&) = delete;
  ArrivingWheel& operator=(const ArrivingWheel&) = delete;
  ~ArrivingWheel();

  static bool is_worth_it(const LockedFile& file, const Workshop& workshop);

  // For FileDownload::prepare. Nothing happens where somebody else has the content, or is unpacking it.
  void watch(Transfer& transfer);
  // When the transfer has put the wheel into its place, or has failed. Returns at once.
  void settled(bool verified);
  // Then. What was not unpacked meanwhile is unpacked now.
  Result<Unpacked> finish(const std::filesystem::path& wheel, const std::string& sha256);
  // After finish(): the folder that `small_there` was told is what was published.
  bool was_in_time() const { return in_time_; }

 private:
  void unpack_and_publish(FolderLock lock, const std::string& sha256, std::uint64_t tail);
  Result<void> unpack(std::uint64_t tail);

  Workshop& workshop_;
  const std::function<void(const std::filesystem::path&)> small_there_;
  std::shared_ptr<ArrivingBytes> bytes_;
  std::promise<bool> verdict_;  // the file is verified
  bool settled_ = false;
  std::filesystem::path folder_;
  bool in_time_ = false;
  std::thread thread_;
};

}  // namespace tfh
