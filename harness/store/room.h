// Room in the store's file system, looked after before anything is fetched. One object serves all subjects of a
// command: what one of them will need is set aside, so that two that fit only one after the other are not both begun.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/index/lock.h"
#include "harness/store/layout.h"

namespace tfh {

class Room {
 public:
  Room(const StoreLayout& layout, Disk& disk) : layout_(layout), disk_(disk) {}

  // Sets aside what fetching and unpacking these will take, each content once however often it is claimed. `what` names
  // it in the error, which says what is needed, what is there, in which file system, and what to do. `cache_tag`: of
  // the interpreter, since what is built for it needs no archive.
  Result<void> claim(const std::string& what, const std::vector<LockedPackage>& packages, const std::string& cache_tag);

  // sha256 of everything claimed and not given back, whether or not it took room.
  std::set<std::string> claimed() const;
  void give_back(const std::set<std::string>& contents);

 private:
  StoreLayout layout_;
  Disk& disk_;
  mutable std::mutex mutex_;
  std::optional<std::uint64_t> free_at_first_;
  std::map<std::string, std::uint64_t> claims_;  // bytes by sha256
};

// Whether nothing has to be fetched for this package: its archive, or what was made of it, is in the store.
bool is_in_store(const LockedPackage& package, const std::string& cache_tag, const StoreLayout& layout);

}  // namespace tfh
