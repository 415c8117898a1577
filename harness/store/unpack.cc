#include "harness/store/unpack.h"

#include <algorithm>
#include <optional>

#include "harness/base/file.h"
#include "harness/base/machine.h"
#include "harness/store/folder_lock.h"
#include "harness/store/scratch.h"
#include "harness/store/unpacking.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

Result<void> unpack_into(const fs::path& folder, const fs::path& wheel, Disk& disk, unsigned threads) {
  const auto archive = TRY(ArchiveFile::open(wheel));
  Unpacking unpacking(*archive, folder, disk);
  std::vector<ZipMember> members = TRY(read_zip_directory(*archive));
  TRY(unpacking.plan(std::move(members)));
  TRY(unpacking.write_members(threads));
  return unpacking.write_notes();
}

// What is in the store, with the notes of the run that unpacked it.
std::optional<Unpacked> find_unpacked(const fs::path& place, const std::string& filename) {
  std::error_code error;
  if (!fs::exists(place, error)) return std::nullopt;
  Unpacked unpacked{place, {}};
  const auto notes = fs::exists(place / kNotesFile, error) ? read_file(place / kNotesFile) : "";
  for (std::size_t begin = 0; notes && begin < notes->size();) {
    const std::size_t end = std::min(notes->find('\n', begin), notes->size());
    unpacked.notes.push_back(filename + ": " + notes->substr(begin, end - begin));
    begin = end + 1;
  }
  return unpacked;
}

}  // namespace

unsigned unpacking_threads() {
  return std::min(usable_cores(), 4u);
}

std::string unpacked_lock_name(const std::string& sha256) {
  return "unpacked-" + sha256;
}

Result<void> publish_unpacked(const fs::path& folder, const std::string& sha256, const StoreLayout& layout,
                              Disk& disk) {
  const fs::path place = layout.unpacked(sha256);
  TRY(create_folders(place.parent_path()));
  return publish(disk, folder, place, true);
}

Result<Unpacked> unpack_wheel(const fs::path& wheel, const std::string& sha256, const StoreLayout& layout, Disk& disk,
                              unsigned threads) {
  const fs::path place = layout.unpacked(sha256);
  const std::string filename = wheel.filename().string();
  if (auto there = find_unpacked(place, filename)) return *there;
  const FolderLock lock = TRY(FolderLock::take(layout, unpacked_lock_name(sha256)));
  if (auto there = find_unpacked(place, filename)) return *there;
  const fs::path work = TRY(temporary_folder(layout, "unpack"));
  auto done = unpack_into(work, wheel, disk, threads);
  if (done) done = publish_unpacked(work, sha256, layout, disk);
  if (!done) {
    remove_folder(work);
    Error error = done.error();
    error.doing = "unpacking " + filename + (error.doing == "unpacking the wheel" ? "" : ": " + error.doing);
    return std::unexpected(error);
  }
  return Unpacked{place, find_unpacked(place, filename)->notes};
}

}  // namespace tfh
