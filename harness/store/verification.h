// The store against the hashes that everything in it came with.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/base/progress.h"
#include "harness/store/inventory.h"
#include "harness/store/store_claim.h"

namespace tfh {

struct Damage {
  std::string what;   // "tensorflow-2.4.0-...whl", "unpacked tensorflow-2.4.0"
  std::string found;  // "its sha256 is ..., and should be ..."
  std::string done;   // "put aside in quarantine/", "removed: it is made again from its wheel"
};

struct Verification {
  std::size_t archives = 0, folders = 0, files = 0;  // looked at; files: those in folders
  std::uint64_t bytes = 0;                           // of the archives
  std::vector<Damage> damage;
  std::vector<std::string> notes;
};

// Hashes every archive of `contents` again, and compares what was unpacked with RECORD. A damaged archive is moved to
// quarantine/; a damaged folder is removed, and with it the prefixes that share its files: both come back from the
// archive. What another run may be using is left.
Result<Verification> verify_store(const Inventory& inventory, const std::vector<const StoredContent*>& contents,
                                  const StoreLayout& layout, StoreClaim& claim, Disk& disk, Progress& progress);

}  // namespace tfh
