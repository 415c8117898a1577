#include "harness/store/verification.h"

#include <algorithm>

#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "harness/store/cleaning.h"
#include "harness/store/unpacked_check.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr auto kStep = "verify the store";
constexpr auto kLeft = "left as it is, since another tfharness is using it: run this again when that has ended";
constexpr std::size_t kNamedFiles = 3;

std::string named(const std::vector<std::string>& files) {
  std::string text;
  for (std::size_t i = 0; i < std::min(files.size(), kNamedFiles); ++i) text += (i > 0 ? ", " : "") + files[i];
  if (files.size() > kNamedFiles) text += " and " + std::to_string(files.size() - kNamedFiles) + " more";
  return text;
}

class Verifying {
 public:
  Verifying(const Inventory& inventory, const StoreLayout& layout, StoreClaim& claim, Disk& disk)
      : inventory_(inventory), layout_(layout), claim_(claim), disk_(disk) {}

  Result<void> check(const StoredContent& content) {
    fs::path archive;
    if (!content.filename.empty()) archive = TRY(check_archive(content));
    for (const fs::path& place : content.places) {
      const std::string folder = place.parent_path().filename();
      if (folder != "unpacked") continue;
      // What was built of a source distribution is no archive that an index knows.
      const bool of_archive = place.filename() == content.sha256;
      TRY(check_folder(content, place, of_archive ? archive : fs::path()));
    }
    return {};
  }

  Verification take() { return std::move(verification_); }

 private:
  // The archive when it is whole; empty when it was not, and is in quarantine now.
  Result<fs::path> check_archive(const StoredContent& content) {
    fs::path archive = layout_.wheel(content.sha256, content.filename);
    const std::string actual = TRY(sha256_file(archive));
    std::error_code error;
    ++verification_.archives;
    verification_.bytes += fs::file_size(archive, error);
    if (actual == content.sha256) return archive;
    const fs::path aside = layout_.quarantine() / (content.sha256 + "-" + content.filename);
    TRY(create_folders(aside.parent_path()));
    TRY(publish(disk_, archive, aside, false));
    fs::remove(archive.parent_path(), error);
    verification_.damage.push_back({content.filename, "its sha256 is " + actual + ", and should be " + content.sha256,
                                    "put aside as " + aside.string() + "; it is fetched again when it is needed"});
    return fs::path();
  }

  Result<void> check_folder(const StoredContent& content, const fs::path& folder, const fs::path& archive) {
    const auto check = check_unpacked(folder, archive);
    ++verification_.folders;
    if (!check) {
      verification_.damage.push_back(
          {"unpacked " + folder.filename().string(), check.error().what, TRY(remove_unpacked(content, folder))});
      return {};
    }
    const std::string& name = check->name;
    verification_.files += check->files;
    if (!check->unsure.empty())
      verification_.notes.push_back(name + ": its RECORD disagrees about " + named(check->unsure) +
                                    ", and its archive, which would tell who is right, is not in the store");
    if (!check->damaged.empty())
      verification_.damage.push_back(
          {"unpacked " + name, "not as in the wheel: " + named(check->damaged), TRY(remove_unpacked(content, folder))});
    return {};
  }

  // With the prefixes that share its files. Returns what was done.
  Result<std::string> remove_unpacked(const StoredContent& content, const fs::path& folder) {
    if (!claim_.try_alone()) return std::string(kLeft);
    const auto removed = remove_with_prefixes(content, folder);
    claim_.end_alone();
    return removed;
  }

  Result<std::string> remove_with_prefixes(const StoredContent& content, const fs::path& folder) {
    Cleaning cleaning;
    cleaning.places.push_back(folder);
    for (const StoredPrefix& prefix : inventory_.prefixes) {
      if (!prefix.archives.contains(content.sha256) || gone_.contains(prefix.place)) continue;
      if (claim_.is_used(prefix.place)) return std::string(kLeft);
      cleaning.places.push_back(prefix.place);
    }
    TRY(carry_out(cleaning, layout_, disk_));
    gone_.insert(cleaning.places.begin() + 1, cleaning.places.end());
    const std::size_t prefixes = cleaning.places.size() - 1;
    return "removed, with " + std::to_string(prefixes) + (prefixes == 1 ? " prefix" : " prefixes") +
           " made of it: they are made again from the wheel when they are needed";
  }

  const Inventory& inventory_;
  const StoreLayout& layout_;
  StoreClaim& claim_;
  Disk& disk_;
  std::set<fs::path> gone_;
  Verification verification_;
};

}  // namespace

Result<Verification> verify_store(const Inventory& inventory, const std::vector<const StoredContent*>& contents,
                                  const StoreLayout& layout, StoreClaim& claim, Disk& disk, Progress& progress) {
  Verifying verifying(inventory, layout, claim, disk);
  progress.begin(kStep, contents.size(), "archives");
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (auto checked = verifying.check(*contents[i]); !checked) {
      progress.end(kStep, false);
      return std::unexpected(checked.error());
    }
    progress.advance(kStep, i + 1);
  }
  progress.end(kStep, true);
  return verifying.take();
}

}  // namespace tfh
