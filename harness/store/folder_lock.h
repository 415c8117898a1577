// A claim on one name of the store, across threads and processes (flock(2)): two that want the same wheel or prefix
// wait for each other. Gone with the process, however it ends. Where the file system knows no locks (some
// network mounts) nobody waits: results are published by renames, so the worst case is work done twice.
#pragma once

#include <optional>
#include <string>

#include "harness/base/error.h"
#include "harness/base/file.h"
#include "harness/store/layout.h"

namespace tfh {

class FolderLock {
 public:
  // Waits until the name is free. `name` has no slashes: "unpacked-<sha256>".
  static Result<FolderLock> take(const StoreLayout& layout, const std::string& name);
  // nullopt: someone else has it.
  static Result<std::optional<FolderLock>> try_take(const StoreLayout& layout, const std::string& name);

  // The store as a whole: every run shares it, so that nothing is removed under it. Waits for who has it alone.
  static Result<FolderLock> share_store(const StoreLayout& layout);
  // Whether nobody else shares the store now; then nobody can until this lock goes.
  bool try_alone();
  void share_again();  // lets the others in

 private:
  explicit FolderLock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}  // namespace tfh
