#include "harness/store/download.h"

#include <optional>

#include "harness/base/file.h"
#include "harness/base/new_file.h"
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

// What a killed run left of the file's tail is used by whoever fetches it next.
std::optional<Tail> tail_of(const FileDownload& wanted, const StoreLayout& layout) {
  const LockedFile& file = wanted.file;
  const fs::path place = layout.tail(file.sha256);
  std::error_code error;
  if (file.size && (wanted.prepare || fs::exists(place, error))) return Tail{tail_offset(*file.size), place};
  fs::remove(place, error);
  return std::nullopt;
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
          layout.quarantine() / (file.sha256 + "-" + file.filename),
          tail_of(wanted, layout)};
}

// One call of download_files().
class DownloadRun {
 public:
  DownloadRun(const std::vector<FileDownload>& files, const std::vector<std::string>& mirror_urls, Workshop& workshop,
              const std::function<void(std::size_t, const Result<Downloaded>&)>& arrived)
      : files_(files), mirror_urls_(mirror_urls), workshop_(workshop), arrived_(arrived), results_(files.size()) {}

  // A file that someone else is fetching is waited for last, when no lock is held here any more: two runs that want
  // the same files in another order never wait for each other in a circle.
  std::vector<Result<Downloaded>> run() {
    std::vector<std::size_t> mine, elsewhere;
    std::vector<FolderLock> locks;
    for (std::size_t i = 0; i < files_.size(); ++i) {
      if (settle_if_stored(i)) continue;
      auto lock = FolderLock::try_take(workshop_.layout, lock_name(i));
      if (!lock) {
        settle(i, std::unexpected(lock.error()));
      } else if (!*lock) {
        elsewhere.push_back(i);
      } else if (!settle_if_stored(i)) {
        mine.push_back(i);
        locks.push_back(std::move(**lock));
      }
    }
    fetch(mine, std::move(locks));
    for (const std::size_t i : elsewhere) wait_for(i);
    return std::move(results_);
  }

 private:
  std::string lock_name(std::size_t i) const { return "wheel-" + files_[i].file.sha256; }

  void settle(std::size_t i, Result<Downloaded> result) {
    results_[i] = std::move(result);
    if (arrived_) arrived_(i, results_[i]);
  }

  bool settle_if_stored(std::size_t i) {
    if (!is_stored(files_[i], workshop_.layout)) return false;
    settle(i, Downloaded{workshop_.layout.wheel(files_[i].file.sha256, files_[i].file.filename), {}});
    return true;
  }

  void wait_for(std::size_t i) {
    auto lock = FolderLock::take(workshop_.layout, lock_name(i));
    if (!lock) return settle(i, std::unexpected(lock.error()));
    if (settle_if_stored(i)) return;  // usual: the other one has fetched it
    std::vector<FolderLock> locks;
    locks.push_back(std::move(*lock));
    fetch({i}, std::move(locks));
  }

  // Each lock is given back as soon as its file is there.
  void fetch(const std::vector<std::size_t>& wanted, std::vector<FolderLock> held) {
    if (wanted.empty()) return;
    std::vector<std::optional<FolderLock>> locks;
    for (FolderLock& lock : held) locks.emplace_back(std::move(lock));
    std::vector<Transfer> transfers;
    for (const std::size_t i : wanted) {
      Transfer& transfer = transfers.emplace_back(transfer_of(files_[i], mirror_urls_, workshop_));
      if (files_[i].prepare) files_[i].prepare(transfer);
    }
    workshop_.fetcher.fetch(transfers, [&](std::size_t j, const Result<Fetched>& fetched) {
      locks[j].reset();
      if (fetched)
        settle(wanted[j], Downloaded{transfers[j].destination, *fetched});
      else
        settle(wanted[j], std::unexpected(fetched.error()));
    });
  }

  const std::vector<FileDownload>& files_;
  const std::vector<std::string>& mirror_urls_;
  Workshop& workshop_;
  const std::function<void(std::size_t, const Result<Downloaded>&)>& arrived_;
  std::vector<Result<Downloaded>> results_;
};

}  // namespace

std::vector<Result<Downloaded>> download_files(
    const std::vector<FileDownload>& files, const std::vector<std::string>& mirror_urls, Workshop& workshop,
    const std::function<void(std::size_t, const Result<Downloaded>&)>& arrived) {
  DownloadRun run(files, mirror_urls, workshop, arrived);
  return run.run();
}

Result<fs::path> place_file(const fs::path& stored, const fs::path& directory, Workshop& workshop) {
  Disk& disk = workshop.disk;
  TRY(create_folders(directory));
  fs::path target = directory / stored.filename();
  NewFile file(target);
  const OutsideFile outside(workshop.layout, file.temporary());
  if (disk.link(stored, file.temporary()) != 0) {
    std::error_code error;
    fs::copy_file(stored, file.temporary(), error);
    if (error)
      return std::unexpected(
          disk_error("copying " + stored.filename().string() + " to " + directory.string(), error.value()));
  }
  TRY(file.publish(disk, true));
  return target;
}

}  // namespace tfh
