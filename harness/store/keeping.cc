#include "harness/store/keeping.h"

#include <algorithm>

#include "harness/store/cleaning.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// wheels/ holds archives, built/ the wheels made of source distributions; the rest can be made of them again.
bool is_archive(const fs::path& place) {
  const fs::path folder = place.parent_path().filename();
  return folder == "wheels" || folder == "built";
}

bool goes(const fs::path& place, Keep keep) {
  switch (keep) {
    case Keep::all:
      return false;
    case Keep::wheels:
      return !is_archive(place);
    case Keep::prefixes:
      return is_archive(place);
    case Keep::none:
      return true;
  }
  return false;
}

}  // namespace

std::set<fs::path> places_of(const Inventory& inventory) {
  std::set<fs::path> places;
  for (const StoredPrefix& prefix : inventory.prefixes) places.insert(prefix.place);
  for (const StoredContent& content : inventory.contents) places.insert(content.places.begin(), content.places.end());
  return places;
}

std::set<fs::path> places_to_discard(const Inventory& inventory, const std::set<std::string>& contents,
                                     const std::set<fs::path>& before, Keep keep) {
  std::set<fs::path> places;
  std::set<std::string> needed;  // by prefixes that stay although they would go
  for (const StoredPrefix& prefix : inventory.prefixes) {
    if (!goes(prefix.place, keep)) continue;
    if (!prefix.pinned && !prefix.in_use && !before.contains(prefix.place) &&
        std::ranges::includes(contents, prefix.archives))
      places.insert(prefix.place);
    else
      needed.insert(prefix.archives.begin(), prefix.archives.end());
  }
  for (const StoredContent& content : inventory.contents) {
    if (!contents.contains(content.sha256) || content.pinned || needed.contains(content.sha256)) continue;
    for (const fs::path& place : content.places)
      if (!before.contains(place) && goes(place, keep)) places.insert(place);
  }
  return places;
}

Keeping::Keeping(Keep keep, const StoreLayout& layout) : keep_(keep), layout_(layout) {
  if (!keeps_all()) before_ = places_of(take_inventory(layout_, Weighing::nothing));
}

Result<bool> Keeping::discard(Room& room, StoreClaim& claim, Disk& disk) const {
  const std::set<std::string> contents = room.claimed();
  if (keeps_all() || contents.empty()) return true;
  if (!claim.try_alone()) return false;
  const auto places = places_to_discard(claim.inventory(Weighing::nothing), contents, before_, keep_);
  const auto removed = carry_out({{}, {places.begin(), places.end()}, 0}, layout_, disk);
  claim.end_alone();
  if (!removed) return std::unexpected(removed.error());
  room.give_back(contents);
  return true;
}

}  // namespace tfh
