// Releases as a person names them on the command line, found in the store.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/store/inventory.h"

namespace tfh {

struct StoreSelection {
  std::vector<const StoredPrefix*> prefixes;
  std::vector<const StoredContent*> contents;

  std::vector<const StoredContent*> archives() const;  // contents that still have their archive
};

// "tensorflow==2.4.0" of every form a subject is written in.
Result<ReleaseNames> release_names(const std::vector<std::string>& written);

enum class Missing { is_an_error, is_fine };

// The prefixes of these releases with all that they were made of, and loose wheels of these; everything where none is
// named. Points into the inventory. The error names what the store does not hold.
Result<StoreSelection> select_releases(const Inventory& inventory, const std::vector<std::string>& written,
                                       Missing missing = Missing::is_an_error);

}  // namespace tfh
