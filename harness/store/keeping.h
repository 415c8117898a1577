// Runs that fetch, test and discard: what came into the store with a run goes again when its subject is done, so that
// the store holds one release at a time.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/store/inventory.h"
#include "harness/store/layout.h"
#include "harness/store/room.h"
#include "harness/store/store_claim.h"

namespace tfh {

enum class Keep {
  all,
  wheels,    // prefixes and what was unpacked go: a prefix comes back from its wheels in seconds
  prefixes,  // archives go
  none
};

// The places to remove: of these contents and the prefixes made of them alone, what `keep` does not keep. Never what is
// in `before`, what is pinned or in use, or what a prefix that stays needs. Pure.
std::set<std::filesystem::path> places_to_discard(const Inventory& inventory, const std::set<std::string>& contents,
                                                  const std::set<std::filesystem::path>& before, Keep keep);

// All prefixes, archives and what was made of these.
std::set<std::filesystem::path> places_of(const Inventory& inventory);

class Keeping {
 public:
  // What is there now was not brought by this run and stays.
  Keeping(Keep keep, const StoreLayout& layout);

  bool keeps_all() const { return keep_ == Keep::all; }

  // Removes what was claimed in `room` and is not to be kept, and gives its room back. Nothing of it may be in use by
  // this run. False: nothing was removed, since another run is making something in the store and may need it.
  Result<bool> discard(Room& room, StoreClaim& claim, Disk& disk) const;

 private:
  Keep keep_;
  StoreLayout layout_;
  std::set<std::filesystem::path> before_;
};

}  // namespace tfh
