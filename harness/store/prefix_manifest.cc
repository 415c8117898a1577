#include "harness/store/prefix_manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "harness/base/file.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {
constexpr auto kFile = "prefix.json";
constexpr auto kSchema = "tfharness-prefix/1";
}  // namespace

std::string PrefixManifest::release() const {
  const auto own = std::ranges::find(packages, project, &InstalledPackage::name);
  return own == packages.end() ? "" : own->name + "==" + own->version;
}

Result<void> write_manifest(const PrefixManifest& manifest, const fs::path& prefix, Disk& disk) {
  nlohmann::json packages = nlohmann::json::array();
  for (const InstalledPackage& package : manifest.packages)
    packages.push_back({{"name", package.name},
                        {"version", package.version},
                        {"sha256", package.sha256},
                        {"source", package.from_sdist ? "sdist" : "wheel"}});
  const nlohmann::json json = {
      {"schema", kSchema}, {"project", manifest.project}, {"python", manifest.python}, {"packages", packages}};
  return write_file(disk, prefix / kFile, json.dump(1) + "\n");
}

std::optional<PrefixManifest> read_manifest(const fs::path& prefix) {
  const auto text = read_file(prefix / kFile);
  if (!text) return std::nullopt;
  try {
    const auto json = nlohmann::json::parse(*text);
    if (json.at("schema") != kSchema) return std::nullopt;
    PrefixManifest manifest{json.at("project"), json.at("python"), {}};
    for (const auto& package : json.at("packages"))
      manifest.packages.push_back(
          {package.at("name"), package.at("version"), package.at("sha256"), package.at("source") == "sdist"});
    return manifest;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

}  // namespace tfh
