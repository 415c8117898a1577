#include "harness/store/scratch.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "harness/store/folder_lock.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr auto kOwnerFile = "owner";

std::string own_name() {
  return "run-" + std::to_string(::getpid());
}

// A folder whose owner file nobody holds a lock on belongs to a run that is no more; one without such a file to a run
// that was stopped while it made or removed it.
bool is_abandoned(const fs::path& folder) {
  std::error_code unreadable;
  if (!fs::exists(folder / kOwnerFile, unreadable)) return !unreadable;
  auto file = open_file(folder / kOwnerFile, O_RDWR);
  return file && ::flock(file->get(), LOCK_EX | LOCK_NB) == 0;
}

void remove_abandoned(const fs::path& scratch) {
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(scratch, unreadable))
    if (entry.is_directory(unreadable) && is_abandoned(entry.path())) remove_folder(entry.path());
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

fs::path Scratch::folder_of_this_process(const StoreLayout& layout) {
  return layout.scratch() / own_name();
}

Result<Scratch> Scratch::open(const StoreLayout& layout) {
  // Nobody else takes a folder that is being made for one without an owner.
  const FolderLock opening = TRY(FolderLock::take(layout, "scratch"));
  remove_abandoned(layout.scratch());
  const fs::path folder = folder_of_this_process(layout);
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
  fs::path folder = Scratch::folder_of_this_process(layout) / (what + "-" + std::to_string(sequence++));
  TRY(create_folders(folder));
  return folder;
}

}  // namespace tfh
