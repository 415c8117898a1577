#include "harness/store/layout.h"

namespace tfh {

namespace fs = std::filesystem;

fs::path StoreLayout::wheel(const std::string& sha256, const std::string& filename) const {
  return root_ / "wheels" / sha256 / filename;
}

fs::path StoreLayout::partial(const std::string& sha256) const {
  return root_ / "wheels" / (sha256 + ".partial");
}

fs::path StoreLayout::tail(const std::string& sha256) const {
  return root_ / "wheels" / (sha256 + ".tail.partial");
}

fs::path StoreLayout::built(const std::string& sdist_sha256, const std::string& tag) const {
  return root_ / "built" / (sdist_sha256 + "-" + tag);
}

fs::path StoreLayout::unpacked(const std::string& sha256) const {
  return root_ / "unpacked" / sha256;
}

fs::path StoreLayout::bytecode(const std::string& sha256, const std::string& cache_tag) const {
  return root_ / "bytecode" / (sha256 + "-" + cache_tag);
}

fs::path StoreLayout::prefix(const std::string& key) const {
  return root_ / "prefixes" / key;
}

std::uint64_t tail_offset(std::uint64_t archive_size) {
  return archive_size - archive_size / 6;
}

fs::path store_root(const std::map<std::string, std::string>& environment) {
  const auto value = [&](const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? fs::path() : fs::path(found->second);
  };
  if (const fs::path home = value("TFHARNESS_HOME"); !home.empty()) return fs::absolute(home);
  if (const fs::path cache = value("XDG_CACHE_HOME"); cache.is_absolute()) return cache / "tfharness";
  const fs::path home = value("HOME");
  return (home.empty() ? fs::temp_directory_path() : home / ".cache") / "tfharness";
}

}  // namespace tfh
