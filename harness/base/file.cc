#include "harness/base/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "harness/base/new_file.h"

namespace tfh {

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

Error disk_error(std::string doing, int number) {
  std::string hint;
  if (number == ENOSPC || number == EDQUOT) hint = "free some space, or put the store elsewhere with TFHARNESS_HOME";
  if (number == EROFS || number == EACCES || number == EPERM)
    hint = "use a store that can be written, with TFHARNESS_HOME";
  return Error{std::move(doing), errno_text(number), hint};
}

Result<Descriptor> open_file(const std::filesystem::path& path, int flags, unsigned mode) {
  const int number = ::open(path.c_str(), flags | O_CLOEXEC, mode);
  if (number < 0) return std::unexpected(disk_error("opening " + path.string(), errno));
  return Descriptor(number);
}

Result<void> write_all(Disk& disk, int descriptor, std::string_view data, const std::filesystem::path& path) {
  while (!data.empty()) {
    const ssize_t written = disk.write(descriptor, data.data(), data.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return std::unexpected(disk_error("writing " + path.string(), errno));
    data.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<void> create_folders(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return std::unexpected(disk_error("creating " + folder.string(), error.value()));
  return {};
}

Result<void> sync_file(Disk& disk, const std::filesystem::path& path) {
  const Descriptor file = TRY(open_file(path, O_RDONLY));
  if (disk.sync(file.get()) != 0) return std::unexpected(disk_error("syncing " + path.string(), errno));
  return {};
}

Result<void> publish(Disk& disk, const std::filesystem::path& from, const std::filesystem::path& to,
                     bool sync_content) {
  if (sync_content) TRY(sync_file(disk, from));
  if (disk.rename(from, to) != 0)
    return std::unexpected(disk_error("renaming " + from.string() + " to " + to.string(), errno));
  return sync_file(disk, to.parent_path());
}

namespace {
std::shared_timed_mutex half_written;
}

std::shared_lock<std::shared_timed_mutex> all_or_nothing() {
  return std::shared_lock(half_written);
}

std::unique_lock<std::shared_timed_mutex> no_file_half_written(std::chrono::milliseconds patience) {
  return {half_written, patience};
}

Result<void> write_file(Disk& disk, const std::filesystem::path& name, std::string_view content) {
  std::error_code error;
  const std::filesystem::path path = std::filesystem::absolute(name, error);
  if (error) return std::unexpected(disk_error("writing " + name.string(), error.value()));
  // A pipe or device is written to; replacing it would take it away.
  if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error)) {
    const Descriptor file = TRY(open_file(path, O_WRONLY));
    return write_all(disk, file.get(), content, path);
  }
  TRY(create_folders(path.parent_path()));
  NewFile file(path);
  {
    const Descriptor opened = TRY(open_file(file.temporary(), O_WRONLY | O_CREAT | O_TRUNC));
    TRY(write_all(disk, opened.get(), content, file.temporary()));
  }
  return file.publish(disk, true);
}

Result<void> check_can_be_written(const std::filesystem::path& name) {
  const std::string doing = "writing " + name.string();
  std::error_code error;
  const std::filesystem::path path = std::filesystem::absolute(name, error);
  if (error) return std::unexpected(disk_error(doing, error.value()));
  if (path.filename().empty() || std::filesystem::is_directory(path, error)) return fail(doing, "it is a folder");
  if (std::filesystem::exists(path, error) && !std::filesystem::is_regular_file(path, error)) return {};
  std::filesystem::path folder = path.parent_path();
  while (!std::filesystem::exists(folder, error)) folder = folder.parent_path();
  if (!std::filesystem::is_directory(folder, error)) return fail(doing, folder.string() + " is not a folder");
  if (::access(folder.c_str(), W_OK | X_OK) != 0) return std::unexpected(disk_error(doing, errno));
  return {};
}

std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> entries;
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) entries.push_back(entry.path());
  std::ranges::sort(entries);
  return entries;
}

Result<std::string> read_file(const std::filesystem::path& path) {
  const std::ifstream file(path, std::ios::binary);
  if (!file) return std::unexpected(disk_error("reading " + path.string(), errno));
  std::ostringstream content;
  content << file.rdbuf();
  return std::move(content).str();
}

}  // namespace tfh
