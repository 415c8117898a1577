#include "tests/driver/store_validity.h"

#include <algorithm>
#include <optional>
#include <set>

#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "harness/store/inflate.h"
#include "harness/store/layout.h"
#include "harness/store/prefix_manifest.h"
#include "harness/store/wheel_members.h"
#include "harness/store/zip_directory.h"

namespace tfh::test {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t sha256_digits = 64;
constexpr std::string_view part_ending = ".partial";

// Relative names of all files below.
std::set<fs::path> files_below(const fs::path& folder) {
  std::set<fs::path> files;
  std::error_code absent;
  for (const auto& entry : fs::recursive_directory_iterator(folder, absent))
    if (!entry.is_directory()) files.insert(entry.path().lexically_relative(folder));
  return files;
}

bool same_bytes(const fs::path& one, const fs::path& other) {
  std::error_code error;
  if (fs::equivalent(one, other, error)) return true;
  const auto left = read_file(one), right = read_file(other);
  return left && right && *left == *right;
}

class Inspection {
 public:
  Inspection(const fs::path& store, const StoreExpectation& expected) : layout_(store), expected_(expected) {}

  std::vector<std::string> run() {
    for (const fs::path& place : entries_of(layout_.root() / "wheels")) check_wheel(place);
    for (const fs::path& place : entries_of(layout_.root() / "unpacked")) check_unpacked(place);
    for (const fs::path& place : entries_of(layout_.root() / "bytecode")) check_bytecode(place);
    for (const fs::path& place : entries_of(layout_.root() / "prefixes")) check_prefix(place);
    check_leftovers();
    return std::move(faults_);
  }

 private:
  void fault(const fs::path& place, const std::string& what) { faults_.push_back(place.string() + ": " + what); }

  void check_wheel(const fs::path& place) {
    const std::string name = place.filename();
    if (name.ends_with(part_ending)) {
      const fs::path whole = place.parent_path() / name.substr(0, sha256_digits);
      if (!entries_of(whole).empty()) fault(place, "a part of an archive that is there");
      return;
    }
    const auto files = entries_of(place);
    if (files.empty() && expected_.killed) return;  // between making the folder and renaming the file into it
    if (files.size() != 1) return fault(place, std::to_string(files.size()) + " archives instead of one");
    const auto actual = sha256_file(files.front());
    if (!actual || *actual != name) fault(files.front(), "other bytes than its sha256 says");
  }

  // Of the content that `unpacked/NAME` was made of; nullopt: nobody knows it any more.
  std::optional<fs::path> archive_of(const std::string& name) const {
    const std::string sha256 = name.substr(0, sha256_digits);
    const fs::path folder =
        name.size() == sha256_digits ? layout_.root() / "wheels" / sha256 : layout_.root() / "built" / name;
    // The tool that builds wheels leaves files of its own beside them.
    for (const fs::path& file : entries_of(folder))
      if (file.extension() == ".whl") return file;
    const auto known = expected_.archives.find(sha256);
    return known == expected_.archives.end() ? std::nullopt : std::optional(known->second);
  }

  void check_unpacked(const fs::path& place) {
    const auto archive = archive_of(place.filename());
    if (!archive) {
      if (!fs::is_directory(place / "purelib")) fault(place, "no purelib");
      return;
    }
    const auto members = read_zip_directory(*archive);
    const auto plan = members ? plan_wheel(*members, fs::file_size(*archive)) : std::unexpected(members.error());
    if (!plan) return fault(place, "unpacked from an archive that is refused: " + plan.error().text());
    std::set<fs::path> files = files_below(place);
    files.erase("notes.txt");
    for (const PlacedMember& placed : plan->members) {
      if (files.erase(placed.target) == 0)
        fault(place / placed.target, "missing");
      else
        check_member(place / placed.target, (*members)[placed.index]);
    }
    for (const fs::path& file : files) fault(place / file, "not in the archive");
  }

  void check_member(const fs::path& file, const ZipMember& member) {
    const auto content = read_file(file);
    if (!content || content->size() != member.size || crc32(0, *content) != member.crc)
      fault(file, "other bytes than in the archive");
    constexpr auto writable = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    if ((fs::status(file).permissions() & writable) != fs::perms::none)
      fault(file, "writable, though prefixes share it");
  }

  void check_bytecode(const fs::path& place) {
    const std::string name = place.filename();
    const fs::path sources = layout_.root() / "unpacked" / name.substr(0, name.rfind("-cpython-")) / "purelib";
    if (!fs::exists(sources)) return;
    for (const fs::path& file : files_below(place)) {
      const std::string module = file.stem().stem();
      if (!fs::exists(sources / file.parent_path().parent_path() / (module + ".py")))
        fault(place / file, "of no source");
      // PEP 552: magic number, flags (1: by hash, not checked), hash, code.
      const auto content = read_file(place / file);
      if (!content || content->size() <= 16 || content->substr(4, 4) != std::string("\1\0\0\0", 4))
        fault(place / file, "no unchecked-hash byte-code");
    }
  }

  void check_prefix(const fs::path& place) {
    const auto manifest = read_manifest(place);
    if (!manifest) return fault(place, "no manifest that can be read");
    const auto python = entries_of(place / "lib");
    if (python.size() != 1) return fault(place, "no site-packages");
    std::map<fs::path, std::vector<fs::path>> sources;  // of each file that must be there
    for (const InstalledPackage& package : manifest->packages)
      for (const fs::path& content : entries_of(layout_.root() / "unpacked")) {
        if (!content.filename().string().starts_with(package.sha256)) continue;
        for (const fs::path& file : files_below(content / "purelib"))
          sources[python.front() / "site-packages" / file].push_back(content / "purelib" / file);
        for (const fs::path& file : files_below(content / "data"))
          sources[place / file].push_back(content / "data" / file);
        for (const fs::path& file : files_below(content / "scripts"))
          if (!fs::exists(place / "bin" / file)) fault(place / "bin" / file, "missing");
      }
    for (const auto& [file, candidates] : sources)
      if (std::ranges::none_of(candidates, [&](const fs::path& source) { return same_bytes(file, source); }))
        fault(file, "not the file of any of the prefix's packages");
  }

  // uv/ and tools/ are the resolver's own.
  void check_leftovers() {
    for (const fs::path& entry : entries_of(layout_.scratch()))
      if (!expected_.killed) fault(entry, "left in scratch/");
    for (const char* folder : {"wheels", "unpacked", "bytecode", "built", "prefixes", "locks", "records", "quarantine"})
      for (const fs::path& file : files_below(layout_.root() / folder))
        if (file.extension() == ".new") fault(layout_.root() / folder / file, "a temporary file");
  }

  StoreLayout layout_;
  const StoreExpectation& expected_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> faults_of_store(const fs::path& store, const StoreExpectation& expected) {
  return Inspection(store, expected).run();
}

std::string store_faults(const fs::path& store, const StoreExpectation& expected) {
  std::string text;
  for (const std::string& fault : faults_of_store(store, expected)) text += fault + "\n";
  return text;
}

}  // namespace tfh::test
