#include "harness/store/unpacked_check.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <thread>

#include "harness/base/base64.h"
#include "harness/base/file.h"
#include "harness/base/machine.h"
#include "harness/base/sha256.h"
#include "harness/store/inflate.h"
#include "harness/store/layout.h"
#include "harness/store/wheel_members.h"
#include "harness/store/wheel_record.h"
#include "harness/store/zip_directory.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU" as lower-case hex; empty: it is no hash.
std::string hex_of(std::string record_hash) {
  std::ranges::replace(record_hash, '-', '+');
  std::ranges::replace(record_hash, '_', '/');
  record_hash.append((4 - record_hash.size() % 4) % 4, '=');
  std::string hex;
  for (const char byte : base64_decoded(record_hash).value_or(""))
    hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return hex;
}

// Of the whole file; nullopt: it cannot be read.
std::optional<std::uint32_t> crc_of(const fs::path& path) {
  const auto file = open_file(path, O_RDONLY);
  std::vector<char> buffer(1 << 20);
  std::uint32_t crc = 0;
  while (file) {
    const ssize_t count = ::read(file->get(), buffer.data(), buffer.size());
    if (count < 0) return std::nullopt;
    if (count == 0) return crc;
    crc = crc32(crc, {buffer.data(), static_cast<std::size_t>(count)});
  }
  return std::nullopt;
}

Result<fs::path> find_dist_info(const fs::path& folder) {
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(folder / "purelib", unreadable))
    if (entry.path().extension() == ".dist-info") return entry.path();
  return fail("checking " + folder.string(), "it holds no .dist-info folder");
}

class Checking {
 public:
  Checking(const fs::path& folder, fs::path archive) : folder_(folder), archive_(std::move(archive)) {}

  Result<UnpackedCheck> run() {
    const fs::path info = TRY(find_dist_info(folder_));
    dist_info_ = info.filename();
    std::error_code error;
    if (fs::exists(info / "RECORD", error)) entries_ = read_wheel_record(TRY(read_file(info / "RECORD")));
    wrong_.resize(entries_.size());
    compare_with_record();
    UnpackedCheck check;
    check.name = info.stem();
    check.files = entries_.size();
    for (std::size_t i = 0; i < entries_.size(); ++i)
      if (wrong_[i]) judge(entries_[i], check);
    return check;
  }

 private:
  void compare_with_record() {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < entries_.size(); i = next++) wrong_[i] = !fits(entries_[i]);
    };
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < usable_cores(); ++i) others.emplace_back(work);
    work();
  }

  fs::path place_of(const RecordEntry& entry) const {
    if (!unsafe_name(entry.name).empty()) return {};
    const fs::path target = member_target(entry.name, dist_info_);
    return target.empty() ? target : folder_ / target;
  }

  bool fits(const RecordEntry& entry) const {
    const fs::path place = place_of(entry);
    std::error_code error;
    if (place.empty() || !fs::is_regular_file(place, error)) return false;
    if (entry.size && fs::file_size(place, error) != *entry.size) return false;
    if (entry.sha256.empty()) return true;
    const auto actual = sha256_file(place);
    return actual && *actual == hex_of(entry.sha256);
  }

  // RECORD disagrees with what is there: the archive decides, or that RECORD was right when it was unpacked.
  void judge(const RecordEntry& entry, UnpackedCheck& check) {
    if (archive_.empty()) {
      std::error_code error;
      const bool was_wrong = fs::exists(folder_ / kNotesFile, error);
      (was_wrong ? check.unsure : check.damaged).push_back(entry.name);
      return;
    }
    const ZipMember* member = find_member(entry.name);
    if (!member) return;  // RECORD lists what the wheel does not hold
    const fs::path place = place_of(entry);
    std::error_code error;
    const bool same =
        !place.empty() && fs::file_size(place, error) == member->size && !error && crc_of(place) == member->crc;
    if (!same) check.damaged.push_back(entry.name);
  }

  const ZipMember* find_member(const std::string& name) {
    if (members_.empty())
      for (ZipMember& member : read_zip_directory(archive_).value_or(std::vector<ZipMember>()))
        members_[member.name] = member;
    const auto found = members_.find(name);
    return found == members_.end() ? nullptr : &found->second;
  }

  const fs::path& folder_;
  const fs::path archive_;
  std::string dist_info_;
  std::vector<RecordEntry> entries_;
  std::vector<char> wrong_;  // by entry; written from several threads
  std::map<std::string, ZipMember> members_;
};

}  // namespace

Result<UnpackedCheck> check_unpacked(const fs::path& folder, const fs::path& archive) {
  return Checking(folder, archive).run();
}

}  // namespace tfh
