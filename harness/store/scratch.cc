#include "harness/store/scratch.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>

#include "harness/store/folder_lock.h"
#include "harness/store/volume.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr auto kOwnerFile = "owner";
constexpr auto kOutside = "outside-";  // symbolic links to temporary files that lie elsewhere

std::string host_name() {
  utsname names{};
  return ::uname(&names) == 0 ? names.nodename : "";
}

std::string own_host_prefix() {
  return "run-" + host_name() + "-";
}

// Process numbers repeat among machines, and among the containers of one that share a store.
std::string own_name() {
  struct stat process_numbers{};
  ::stat("/proc/self/ns/pid", &process_numbers);
  return own_host_prefix() + std::to_string(process_numbers.st_ino) + "-" + std::to_string(::getpid());
}

bool locks_are_seen(const fs::path& place) {
  return volume_of(place).sharing != Sharing::unsafe;
}

// A folder whose owner file nobody holds a lock on belongs to a run that is no more; one without such a file to a run
// that was stopped while it made or removed it. Where locks stay on their machine, those of others are left alone.
bool is_abandoned(const fs::path& folder) {
  std::error_code unreadable;
  if (!fs::exists(folder / kOwnerFile, unreadable)) return !unreadable && locks_are_seen(folder);
  auto file = open_file(folder / kOwnerFile, O_RDWR);
  if (!file || ::flock(file->get(), LOCK_EX | LOCK_NB) != 0) return false;
  return folder.filename().string().starts_with(own_host_prefix()) || locks_are_seen(folder);
}

void remove_outside_files(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::path& entry : entries_of(folder))
    if (entry.filename().string().starts_with(kOutside)) fs::remove(fs::read_symlink(entry, ignored), ignored);
}

void remove_abandoned(const fs::path& scratch) {
  for (const fs::path& folder : entries_of(scratch)) {
    std::error_code unreadable;
    if (fs::is_directory(folder, unreadable) && is_abandoned(folder)) {
      remove_outside_files(folder);
      remove_folder(folder);
    }
  }
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
  remove_folder(folder);  // a run of an earlier process with this number
  TRY(create_folders(folder));
  Descriptor lock = TRY(open_file(folder / kOwnerFile, O_RDWR | O_CREAT));
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
    return std::unexpected(disk_error("locking " + folder.string(), errno));
  return Scratch(folder, std::move(lock));
}

Scratch::~Scratch() {
  if (!folder_.empty()) remove_folder(folder_);
}

OutsideFile::OutsideFile(const StoreLayout& layout, const fs::path& temporary) {
  static std::atomic<unsigned> sequence{0};
  std::error_code without;  // an interruption is all that it is for
  const fs::path target = fs::absolute(temporary, without);
  reference_ = Scratch::folder_of_this_process(layout) / (kOutside + std::to_string(sequence++));
  fs::create_symlink(target, reference_, without);
}

OutsideFile::~OutsideFile() {
  std::error_code ignored;
  fs::remove(reference_, ignored);
}

Result<fs::path> temporary_folder(const StoreLayout& layout, const std::string& what) {
  static std::atomic<unsigned> sequence{0};
  fs::path folder = Scratch::folder_of_this_process(layout) / (what + "-" + std::to_string(sequence++));
  TRY(create_folders(folder));
  return folder;
}

}  // namespace tfh
