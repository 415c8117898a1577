#include "harness/store/bundle.h"

#include <fcntl.h>

#include <map>
#include <nlohmann/json.hpp>

#include "harness/base/file.h"
#include "harness/base/new_file.h"
#include "harness/base/sha256.h"
#include "harness/base/size_text.h"
#include "harness/index/sha256_text.h"
#include "harness/store/scratch.h"
#include "harness/store/tar_file.h"
#include "harness/store/wheel_members.h"

namespace tfh {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr auto kSchema = "tfharness-bundle/1";
constexpr auto kManifest = "manifest.json";
constexpr std::uint64_t kLargestManifest = 16 << 20;

struct BundledFile {
  std::string sha256;
  std::uint64_t size = 0;
};

struct Manifest {
  std::vector<std::string> subjects;
  std::map<std::string, BundledFile> files;  // by path
};

std::unexpected<Error> refuse(const fs::path& bundle, const std::string& what) {
  return fail("reading the bundle " + bundle.string(), what,
              "copy it again, or make it again with tfharness bundle; nothing of it was put into the store");
}

// Whether this is one of the places that the format names, and no way out of the store.
bool is_bundle_path(const std::string& path) {
  if (!unsafe_name(path).empty()) return false;
  const std::string folder = path.substr(0, path.find('/'));
  const auto slashes = std::count(path.begin(), path.end(), '/');
  if (folder == "locks") return slashes == 1;
  if ((folder != "wheels" && folder != "built") || slashes != 2) return false;
  const std::string content = path.substr(folder.size() + 1, path.rfind('/') - folder.size() - 1);
  const std::string sha256 = content.substr(0, content.find('-'));
  return !sha256_text(sha256).empty() && (folder == "built" ? sha256.size() < content.size() : sha256 == content);
}

Result<Manifest> parse_manifest(const std::string& text, const fs::path& bundle) {
  Manifest manifest;
  try {
    const json document = json::parse(text);
    if (document.at("schema") != kSchema)
      return refuse(bundle, "its format is " + document.at("schema").dump() + ", and " + kSchema + " is understood");
    document.at("subjects").get_to(manifest.subjects);
    for (const json& file : document.at("files")) {
      const std::string path = file.at("path");
      if (!is_bundle_path(path)) return refuse(bundle, "it holds " + json(path).dump() + ", which has no place here");
      manifest.files[path] = {file.at("sha256"), file.at("size")};
    }
  } catch (const json::exception& error) {
    return refuse(bundle, std::string("its manifest is malformed: ") + error.what());
  }
  for (const auto& [path, file] : manifest.files)
    if (path.starts_with("wheels/") && path.find("/" + file.sha256 + "/") == std::string::npos)
      return refuse(bundle, path + " is not the file that its place says");
  return manifest;
}

// One call of read_bundle(): everything is staged in the run's own folder, and moved into place when all of it is good.
class Import {
 public:
  Import(const fs::path& bundle, const StoreLayout& layout, Disk& disk)
      : bundle_(bundle), layout_(layout), disk_(disk) {}
  Import(const Import&) = delete;
  Import& operator=(const Import&) = delete;
  ~Import() {
    if (!stage_.empty()) remove_folder(stage_);
  }

  Result<BundleSummary> run() {
    TarReader reader = TRY(TarReader::open(bundle_));
    TRY(read_manifest(reader));
    TRY(check_room());
    stage_ = TRY(temporary_folder(layout_, "bundle"));
    BundleSummary summary{manifest_.subjects, manifest_.files.size(), 0};
    while (const auto member = TRY(reader.next())) {
      TRY(stage(*member, reader));
      summary.bytes += member->size;
    }
    for (const auto& [path, file] : manifest_.files)
      if (!staged_.contains(path)) return refuse(bundle_, "it lacks " + path);
    TRY(move_into_place());
    return summary;
  }

 private:
  Result<void> read_manifest(TarReader& reader) {
    const auto first = TRY(reader.next());
    if (!first || first->name != kManifest || first->size > kLargestManifest)
      return refuse(bundle_, "it does not begin with a manifest, so it is no bundle");
    std::string text;
    TRY(reader.read([&](std::string_view piece) -> Result<void> {
      text += piece;
      return {};
    }));
    manifest_ = TRY(parse_manifest(text, bundle_));
    return {};
  }

