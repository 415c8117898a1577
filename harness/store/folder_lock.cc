#include "harness/store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace tfh {

namespace {

// A closed descriptor: someone else has the lock.
Result<Descriptor> lock_file(const StoreLayout& layout, const std::string& name, int operation) {
  TRY(create_folders(layout.lock_files()));
  const auto path = layout.lock_files() / name;
  Descriptor file = TRY(open_file(path, O_RDWR | O_CREAT));
  while (::flock(file.get(), operation) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK) return Descriptor();
    if (errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS) break;
    return std::unexpected(disk_error("locking " + path.string(), errno));
  }
  return file;
}

}  // namespace

Result<FolderLock> FolderLock::take(const StoreLayout& layout, const std::string& name) {
  return FolderLock(TRY(lock_file(layout, name, LOCK_EX)));
}

Result<FolderLock> FolderLock::share_store(const StoreLayout& layout) {
  return FolderLock(TRY(lock_file(layout, "store", LOCK_SH)));
}

bool FolderLock::try_alone() {
  if (::flock(file_.get(), LOCK_EX | LOCK_NB) == 0) return true;
  if (errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS) return true;
  share_again();  // a conversion that fails has lost the lock, says flock(2)
  return false;
}

void FolderLock::share_again() {
  ::flock(file_.get(), LOCK_SH | LOCK_NB);
}

Result<std::optional<FolderLock>> FolderLock::try_take(const StoreLayout& layout, const std::string& name) {
  Descriptor file = TRY(lock_file(layout, name, LOCK_EX | LOCK_NB));
  if (!file.is_open()) return std::nullopt;
  return FolderLock(std::move(file));
}

}  // namespace tfh
