#include "harness/store/cleaning.h"

#include <algorithm>

#include "harness/store/scratch.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// Marks prefixes and contents one after the other, and knows what that frees.
class Chooser {
 public:
  Chooser(const Inventory& inventory, const CleaningRequest& request, Moment now)
      : inventory_(inventory),
        request_(request),
        now_(now),
        made_of_(inventory.archives_of_prefixes()),
        all_bytes_(inventory.bytes()) {}

  Cleaning choose() {
    const auto prefixes = by_use(inventory_.prefixes);
    const auto contents = by_use(inventory_.contents);
    for (const StoredOther& other : inventory_.others)
      if (request_.everything ? !may_be_in_use(other) : other.is_rest() && is_old(other.used)) drop(other);
    for (const StoredPrefix* prefix : prefixes)
      if (asked_for(*prefix)) drop(*prefix);
    for (const StoredContent* content : contents)
      if (!made_of_.contains(content->sha256) && asked_for(*content)) drop_loose(*content);
    if (!request_.largest) return cleaning_;
    // What nobody uses goes before what somebody does.
    for (const StoredOther& other : inventory_.others)
      if (too_large() && other.is_rest()) drop(other);
    for (const StoredContent* content : contents)
      if (too_large() && !made_of_.contains(content->sha256)) drop_loose(*content);
    for (const StoredPrefix* prefix : prefixes)
      if (too_large()) drop(*prefix);
    return cleaning_;
  }

 private:
  // The longest unused first; never what is pinned.
  template <class Item>
  static std::vector<const Item*> by_use(const std::vector<Item>& items) {
    std::vector<const Item*> sorted;
    for (const Item& item : items)
      if (!item.pinned) sorted.push_back(&item);
    std::ranges::stable_sort(sorted, {}, &Item::used);
    return sorted;
  }

  // Whoever runs checks needs an interpreter.
  bool may_be_in_use(const StoredOther& other) const {
    return other.kind == StoredOther::Kind::interpreter &&
           std::ranges::any_of(inventory_.prefixes, &StoredPrefix::in_use);
  }

  bool too_large() const { return all_bytes_ - cleaning_.bytes > *request_.largest; }
  bool is_old(Moment used) const { return request_.unused && used + *request_.unused < now_; }

  bool asked_for(const StoredPrefix& prefix) const {
    return request_.everything || is_old(prefix.used) || request_.releases.contains(prefix.release);
  }
  bool asked_for(const StoredContent& content) const {
    return request_.everything || is_old(content.used) || request_.releases.contains(content.release());
  }

  void drop(const StoredPrefix& prefix) {
    if (prefix.in_use) {
      cleaning_.in_use.insert(prefix.release);
      return;
    }
    if (!dropped_.insert(prefix.place).second) return;
    const std::uint64_t before = cleaning_.bytes;
    cleaning_.places.push_back(prefix.place);
    cleaning_.bytes += prefix.bytes;
    for (const StoredContent& content : inventory_.contents)
      if (!content.pinned && prefix.archives.contains(content.sha256) && !is_needed(content)) drop(content);
    cleaning_.dropped.push_back(
        {prefix.release.empty() ? "prefix of an unknown release" : prefix.release, cleaning_.bytes - before});
  }

  void drop_loose(const StoredContent& content) {
    const std::uint64_t before = cleaning_.bytes;
    drop(content);
    if (cleaning_.bytes > before)
      cleaning_.dropped.push_back(
          {content.filename.empty() ? "content " + content.sha256.substr(0, 12) : content.filename,
           cleaning_.bytes - before});
  }

  void drop(const StoredOther& other) {
    if (!dropped_.insert(other.place).second) return;
    cleaning_.places.push_back(other.place);
    cleaning_.bytes += other.bytes;
    cleaning_.dropped.push_back({other.name(), other.bytes});
  }

  void drop(const StoredContent& content) {
    if (!dropped_.insert(content.places.front()).second) return;
    cleaning_.places.insert(cleaning_.places.end(), content.places.begin(), content.places.end());
    cleaning_.bytes += content.bytes();
  }

  bool is_needed(const StoredContent& content) const {
    return std::ranges::any_of(inventory_.prefixes, [&](const StoredPrefix& prefix) {
      return !dropped_.contains(prefix.place) && prefix.archives.contains(content.sha256);
    });
  }

  const Inventory& inventory_;
  const CleaningRequest& request_;
  const Moment now_;
  const std::set<std::string> made_of_;  // archives that some prefix uses
  const std::uint64_t all_bytes_;
  std::set<fs::path> dropped_;
  Cleaning cleaning_;
};

}  // namespace

Cleaning choose_cleaning(const Inventory& inventory, const CleaningRequest& request, Moment now) {
  return Chooser(inventory, request, now).choose();
}

Result<void> carry_out(const Cleaning& cleaning, const StoreLayout& layout, Disk& disk) {
  for (const fs::path& place : cleaning.places) {
    const fs::path out_of_sight = TRY(temporary_folder(layout, "removed"));
    if (disk.rename(place, out_of_sight / place.filename()) != 0)
      return std::unexpected(disk_error("removing " + place.string(), errno));
    remove_folder(out_of_sight);
  }
  return {};
}

}  // namespace tfh