  Result<void> check_room() const {
    std::uint64_t needed = 0;
    for (const auto& [path, file] : manifest_.files) needed += file.size;
    TRY(create_folders(layout_.root()));
    const auto free = disk_.free_bytes(layout_.root());
    if (!free || *free >= needed) return {};
    return fail("reading the bundle " + bundle_.string(),
                size_text(needed) + " are needed, " + size_text(*free) + " are free in " + layout_.root().string(),
                "free some with tfharness cache clean, or put the store elsewhere with TFHARNESS_HOME");
  }

  Result<void> stage(const TarMember& member, TarReader& reader) {
    const auto expected = manifest_.files.find(member.name);
    if (expected == manifest_.files.end() || expected->second.size != member.size ||
        !staged_.insert(member.name).second)
      return refuse(bundle_, member.name + " is not what the manifest says");
    const fs::path target = stage_ / member.name;
    TRY(create_folders(target.parent_path()));
    const Descriptor file = TRY(open_file(target, O_WRONLY | O_CREAT | O_EXCL));
    Sha256 hash;
    TRY(reader.read([&](std::string_view piece) -> Result<void> {
      hash.update(piece);
      return write_all(disk_, file.get(), piece, target);
    }));
    if (const std::string actual = hash.hex(); actual != expected->second.sha256)
      return refuse(bundle_, member.name + " is damaged: its sha256 is " + actual + ", the manifest says " +
                                 expected->second.sha256);
    return {};
  }

  // Locks last: with a lock that is there, everything it needs is there.
  Result<void> move_into_place() {
    for (const bool locks : {false, true})
      for (const std::string& path : staged_) {
        const fs::path target = layout_.root() / path;
        std::error_code error;
        if (path.starts_with("locks/") != locks || fs::exists(target, error)) continue;
        TRY(create_folders(target.parent_path()));
        TRY(publish(disk_, stage_ / path, target, true));
      }
    return {};
  }

  const fs::path& bundle_;
  const StoreLayout& layout_;
  Disk& disk_;
  Manifest manifest_;
  fs::path stage_;
  std::set<std::string> staged_;  // paths
};

Result<void> write_members(const BundleContents& contents, const json& manifest, const fs::path& path,
                           const StoreLayout& layout, Disk& disk) {
  TarWriter writer = TRY(TarWriter::create(path, disk));
  TRY(writer.add(kManifest, manifest.dump(1) + "\n"));
  for (const fs::path& file : contents.files) TRY(writer.add_file(file.string(), layout.root() / file));
  return writer.finish();
}

}  // namespace

Result<BundleSummary> write_bundle(const BundleContents& contents, const std::string& created, const fs::path& target,
                                   const StoreLayout& layout, Disk& disk) {
  BundleSummary summary{contents.subjects, contents.files.size(), 0};
  json files = json::array();
  for (const fs::path& file : contents.files) {
    const std::string sha256 = TRY(sha256_file(layout.root() / file));
    const std::string path = file.string();
    if (path.starts_with("wheels/") && path.find("/" + sha256 + "/") == std::string::npos)
      return fail("writing the bundle", path + " in the store is damaged: its sha256 is " + sha256,
                  "tfharness cache verify puts it aside; then run this again");
    std::error_code error;
    const std::uint64_t size = fs::file_size(layout.root() / file, error);
    files.push_back({{"path", path}, {"sha256", sha256}, {"size", size}});
    summary.bytes += size;
  }
  const json manifest = {{"schema", kSchema}, {"created", created}, {"subjects", contents.subjects}, {"files", files}};
  std::error_code error;
  const fs::path absolute = fs::absolute(target, error);
  TRY(create_folders(absolute.parent_path()));
  NewFile file(absolute);
  const OutsideFile outside(layout, file.temporary());
  TRY(write_members(contents, manifest, file.temporary(), layout, disk));
  TRY(file.publish(disk, false));
  return summary;
}

Result<BundleSummary> read_bundle(const fs::path& bundle, const StoreLayout& layout, Disk& disk) {
  return Import(bundle, layout, disk).run();
}

}  // namespace tfh
