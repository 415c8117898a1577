// What one run holds of the store: all of it while something is made there, later only the prefixes that it works with,
// so that others can clean the rest meanwhile. Thread-safe.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "harness/store/folder_lock.h"
#include "harness/store/inventory.h"

namespace tfh {

class StoreClaim {
 public:
  using Hold = std::shared_ptr<const void>;  // as long as one is there, nobody else removes anything

  static Result<std::unique_ptr<StoreClaim>> open(const StoreLayout& layout);

  // Waits for who is cleaning. Not to outlive this.
  Result<Hold> hold();
  // This prefix is not removed by others until the run ends. Needs a hold, so that it is still there.
  Result<void> use(const std::filesystem::path& prefix);

  // Whether nobody else holds the store now; then nobody can until end_alone(). The holds of this run do not count.
  bool try_alone();
  void end_alone();
  // By another run. What is not in use while this run has the store alone stays so.
  bool is_used(const std::filesystem::path& prefix);
  // What the store holds now, with what is in use by other runs.
  Inventory inventory(Weighing weighing = Weighing::files);

 private:
  StoreClaim(const StoreLayout& layout, FolderLock store) : layout_(layout), store_(std::move(store)) {}
  void release();

  const StoreLayout layout_;
  std::mutex mutex_;
  FolderLock store_;
  int holds_ = 0;
  std::map<std::filesystem::path, FolderLock> prefixes_;
};

}  // namespace tfh
