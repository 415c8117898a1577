// Making room in the store: what goes is chosen first (pure), then moved out of sight and removed.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "harness/store/inventory.h"

namespace tfh {

struct CleaningRequest {
  ReleaseNames releases = {};                     // "tensorflow==2.4.0": every prefix and loose wheel of these
  std::optional<std::chrono::hours> unused = {};  // what no run has used for so long
  std::optional<std::uint64_t> largest = {};      // then the longest unused, until the store has so many bytes
  bool everything = false;
};

struct Dropped {
  std::string name;         // for people: a release, a loose wheel, an unfinished download
  std::uint64_t bytes = 0;  // with all that goes along
};

struct Cleaning {
  std::vector<Dropped> dropped;
  std::vector<std::filesystem::path> places;  // folders that go
  std::uint64_t bytes = 0;                    // that become free
  ReleaseNames in_use = {};                   // releases that were asked for and stay
};

// Never what is pinned or in use. An archive's content goes with the last prefix that was made of it, or alone where no
// prefix was. Unfinished downloads and damaged files go by age and before anything else; interpreters and the
// resolver's cache only with everything, and no interpreter as long as some prefix is in use.
Cleaning choose_cleaning(const Inventory& inventory, const CleaningRequest& request, Moment now);

// Each place is renamed into this run's scratch folder and removed there: a run that is killed leaves nothing half.
Result<void> carry_out(const Cleaning& cleaning, const StoreLayout& layout, Disk& disk);

}  // namespace tfh
