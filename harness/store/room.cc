#include "harness/store/room.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>

#include "harness/base/size_text.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// Wheels of TensorFlow inflate to 2.2 to 2.5 times their size, byte-code included; most others to more, and are small.
constexpr std::uint64_t kInflatedTenths = 25;

struct Need {
  std::size_t files = 0;  // to be fetched
  std::uint64_t fetched = 0, unpacked = 0;
  std::uint64_t bytes() const { return fetched + unpacked; }
  void add(const Need& other) {
    files += other.files;
    fetched += other.fetched;
    unpacked += other.unpacked;
  }
};

bool is_unpacked(const LockedPackage& package, const std::string& cache_tag, const StoreLayout& layout) {
  std::error_code error;
  const std::string& sha256 = package.file.sha256;
  return fs::exists(package.is_sdist ? layout.built(sha256, cache_tag) : layout.unpacked(sha256), error);
}

Need need_of(const LockedPackage& package, const std::string& cache_tag, const StoreLayout& layout) {
  if (is_unpacked(package, cache_tag, layout)) return {};
  const std::uint64_t size = package.file.size.value_or(0);
  Need need;
  need.unpacked = size * kInflatedTenths / 10;
  if (is_in_store(package, cache_tag, layout)) return need;
  std::uint64_t begun = 0;
  for (const fs::path& part : {layout.partial(package.file.sha256), layout.tail(package.file.sha256)}) {
    std::error_code absent;
    const std::uintmax_t there = fs::file_size(part, absent);
    if (!absent) begun += there;
  }
  need.files = 1;
  need.fetched = size - std::min(begun, size);
  return need;
}

// Where the file system of `folder`, or of the nearest folder above it that exists, is mounted.
fs::path mount_point(fs::path folder) {
  struct stat here{}, above{};
  while (::stat(folder.c_str(), &here) != 0 && folder != folder.root_path()) folder = folder.parent_path();
  while (folder != folder.root_path() && ::stat(folder.parent_path().c_str(), &above) == 0 &&
         above.st_dev == here.st_dev)
    folder = folder.parent_path();
  return folder;
}

}  // namespace

bool is_in_store(const LockedPackage& package, const std::string& cache_tag, const StoreLayout& layout) {
  std::error_code error;
  return is_unpacked(package, cache_tag, layout) ||
         fs::exists(layout.wheel(package.file.sha256, package.file.filename), error);
}

Result<void> Room::claim(const std::string& what, const std::vector<LockedPackage>& packages,
                         const std::string& cache_tag) {
  const std::lock_guard lock(mutex_);
  std::map<std::string, std::uint64_t> wanted;
  Need need;
  for (const LockedPackage& package : packages) {
    if (claims_.contains(package.file.sha256)) continue;
    const Need one = need_of(package, cache_tag, layout_);
    wanted[package.file.sha256] = one.bytes();
    need.add(one);
  }
  const fs::path place = mount_point(layout_.root());
  const auto free = disk_.free_bytes(place);
  if (free && need.bytes() > 0) {
    if (!free_at_first_) free_at_first_ = free;
    std::uint64_t taken = 0;
    for (const auto& [sha256, bytes] : claims_) taken += bytes;
    // What was claimed may be written already or still to come: the disk then has less, or the claims do.
    const std::uint64_t left = std::min(*free, *free_at_first_ - std::min(taken, *free_at_first_));
    if (left < need.bytes())
      return fail(
          "making room for " + what,
          fmt::format("{}: {} are needed ({} to fetch in {} file{}, about {} unpacked), {} are free in the file "
                      "system at {}{}",
                      errno_text(ENOSPC), size_text(need.bytes()), size_text(need.fetched), need.files,
                      need.files == 1 ? "" : "s", size_text(need.unpacked), size_text(left), place.string(),
                      taken > 0 ? ", beside " + size_text(taken) + " for the other subjects" : ""),
          "free some with tfharness cache clean, hold one release at a time with --keep none, or put the store "
          "elsewhere with TFHARNESS_HOME");
  }
  claims_.merge(wanted);
  return {};
}

std::set<std::string> Room::claimed() const {
  const std::lock_guard lock(mutex_);
  std::set<std::string> contents;
  for (const auto& [sha256, bytes] : claims_) contents.insert(sha256);
  return contents;
}

void Room::give_back(const std::set<std::string>& contents) {
  const std::lock_guard lock(mutex_);
  for (const std::string& sha256 : contents) claims_.erase(sha256);
}

}  // namespace tfh
