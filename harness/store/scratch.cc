#include "harness/store/scratch.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr auto kOwnerFile = "owner";

std::string own_name() {
  return "run-" + std::to_string(::getpid());
}

// A folder whose owner file nobody holds a lock on belongs to a run that is no more.
bool is_abandoned(const fs::path& folder) {
  auto file = open_file(folder / kOwnerFile, O_RDWR);
  return file && ::flock(file->get(), LOCK_EX | LOCK_NB) == 0;
}

void remove_abandoned(const fs::path& scratch) {
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(scratch, unreadable))
    if (is_abandoned(entry.path())) remove_folder(entry.path());
}

}  // namespace

void remove_folder(const fs::path& folder) {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  if (!fs::exists(folder, ignored)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder, ignored))
    if (entry.is_directory(ignored)) fs::permissions(entry, fs::perms::owner_all, fs::perm_options::add, ignored);
  fs::remove_all(folder, ignored);
}

Result<Scratch> Scratch::open(const StoreLayout& layout) {
  remove_abandoned(layout.scratch());
  const fs::path folder = layout.scratch() / own_name();
  // A namesake is a run of an earlier process with this number, in another PID namespace or just before its lock.
  remove_folder(folder);
  TRY(create_folders(folder));
  Descriptor lock = TRY(open_file(folder / kOwnerFile, O_RDWR | O_CREAT));
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
    return std::unexpected(disk_error("locking " + folder.string(), errno));
  return Scratch(folder, std::move(lock));
}

Scratch::~Scratch() {
  if (!folder_.empty()) remove_folder(folder_);
}

Result<fs::path> temporary_folder(const StoreLayout& layout, const std::string& what) {
  static std::atomic<unsigned> sequence{0};
  fs::path folder = layout.scratch() / own_name() / (what + "-" + std::to_string(sequence++));
  TRY(create_folders(folder));
  return folder;
}

}  // namespace tfh
