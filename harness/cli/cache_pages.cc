#include "harness/cli/cache_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/base/clock.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

using std::chrono::hours;

std::string age_text(Moment used, Moment now) {
  const auto age = std::chrono::duration_cast<hours>(now - used);
  if (age < hours(1)) return "within the hour";
  if (age < hours(48)) return counted(static_cast<std::size_t>(age.count()), "hour") + " ago";
  return counted(static_cast<std::size_t>(age / hours(24)), "day") + " ago";
}

// The largest by name, the rest as a number.
std::string loose_archives_text(const Inventory& inventory) {
  constexpr std::size_t kNamed = 8;
  const std::set<std::string> used = inventory.archives_of_prefixes();
  std::vector<const StoredContent*> loose;
  for (const StoredContent& content : inventory.contents)
    if (!used.contains(content.sha256)) loose.push_back(&content);
  std::ranges::stable_sort(loose, std::greater(), &StoredContent::bytes);
  std::string text;
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < loose.size(); ++i) {
    rest += i < kNamed ? 0 : loose[i]->bytes();
    if (i >= kNamed) continue;
    const std::string name = loose[i]->filename.empty() ? loose[i]->sha256.substr(0, 12) : loose[i]->filename;
    text += fmt::format("{:<42} {:>10}  {}{}\n", "wheel that no prefix uses", size_text(loose[i]->bytes()), name,
                        loose[i]->pinned ? ", pinned" : "");
  }
  if (loose.size() > kNamed)
    text += fmt::format("{:<42} {:>10}\n", fmt::format("{} more of them", loose.size() - kNamed), size_text(rest));
  return text;
}

}  // namespace

nlohmann::json to_json(const Inventory& inventory) {
  nlohmann::json prefixes = nlohmann::json::array(), archives = nlohmann::json::array();
  for (const StoredPrefix& prefix : inventory.prefixes)
    prefixes.push_back({{"path", prefix.place},
                        {"release", prefix.release},
                        {"python", prefix.python},
                        {"packages", prefix.archives.size()},
                        {"bytes", inventory.bytes_with_contents(prefix)},
                        {"used", rfc3339(prefix.used)},
                        {"pinned", prefix.pinned},
                        {"in_use", prefix.in_use}});
  for (const StoredContent& content : inventory.contents)
    archives.push_back({{"sha256", content.sha256},
                        {"filename", content.filename},
                        {"bytes", content.bytes()},
                        {"used", rfc3339(content.used)},
                        {"pinned", content.pinned}});
  return {
      {"schema", "tfharness-cache/1"}, {"bytes", inventory.bytes()}, {"prefixes", prefixes}, {"archives", archives}};
}

std::string list_text(const Inventory& inventory, Moment now) {
  std::vector<const StoredPrefix*> prefixes;
  for (const StoredPrefix& prefix : inventory.prefixes) prefixes.push_back(&prefix);
  std::ranges::stable_sort(prefixes, std::greater(), &StoredPrefix::used);
  std::string text = fmt::format("{:<24} {:<8} {:>8} {:>10}  last used\n", "release", "python", "packages", "size");
  for (const StoredPrefix* prefix : prefixes)
    text += fmt::format("{:<24} {:<8} {:>8} {:>10}  {}{}\n", prefix->release.empty() ? "(unknown)" : prefix->release,
                        prefix->python, prefix->archives.size(), size_text(inventory.bytes_with_contents(*prefix)),
                        prefix->in_use ? "in use" : age_text(prefix->used, now), prefix->pinned ? ", pinned" : "");
  return text + loose_archives_text(inventory) + "Releases share some of their packages. In all " +
         size_text(inventory.bytes()) + ".\n";
}

std::string size_page(const Inventory& inventory, const StoreLayout& layout, Disk& disk) {
  std::uint64_t archives = 0, contents = 0, prefixes = 0;
  for (const StoredContent& content : inventory.contents) {
    archives += content.archive_bytes;
    contents += content.other_bytes;
  }
  for (const StoredPrefix& prefix : inventory.prefixes) prefixes += prefix.bytes;
  std::string text = layout.root().string() + "\n";
  const auto line = [&](const char* what, std::uint64_t bytes) {
    text += fmt::format("  {:<34} {:>10}\n", what, size_text(bytes));
  };
  line("wheels", archives);
  line("unpacked, byte-code, built", contents);
  line("prefixes, beyond what they share", prefixes);
  const auto others = [&](StoredOther::Kind kind, const char* what) {
    std::uint64_t bytes = 0;
    for (const StoredOther& other : inventory.others) bytes += other.kind == kind ? other.bytes : 0;
    line(what, bytes);
  };
  others(StoredOther::Kind::partial, "unfinished downloads");
  others(StoredOther::Kind::quarantined, "damaged files, put aside");
  others(StoredOther::Kind::interpreter, "interpreters");
  others(StoredOther::Kind::resolver_cache, "cache of the resolver");
  line("locks, records, tools", inventory.small_bytes);
  line("in all", inventory.bytes());
  if (const auto free = disk.free_bytes(layout.root())) line("free on this disk", *free);
  return text;
}

std::string cleaning_text(const Cleaning& cleaning, bool dry_run) {
  std::string text;
  for (const std::string& release : cleaning.in_use)
    text += fmt::format("Left, since another run is using it: {}\n", release);
  if (cleaning.places.empty()) return text + "There is nothing to remove.\n";
  for (const Dropped& dropped : cleaning.dropped)
    text += fmt::format("  {:>10}  {}\n", size_text(dropped.bytes), dropped.name);
  return text + fmt::format("{} {}, {}\n", dry_run ? "Would remove" : "Removed",
                            counted(cleaning.places.size(), "folder"), size_text(cleaning.bytes));
}

}  // namespace tfh
