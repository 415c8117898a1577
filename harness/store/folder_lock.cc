#include "harness/store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace tfh {

namespace {

// False: someone else has the lock.
Result<bool> lock(const Descriptor& file, int operation) {
  while (::flock(file.get(), operation) != 0) {
    if (errno == EINTR) continue;
    if (errno == EWOULDBLOCK) return false;
    if (errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS) break;
    return std::unexpected(disk_error("locking a name in the store", errno));
  }
  return true;
}

// A closed descriptor: someone else has the lock.
Result<Descriptor> lock_file(const StoreLayout& layout, const std::string& name, int operation) {
  TRY(create_folders(layout.lock_files()));
  Descriptor file = TRY(open_file(layout.lock_files() / name, O_RDWR | O_CREAT));
  return TRY(lock(file, operation)) ? std::move(file) : Descriptor();
}

}  // namespace

Result<FolderLock> FolderLock::take(const StoreLayout& layout, const std::string& name) {
  return FolderLock(TRY(lock_file(layout, name, LOCK_EX)));
}

Result<FolderLock> FolderLock::share(const StoreLayout& layout, const std::string& name) {
  return FolderLock(TRY(lock_file(layout, name, LOCK_SH)));
}

Result<void> FolderLock::share_again() {
  if (const auto locked = lock(file_, LOCK_SH); !locked) return std::unexpected(locked.error());
  return {};
}

bool FolderLock::try_alone() {
  if (lock(file_, LOCK_EX | LOCK_NB).value_or(false)) return true;
  ::flock(file_.get(), LOCK_SH | LOCK_NB);  // a conversion that fails has lost the lock, says flock(2)
  return false;
}

void FolderLock::let_go() {
  ::flock(file_.get(), LOCK_UN);
}

Result<std::optional<FolderLock>> FolderLock::try_take(const StoreLayout& layout, const std::string& name) {
  Descriptor file = TRY(lock_file(layout, name, LOCK_EX | LOCK_NB));
  if (!file.is_open()) return std::nullopt;
  return FolderLock(std::move(file));
}

}  // namespace tfh
