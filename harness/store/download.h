// Wheels of releases into the store's wheels/, verified. Called by the download command and by provisioning.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/index/lock.h"
#include "harness/store/workshop.h"

namespace tfh {

struct FileDownload {
  LockedFile file;
  std::string project;  // normalised name; mirrors are asked for it
  // Called before the file is fetched, under its lock; not when it is there already. What is to be unpacked while it
  // arrives is watched from here (arriving_wheel.h).
  std::function<void(Transfer&)> prepare = {};
};

struct Downloaded {
  std::filesystem::path path;  // in the store
  Fetched fetched;             // bytes is 0 when it was there already
};

// One result for each file, in order; one failure does not stop the others. `arrived` (may be empty) is called from
// another thread as soon as a file is there or has failed, one call at a time.
std::vector<Result<Downloaded>> download_files(
    const std::vector<FileDownload>& files, const std::vector<std::string>& mirror_urls, Workshop& workshop,
    const std::function<void(std::size_t, const Result<Downloaded>&)>& arrived = {});

// Places a stored file under its own name in `directory`: a hard link, or a copy on another file system.
Result<std::filesystem::path> place_file(const std::filesystem::path& stored, const std::filesystem::path& directory,
                                         Workshop& workshop);

}  // namespace tfh
