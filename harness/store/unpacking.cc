#include "harness/store/unpacking.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <set>
#include <thread>

#include "harness/base/file.h"
#include "harness/store/layout.h"
#include "harness/store/wheel_record.h"

namespace tfh {

namespace fs = std::filesystem;

Result<void> Unpacking::plan(std::vector<ZipMember> members) {
  members_ = std::move(members);
  plan_ = TRY(plan_wheel(members_, archive_.size()));
  largest_ = plan_.members.empty() ? 0 : plan_.members.front().index;
  TRY(check_room());
  return make_folders();
}

Result<void> Unpacking::check_room() const {
  std::uint64_t total = 0;
  for (const ZipMember& member : members_) total += member.size;
  const auto room = disk_.free_bytes(folder_);
  if (!room || *room >= total) return {};
  Error error = disk_error("unpacking the wheel", ENOSPC);
  error.what += ": it needs " + std::to_string(total) + " bytes, " + std::to_string(*room) + " are free";
  return std::unexpected(error);
}

Result<void> Unpacking::make_folders() const {
  std::set<fs::path> folders = {folder_ / "purelib"};
  for (const PlacedMember& placed : plan_.members) folders.insert((folder_ / placed.target).parent_path());
  for (const fs::path& folder : folders) TRY(create_folders(folder));
  return {};
}

void Unpacking::order_by_arrival(std::uint64_t tail) {
  std::ranges::sort(plan_.members, {}, [&](const PlacedMember& placed) {
    const std::uint64_t offset = members_[placed.index].header_offset;
    return std::pair(offset < tail, offset);
  });
}

Result<void> Unpacking::write_members(unsigned threads, const std::function<void()>& small_there) {
  small_left_ = plan_.members.size() - std::min<std::size_t>(1, plan_.members.size());
  const auto work = [&] {
    if (auto done = write_some(small_there); !done) {
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

Result<void> Unpacking::write_some(const std::function<void()>& small_there) {
  ZipArchive archive = TRY(ZipArchive::open(archive_));
  MemberWriter::Tools tools;
  for (std::size_t i = next_++; i < plan_.members.size(); i = next_++) {
    const PlacedMember& placed = plan_.members[i];
    TRY(write_member(archive, tools, placed));
    if (placed.index != largest_ && --small_left_ == 0 && small_there) small_there();
  }
  return {};
}

Result<void> Unpacking::write_member(ZipArchive& archive, MemberWriter::Tools& tools, const PlacedMember& placed) {
  const ZipMember& member = members_[placed.index];
  MemberWriter writer(disk_, tools, {member.deflated, member.size, member.crc}, folder_ / placed.target);
  // Prefixes share these files by hard links: nobody may write to them.
  TRY(writer.open(placed.executable ? 0555 : 0444));
  TRY(archive.read_packed(placed.index, member, [&](std::string_view bytes) { return writer.feed(bytes); }));
  return writer.finish();
}

Result<void> Unpacking::write_notes() const {
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

}  // namespace tfh
