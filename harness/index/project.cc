#include "harness/index/project.h"

#include <algorithm>

#include "harness/index/requires_python.h"
#include "harness/index/tags.h"
#include "harness/plan/subject.h"

namespace tfh {
namespace {

// NAME-VERSION.tar.gz: the name may hold dashes too, so the split is where the name is the project's.
std::optional<Version> sdist_version(const std::string& filename, const std::string& project) {
  std::string_view stem = filename;
  for (const std::string_view suffix : {".tar.gz", ".zip", ".tar.bz2"})
    if (stem.ends_with(suffix)) {
      stem.remove_suffix(suffix.size());
      for (std::size_t dash = stem.find('-'); dash != std::string_view::npos; dash = stem.find('-', dash + 1)) {
        if (!project.empty() && normalized_name(stem.substr(0, dash)) != project) continue;
        if (auto version = Version::parse(stem.substr(dash + 1))) return *version;
      }
    }
  return std::nullopt;
}

// 2.7, of which old releases have wheels, then every 3.x up to one that will come.
std::vector<PythonMinor> known_pythons() {
  std::vector<PythonMinor> pythons{{2, 7}};
  for (PythonMinor python{3, 0}; python <= PythonMinor{3, 20}; ++python.minor) pythons.push_back(python);
  return pythons;
}

// Platform tags say linux_MACHINE, or manylinux with the oldest glibc; `libc` is what the tags may ask for.
constexpr const char* any_glibc = "glibc 2.99";
constexpr const char* machine = "x86_64";

}  // namespace

std::optional<Version> version_of(const IndexFile& file, const std::string& project) {
  if (!file.filename.ends_with(".whl")) return sdist_version(file.filename, project);
  const auto wheel = WheelName::parse(file.filename);
  if (!wheel) return std::nullopt;
  return *Version::parse(wheel->version);
}

std::vector<Version> versions_of(const ProjectPage& page) {
  std::vector<Version> versions;
  for (const IndexFile& file : page.files)
    if (auto version = version_of(file, page.name)) versions.push_back(std::move(*version));
  std::ranges::sort(versions);
  const auto repeated = std::ranges::unique(versions);
  versions.erase(repeated.begin(), repeated.end());
  return versions;
}

std::vector<IndexFile> files_of(const ProjectPage& page, const Version& version) {
  std::vector<IndexFile> files;
  std::ranges::copy_if(page.files, std::back_inserter(files),
                       [&](const IndexFile& file) { return version_of(file, page.name) == version; });
  return files;
}

std::map<Version, std::vector<IndexFile>> files_by_version(const ProjectPage& page) {
  std::map<Version, std::vector<IndexFile>> releases;
  for (const IndexFile& file : page.files)
    if (const auto version = version_of(file, page.name)) releases[*version].push_back(file);
  return releases;
}

bool has_wheel(const std::vector<IndexFile>& files, PythonMinor python) {
  const auto tags = supported_tags(python, any_glibc, machine);
  return std::ranges::any_of(files, [&](const IndexFile& file) {
    if (!file.filename.ends_with(".whl")) return false;
    const auto wheel = WheelName::parse(file.filename);
    return wheel && tag_rank(*wheel, tags) && allows_python(file.requires_python, python);
  });
}

std::set<PythonMinor> pythons_with_wheel(const std::vector<IndexFile>& files) {
  std::set<PythonMinor> pythons;
  for (const PythonMinor python : known_pythons())
    if (has_wheel(files, python)) pythons.insert(python);
  return pythons;
}

const IndexFile* best_wheel(const std::vector<IndexFile>& files, const std::vector<std::string>& tags) {
  const IndexFile* best = nullptr;
  std::pair<bool, std::size_t> best_rank;
  for (const IndexFile& file : files) {
    const auto name = WheelName::parse(file.filename);
    const auto tag = name ? tag_rank(*name, tags) : std::nullopt;
    if (!tag) continue;
    const std::pair rank(file.yanked, *tag);
    if (best != nullptr && rank >= best_rank) continue;
    best = &file;
    best_rank = rank;
  }
  return best;
}

std::vector<IndexFile> wheels_for_machine(const std::vector<IndexFile>& files) {
  std::set<std::string> platforms;
  for (const std::string& tag : supported_tags({3, 9}, any_glibc, machine))
    platforms.insert(tag.substr(tag.rfind('-') + 1));
  std::vector<IndexFile> wheels;
  std::ranges::copy_if(files, std::back_inserter(wheels), [&](const IndexFile& file) {
    const auto name = WheelName::parse(file.filename);
    return name && std::ranges::any_of(name->tags, [&](const std::string& tag) {
             const bool cpython = tag.starts_with("cp") || tag.starts_with("py");
             return cpython && platforms.contains(tag.substr(tag.rfind('-') + 1));
           });
  });
  return wheels;
}

std::vector<Version> nearest_versions(const ProjectPage& page, const Version& wanted, std::size_t count) {
  std::vector<Version> versions = versions_of(page);
  if (!wanted.is_prerelease()) {
    std::vector<Version> finals;
    std::ranges::copy_if(versions, std::back_inserter(finals), [](const Version& v) { return !v.is_prerelease(); });
    if (!finals.empty()) versions = std::move(finals);
  }
  // Outwards from where it would be, alternately up and down.
  auto above = std::ranges::lower_bound(versions, wanted);
  auto below = above;
  while (static_cast<std::size_t>(above - below) < count && (below != versions.begin() || above != versions.end())) {
    if (above != versions.end()) ++above;
    if (static_cast<std::size_t>(above - below) < count && below != versions.begin()) --below;
  }
  return {below, above};
}

}  // namespace tfh
