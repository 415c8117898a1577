#include "harness/index/lock.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "harness/index/file_name.h"
#include "harness/index/sha256_text.h"
#include "harness/index/tags.h"
#include "harness/index/url.h"
#include "harness/plan/subject.h"

namespace tfh {
namespace {

constexpr std::string_view reading = "reading the lock";

std::string text_of(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

// A wheel, sdist or archive table of PEP 751: `url` or `path`, an optional `name`, and `hashes`.
Result<LockedFile> read_file_table(const toml::table& table, const std::string& package) {
  const std::string doing = std::string(reading) + "'s package " + package;
  LockedFile file;
  file.url = text_of(table, "url");
  if (file.url.empty()) {
    const std::string path = text_of(table, "path");
    if (path.empty()) return fail(doing, "a file has neither url nor path");
    if (!path.starts_with('/')) return fail(doing, "the path " + path + " is not absolute");
    file.url = file_url(path);
  }
  file.filename = text_of(table, "name");
  if (file.filename.empty()) file.filename = url_filename(file.url);
  if (!is_file_name(file.filename)) return fail(doing, "\"" + file.filename + "\" is not the name of a file");
  if (const toml::table* hashes = table["hashes"].as_table()) file.sha256 = sha256_text(text_of(*hashes, "sha256"));
  if (file.sha256.empty())
    return fail(doing, file.filename + " has no sha256", "resolve against an index that gives hashes");
  if (const auto size = table["size"].value<std::int64_t>(); size && *size >= 0)
    file.size = static_cast<std::uint64_t>(*size);
  return file;
}

// The best wheel for `tags`; nullopt when none fits.
Result<std::optional<LockedFile>> best_wheel(const toml::table& package, const std::string& name,
                                             const std::vector<std::string>& tags) {
  std::optional<LockedFile> best;
  std::size_t best_rank = 0;
  const toml::array* wheels = package["wheels"].as_array();
  for (std::size_t i = 0; wheels != nullptr && i < wheels->size(); ++i) {
    const toml::table* table = wheels->get(i)->as_table();
    if (table == nullptr) return fail(std::string(reading) + "'s package " + name, "a wheel is not a table");
    LockedFile file = TRY(read_file_table(*table, name));
    const auto wheel = WheelName::parse(file.filename);
    const auto rank = wheel ? tag_rank(*wheel, tags) : std::nullopt;
    if (!rank || (best && *rank >= best_rank)) continue;
    best = std::move(file);
    best_rank = *rank;
  }
  return best;
}

Result<LockedPackage> read_package(const toml::table& table, const std::vector<std::string>& tags) {
  LockedPackage package;
  package.name = normalized_name(text_of(table, "name"));
  if (package.name.empty()) return fail(std::string(reading), "a package has no name");
  const std::string doing = std::string(reading) + "'s package " + package.name;
  if (const std::string written = text_of(table, "version"); !written.empty())
    package.version = TRY(Version::parse(written)).str();
  if (table.contains("vcs") || table.contains("directory"))
    return fail(doing, "it comes from version control or a folder, not from an index");
  if (const toml::table* archive = table["archive"].as_table()) {
    package.file = TRY(read_file_table(*archive, package.name));
    package.is_sdist = !package.file.filename.ends_with(".whl");
    // The resolver gives no version of what was asked for by its address; a wheel's name holds it.
    if (const auto wheel = WheelName::parse(package.file.filename); wheel && package.version.empty())
      package.version = wheel->version;
    return package;
  }
  if (auto wheel = TRY(best_wheel(table, package.name, tags))) {
    package.file = std::move(*wheel);
    return package;
  }
  const toml::table* sdist = table["sdist"].as_table();
  if (sdist == nullptr)
    return fail(doing, "version " + package.version + " has no wheel that fits this interpreter, and no source",
                "choose another Python with @pyX.Y");
  package.file = TRY(read_file_table(*sdist, package.name));
  package.is_sdist = true;
  return package;
}

}  // namespace

// Markers are not looked at: the resolver ran for one interpreter and kept only what applies to it.
Result<Lock> read_lock(std::string_view pylock_toml, const std::vector<std::string>& tags) {
  toml::table document;
  try {
    document = toml::parse(pylock_toml);
  } catch (const toml::parse_error& error) {
    std::ostringstream place;
    place << error.source().begin;
    return fail(std::string(reading), std::string(error.description()) + " (" + place.str() + ")",
                "delete the kept lock, or resolve anew with --refresh");
  }
  const std::string version = text_of(document, "lock-version");
  if (!version.starts_with("1."))
    return fail(std::string(reading), version.empty() ? "it has no lock-version, so it is no pylock.toml (PEP 751)"
                                                      : "its version " + version + " is not understood");
  Lock lock;
  lock.text = std::string(pylock_toml);
  const toml::array* packages = document["packages"].as_array();
  for (std::size_t i = 0; packages != nullptr && i < packages->size(); ++i) {
    const toml::table* table = packages->get(i)->as_table();
    if (table == nullptr) return fail(std::string(reading), "a package is not a table");
    lock.packages.push_back(TRY(read_package(*table, tags)));
  }
  if (lock.packages.empty()) return fail(std::string(reading), "it lists no packages");
  std::ranges::sort(lock.packages, {}, &LockedPackage::name);
  const auto twice = std::ranges::adjacent_find(lock.packages, {}, &LockedPackage::name);
  if (twice != lock.packages.end()) return fail(std::string(reading), "package " + twice->name + " is there twice");
  return lock;
}

}  // namespace tfh
