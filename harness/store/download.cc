#include "harness/store/download.h"

#include <cerrno>

#include "harness/base/file.h"
#include "harness/index/mirror_files.h"
#include "harness/store/folder_lock.h"
#include "harness/store/scratch.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

bool is_stored(const FileDownload& wanted, const StoreLayout& layout) {
  std::error_code error;
  return fs::exists(layout.wheel(wanted.file.sha256, wanted.file.filename), error);
}

Transfer transfer_of(const FileDownload& wanted, const std::vector<std::string>& mirror_urls, Workshop& workshop) {
  const StoreLayout& layout = workshop.layout;
  const LockedFile& file = wanted.file;
  return {file.filename,
          file_urls(file, wanted.project, mirror_urls, workshop.http, workshop.progress),
          file.sha256,
          file.size,
          layout.partial(file.sha256),
          layout.wheel(file.sha256, file.filename),
          layout.quarantine() / (file.sha256 + "-" + file.filename)};
}

}  // namespace

std::vector<Result<Downloaded>> download_files(
    const std::vector<FileDownload>& files, const std::vector<std::string>& mirror_urls, Workshop& workshop,
    const std::function<void(std::size_t, const Result<Downloaded>&)>& arrived) {
  std::vector<Result<Downloaded>> results(files.size());
  const auto settle = [&](std::size_t i, Result<Downloaded> result) {
    results[i] = std::move(result);
    if (arrived) arrived(i, results[i]);
  };
  std::vector<std::size_t> missing;
  std::vector<Transfer> transfers;
  std::vector<FolderLock> locks;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const fs::path place = workshop.layout.wheel(files[i].file.sha256, files[i].file.filename);
    if (!is_stored(files[i], workshop.layout)) {
      // Another process may be fetching the same file: wait for it, then look again.
      auto lock = FolderLock::take(workshop.layout, "wheel-" + files[i].file.sha256);
      if (!lock) {
        settle(i, std::unexpected(lock.error()));
        continue;
      }
      if (!is_stored(files[i], workshop.layout)) {
        locks.push_back(std::move(*lock));
        missing.push_back(i);
        transfers.push_back(transfer_of(files[i], mirror_urls, workshop));
        continue;
      }
    }
    settle(i, Downloaded{place, {}});
  }
  if (transfers.empty()) return results;
  workshop.fetcher.fetch(transfers, [&](std::size_t j, const Result<Fetched>& fetched) {
    if (fetched)
      settle(missing[j], Downloaded{transfers[j].destination, *fetched});
    else
      settle(missing[j], std::unexpected(fetched.error()));
  });
  return results;
}

Result<fs::path> place_file(const fs::path& stored, const fs::path& directory, Disk& disk) {
  TRY(create_folders(directory));
  const fs::path target = directory / stored.filename();
  fs::path temporary = target;
  temporary += ".new";
  std::error_code error;
  fs::remove(temporary, error);
  if (disk.link(stored, temporary) != 0) {
    fs::copy_file(stored, temporary, fs::copy_options::overwrite_existing, error);
    if (error) {
      fs::remove(temporary, error);
      return std::unexpected(disk_error("copying " + stored.filename().string() + " to " + directory.string(), errno));
    }
  }
  TRY(publish(disk, temporary, target, true));
  return target;
}

}  // namespace tfh
