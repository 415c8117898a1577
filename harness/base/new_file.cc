#include "harness/base/new_file.h"

#include <unistd.h>

#include <atomic>
#include <mutex>
#include <set>

#include "harness/base/file.h"

namespace tfh {

namespace {

std::mutex mutex;
std::set<std::filesystem::path> unpublished;  // under `mutex`

std::filesystem::path beside(std::filesystem::path place) {
  static std::atomic<unsigned> sequence{0};
  place += "." + std::to_string(::getpid()) + "-" + std::to_string(sequence++) + ".new";
  return place;
}

}  // namespace

NewFile::NewFile(std::filesystem::path place) : place_(std::move(place)), temporary_(beside(place_)) {
  const std::scoped_lock lock(mutex);
  unpublished.insert(temporary_);
}

NewFile::~NewFile() {
  const std::scoped_lock lock(mutex);
  if (unpublished.erase(temporary_) > 0) ::unlink(temporary_.c_str());
}

Result<void> NewFile::publish(Disk& disk, bool sync_content) {
  if (sync_content) TRY(sync_file(disk, temporary_));
  const std::scoped_lock lock(mutex);
  TRY(tfh::publish(disk, temporary_, place_, false));
  unpublished.erase(temporary_);
  return {};
}

void remove_new_files() {
  mutex.lock();  // for ever
  for (const auto& temporary : unpublished) ::unlink(temporary.c_str());
}

}  // namespace tfh
