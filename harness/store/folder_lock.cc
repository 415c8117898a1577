#include "harness/store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>

namespace tfh {

Result<FolderLock> FolderLock::take(const StoreLayout& layout, const std::string& name) {
  TRY(create_folders(layout.lock_files()));
  const auto path = layout.lock_files() / name;
  Descriptor file = TRY(open_file(path, O_RDWR | O_CREAT));
  while (::flock(file.get(), LOCK_EX) != 0)
    if (errno != EINTR) return std::unexpected(disk_error("locking " + path.string(), errno));
  return FolderLock(std::move(file));
}

}  // namespace tfh
