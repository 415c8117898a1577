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

  // With all who share the name. Waits for who has it alone.
  static Result<FolderLock> share(const StoreLayout& layout, const std::string& name);
  Result<void> share_again();  // after try_alone() and let_go()
  // Whether nobody else shares the name now; then nobody can until this lock goes. When others do, it is shared as
  // before.
  bool try_alone();
  void let_go();

 private:
  explicit FolderLock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}  // namespace tfh
