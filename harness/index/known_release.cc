#include "harness/index/known_release.h"

#include <nlohmann/json.hpp>

#include "harness/base/clock.h"
#include "harness/base/file.h"

namespace tfh {

namespace {

constexpr auto kSchema = "tfharness-release/1";

nlohmann::json to_json(const IndexFile& file) {
  nlohmann::json json = {{"filename", file.filename},
                         {"url", file.url},
                         {"sha256", file.sha256},
                         {"yanked", file.yanked},
                         {"size", nullptr},
                         {"upload-time", nullptr},
                         {"requires-python", file.requires_python}};
  if (file.size) json["size"] = *file.size;
  if (file.uploaded) json["upload-time"] = rfc3339(*file.uploaded);
  return json;
}

IndexFile from_json(const nlohmann::json& json) {
  IndexFile file;
  file.filename = json.at("filename");
  file.url = json.at("url");
  file.sha256 = json.at("sha256");
  file.requires_python = json.at("requires-python");
  file.yanked = json.at("yanked");
  if (!json.at("size").is_null()) file.size = json.at("size").get<std::uint64_t>();
  std::chrono::system_clock::time_point uploaded;
  if (json.at("upload-time").is_string() && parse_rfc3339(json.at("upload-time"), uploaded)) file.uploaded = uploaded;
  return file;
}

constexpr auto kSuffix = ".files.json";

// The file under any way to write the version, or one that is not there.
std::filesystem::path kept_file(const std::filesystem::path& folder, const std::string& name,
                                const std::string& version) {
  std::filesystem::path exactly = known_release_file(folder, name, version);
  const auto wanted = Version::parse(version);
  std::error_code error;
  if (!wanted || std::filesystem::exists(exactly, error)) return exactly;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    const std::string file = entry.path().filename();
    if (!file.starts_with(name + "-") || !file.ends_with(kSuffix)) continue;
    const auto version_text = std::string_view(file).substr(
        name.size() + 1, file.size() - name.size() - 1 - std::string_view(kSuffix).size());
    if (const auto kept = Version::parse(version_text); kept && *kept == *wanted) return entry.path();
  }
  return exactly;
}

}  // namespace

std::filesystem::path known_release_file(const std::filesystem::path& folder, const std::string& name,
                                         const std::string& version) {
  return folder / (name + "-" + version + kSuffix);
}

std::optional<std::vector<IndexFile>> read_known_release(const std::filesystem::path& folder, const std::string& name,
                                                         const std::string& version) {
  const auto text = read_file(kept_file(folder, name, version));
  if (!text) return std::nullopt;
  try {
    const auto json = nlohmann::json::parse(*text);
    if (json.at("schema") != kSchema) return std::nullopt;
    std::vector<IndexFile> files;
    for (const auto& file : json.at("files")) files.push_back(from_json(file));
    return files;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

Result<void> keep_known_release(const std::filesystem::path& folder, const std::string& name,
                                const std::string& version, const std::vector<IndexFile>& files) {
  nlohmann::json list = nlohmann::json::array();
  for (const IndexFile& file : files) list.push_back(to_json(file));
  return write_file(system_disk(), known_release_file(folder, name, version),
                    nlohmann::json{{"schema", kSchema}, {"files", list}}.dump(1) + "\n");
}

}  // namespace tfh
