// A file under a name of its own beside its place, until it is whole.
#pragma once

#include <filesystem>

#include "harness/base/disk.h"
#include "harness/base/error.h"

namespace tfh {

// Removes what is there when it is destroyed, unless it was published. The folder must exist; who owns this makes the
// file at temporary().
class NewFile {
 public:
  explicit NewFile(std::filesystem::path place);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  const std::filesystem::path& temporary() const { return temporary_; }

  // Replaces what is at the place, as publish() in file.h; with `sync_content` the file is synced first.
  Result<void> publish(Disk& disk, bool sync_content);

 private:
  const std::filesystem::path place_, temporary_;
};

// Removes all that are not published, and lets nobody begin or publish another one: for who is about to end the
// process.
void remove_new_files();

}  // namespace tfh
