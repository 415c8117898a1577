#include "harness/store/unpack.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "harness/base/file.h"
#include "harness/store/folder_lock.h"
#include "harness/store/member_writer.h"
#include "harness/store/scratch.h"
#include "harness/store/wheel_members.h"
#include "harness/store/wheel_record.h"
#include "harness/store/zip_archive.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// A wheel that is being unpacked into a folder of its own.
class Unpacking {
 public:
  Unpacking(fs::path wheel, fs::path folder, Disk& disk)
      : wheel_(std::move(wheel)), folder_(std::move(folder)), disk_(disk) {}

  Result<void> run(unsigned threads) {
    std::error_code error;
    const std::uint64_t size = fs::file_size(wheel_, error);
    if (error) return std::unexpected(disk_error("reading " + wheel_.string(), error.value()));
    members_ = TRY(read_zip_directory(wheel_));
    plan_ = TRY(plan_wheel(members_, size));
    TRY(check_room());
    TRY(make_folders());
    TRY(write_members(threads));
    return write_notes();
  }

 private:
  Result<void> check_room() const {
    std::uint64_t total = 0;
    for (const ZipMember& member : members_) total += member.size;
    const auto room = disk_.free_bytes(folder_);
    if (!room || *room >= total) return {};
    Error error = disk_error("unpacking the wheel", ENOSPC);
    error.what += ": it needs " + std::to_string(total) + " bytes, " + std::to_string(*room) + " are free";
    return std::unexpected(error);
  }

  Result<void> make_folders() const {
    std::set<fs::path> folders = {folder_ / "purelib"};
    for (const PlacedMember& placed : plan_.members) folders.insert((folder_ / placed.target).parent_path());
    for (const fs::path& folder : folders) TRY(create_folders(folder));
    return {};
  }

  // Largest first, so that no thread is left alone with a large one at the end.
  Result<void> write_members(unsigned threads) {
    const auto work = [this] {
      if (auto done = write_some(); !done) {
        const std::scoped_lock lock(mutex_);
        if (!failure_) failure_ = done.error();
        next_ = plan_.members.size();
      }
    };
    {
      std::vector<std::jthread> others;
      for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
      work();
    }
    if (failure_) return std::unexpected(*failure_);
    return {};
  }

  Result<void> write_some() {
    ZipArchive archive = TRY(ZipArchive::open(wheel_));
    MemberWriter::Tools tools;
    for (std::size_t i = next_++; i < plan_.members.size(); i = next_++)
      TRY(write_member(archive, tools, plan_.members[i]));
    return {};
  }

  Result<void> write_member(ZipArchive& archive, MemberWriter::Tools& tools, const PlacedMember& placed) {
    const ZipMember& member = members_[placed.index];
    MemberWriter writer(disk_, tools, {member.deflated, member.size, member.crc}, folder_ / placed.target);
    // Prefixes share these files by hard links: nobody may write to them.
    TRY(writer.open(placed.executable ? 0555 : 0444));
    TRY(archive.read_packed(placed.index, member, [&](std::string_view bytes) { return writer.feed(bytes); }));
    return writer.finish();
  }

  Result<void> write_notes() const {
    std::map<std::string, std::uint64_t> sizes;
    for (const PlacedMember& placed : plan_.members) {
      const ZipMember& member = members_[placed.index];
      sizes[member.name] = member.size;
    }
    const auto record = read_file(folder_ / "purelib" / plan_.dist_info / "RECORD");
    const auto notes = record ? record_differences(*record, sizes) : std::vector<std::string>{"RECORD is missing"};
    std::string text;
    for (const std::string& note : notes) text += note + "\n";
    return text.empty() ? Result<void>() : write_file(disk_, folder_ / kNotesFile, text);
  }

  fs::path wheel_, folder_;
  Disk& disk_;
  std::vector<ZipMember> members_;
  WheelPlan plan_;
  std::atomic<std::size_t> next_{0};
  std::mutex mutex_;
  std::optional<Error> failure_;
};

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

Result<Unpacked> unpack_wheel(const fs::path& wheel, const std::string& sha256, const StoreLayout& layout, Disk& disk,
                              unsigned threads) {
  const fs::path place = layout.unpacked(sha256);
  const std::string filename = wheel.filename().string();
  if (auto there = find_unpacked(place, filename)) return *there;
  const FolderLock lock = TRY(FolderLock::take(layout, "unpacked-" + sha256));
  if (auto there = find_unpacked(place, filename)) return *there;
  const fs::path work = TRY(temporary_folder(layout, "unpack"));
  auto done = Unpacking(wheel, work, disk).run(threads);
  if (done) done = create_folders(place.parent_path());
  if (done) done = publish(disk, work, place, true);
  if (!done) {
    remove_folder(work);
    Error error = done.error();
    error.doing = "unpacking " + filename + (error.doing == "unpacking the wheel" ? "" : ": " + error.doing);
    return std::unexpected(error);
  }
  return Unpacked{place, find_unpacked(place, filename)->notes};
}

}  // namespace tfh
