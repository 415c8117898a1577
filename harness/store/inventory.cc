#include "harness/store/inventory.h"

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "harness/base/file.h"
#include "harness/index/tags.h"
#include "harness/plan/subject.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kHashDigits = 64;

// Adds up files, each inode once over all calls: prefixes share theirs with what they were made of.
class Scale {
 public:
  explicit Scale(Weighing weighing) : weighing_(weighing) {}

  std::uint64_t weigh(const fs::path& place) {
    if (weighing_ == Weighing::nothing) return 0;
    std::uint64_t bytes = weigh_one(place);
    std::error_code error;
    for (fs::recursive_directory_iterator entry(place, error), end; !error && entry != end; entry.increment(error))
      bytes += weigh_one(entry->path());
    return bytes;
  }

 private:
  std::uint64_t weigh_one(const fs::path& path) {
    struct stat status{};
    if (::lstat(path.c_str(), &status) != 0) return 0;
    if (status.st_nlink > 1 && !S_ISDIR(status.st_mode) && !seen_.insert(status.st_ino).second) return 0;
    constexpr std::uint64_t kBlock = 512;  // POSIX: st_blocks counts these
    return static_cast<std::uint64_t>(status.st_blocks) * kBlock;
  }

  Weighing weighing_;
  std::set<ino_t> seen_;
};

Moment modified(const fs::path& place) {
  struct stat status{};
  if (::lstat(place.c_str(), &status) != 0) return {};
  return std::chrono::system_clock::from_time_t(status.st_mtim.tv_sec);
}

std::vector<StoredContent> read_contents(const StoreLayout& layout, Scale& scale) {
  std::map<std::string, StoredContent> contents;
  for (const char* folder : {"wheels", "unpacked", "bytecode", "built"})
    for (const fs::path& place : entries_of(layout.root() / folder)) {
      const std::string name = place.filename();
      if (name.size() < kHashDigits || name.ends_with(".partial")) continue;
      StoredContent& content = contents[name.substr(0, kHashDigits)];
      content.sha256 = name.substr(0, kHashDigits);
      content.places.push_back(place);
      content.used = std::max(content.used, modified(place));
      const bool archive = std::string(folder) == "wheels";
      (archive ? content.archive_bytes : content.other_bytes) += scale.weigh(place);
      if (const auto files = entries_of(place); archive && !files.empty()) content.filename = files.front().filename();
    }
  std::vector<StoredContent> list;
  for (auto& [sha256, content] : contents) list.push_back(std::move(content));
  return list;
}

std::vector<StoredPrefix> read_prefixes(const StoreLayout& layout, Scale& scale) {
  std::vector<StoredPrefix> prefixes;
  for (const fs::path& place : entries_of(layout.root() / "prefixes")) {
    StoredPrefix& prefix = prefixes.emplace_back();
    prefix.place = place;
    prefix.used = modified(place);
    prefix.bytes = scale.weigh(place);
    const auto manifest = read_manifest(place);
    if (!manifest) continue;
    prefix.release = manifest->release();
    prefix.python = manifest->python;
    for (const InstalledPackage& package : manifest->packages) prefix.archives.insert(package.sha256);
  }
  return prefixes;
}

std::vector<StoredOther> read_others(const StoreLayout& layout, Scale& scale) {
  using Kind = StoredOther::Kind;
  std::vector<StoredOther> others;
  const auto add = [&](Kind kind, const fs::path& place) {
    others.push_back({kind, place, scale.weigh(place), modified(place)});
  };
  for (const fs::path& place : entries_of(layout.root() / "wheels"))
    if (place.extension() == ".partial") add(Kind::partial, place);
  for (const fs::path& place : entries_of(layout.quarantine())) add(Kind::quarantined, place);
  // Links to the newest patch release have no room of their own.
  for (const fs::path& place : entries_of(layout.pythons()))
    if (!fs::is_symlink(place) && !place.filename().string().starts_with('.')) add(Kind::interpreter, place);
  std::error_code error;
  if (fs::exists(layout.uv_cache(), error)) add(Kind::resolver_cache, layout.uv_cache());
  return others;
}

// Pins hold prefixes, all that they were made of, and wheels of that release that no prefix uses.
void apply_pins(Inventory& inventory, const ReleaseNames& pins) {
  std::set<std::string> held;
  for (StoredPrefix& prefix : inventory.prefixes) {
    prefix.pinned = pins.contains(prefix.release);
    if (prefix.pinned) held.insert(prefix.archives.begin(), prefix.archives.end());
  }
  for (StoredContent& content : inventory.contents)
    content.pinned = held.contains(content.sha256) || pins.contains(content.release());
}

}  // namespace

std::string StoredContent::release() const {
  const auto wheel = WheelName::parse(filename);
  return wheel ? wheel->name + "==" + wheel->version : "";
}

std::set<std::string> Inventory::archives_of_prefixes() const {
  std::set<std::string> archives;
  for (const StoredPrefix& prefix : prefixes) archives.insert(prefix.archives.begin(), prefix.archives.end());
  return archives;
}

std::string StoredOther::name() const {
  switch (kind) {
    case Kind::partial:
      return "unfinished download " + place.stem().string().substr(0, 12);
    case Kind::quarantined:
      return "damaged " + place.filename().string();
    case Kind::interpreter:
      return "interpreter " + place.filename().string();
    case Kind::resolver_cache:
      return "cache of the resolver";
  }
  return place.filename();
}

std::uint64_t Inventory::bytes() const {
  std::uint64_t sum = small_bytes;
  for (const StoredOther& other : others) sum += other.bytes;
  for (const StoredPrefix& prefix : prefixes) sum += prefix.bytes;
  for (const StoredContent& content : contents) sum += content.bytes();
  return sum;
}

std::uint64_t Inventory::bytes_with_contents(const StoredPrefix& prefix) const {
  std::uint64_t sum = prefix.bytes;
  for (const StoredContent& content : contents)
    if (prefix.archives.contains(content.sha256)) sum += content.bytes();
  return sum;
}

Inventory take_inventory(const StoreLayout& layout, Weighing weighing) {
  Inventory inventory;
  Scale scale(weighing);
  inventory.contents = read_contents(layout, scale);
  inventory.prefixes = read_prefixes(layout, scale);
  inventory.others = read_others(layout, scale);
  for (const fs::path& folder : {layout.locks(), layout.records(), layout.tools()})
    inventory.small_bytes += scale.weigh(folder);
  apply_pins(inventory, read_pins(layout).value_or(ReleaseNames()));
  return inventory;
}

Result<ReleaseNames> read_pins(const StoreLayout& layout) {
  std::error_code absent;
  ReleaseNames pins;
  if (!fs::exists(layout.pins(), absent)) return pins;
  std::istringstream lines(TRY(read_file(layout.pins())));
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) pins.insert(line);
  return pins;
}

Result<void> write_pins(const ReleaseNames& pins, const StoreLayout& layout) {
  std::string text;
  for (const std::string& pin : pins) text += pin + "\n";
  return write_file(system_disk(), layout.pins(), text);
}

}  // namespace tfh
