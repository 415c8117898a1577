#include "harness/store/download.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <numeric>

#include "harness/base/file.h"
#include "harness/index/mirror_files.h"
#include "harness/store/folder_lock.h"

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

// The files that this call is to fetch, each held by a lock until it is there.
struct Claims {
  std::map<std::size_t, FolderLock> held;
  std::map<std::size_t, Error> failed;
};

// Another process may be fetching the same file: wait for it, then look again. Taken in the order of the hashes, so
// that two that want the same files never wait for each other.
Claims claim_missing(const std::vector<FileDownload>& files, const StoreLayout& layout) {
  std::vector<std::size_t> order(files.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::sort(order, {}, [&](std::size_t i) { return files[i].file.sha256; });
  Claims claims;
  for (const std::size_t i : order) {
    if (is_stored(files[i], layout)) continue;
    auto lock = FolderLock::take(layout, "wheel-" + files[i].file.sha256);
    if (!lock)
      claims.failed.emplace(i, lock.error());
    else if (!is_stored(files[i], layout))
      claims.held.emplace(i, std::move(*lock));
  }
  return claims;
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
  Claims claims = claim_missing(files, workshop.layout);
  std::vector<std::size_t> missing;
  std::vector<Transfer> transfers;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto failed = claims.failed.find(i);
    if (failed != claims.failed.end()) {
      settle(i, std::unexpected(failed->second));
    } else if (claims.held.contains(i)) {
      missing.push_back(i);
      transfers.push_back(transfer_of(files[i], mirror_urls, workshop));
    } else {
      settle(i, Downloaded{workshop.layout.wheel(files[i].file.sha256, files[i].file.filename), {}});
    }
  }
  if (transfers.empty()) return results;
  workshop.fetcher.fetch(transfers, [&](std::size_t j, const Result<Fetched>& fetched) {
    if (fetched)
      settle(missing[j], Downloaded{transfers[j].destination, *fetched});
    else
      settle(missing[j], std::unexpected(fetched.error()));
    claims.held.erase(missing[j]);
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
