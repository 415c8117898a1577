#include "harness/index/core_metadata.h"

#include <toml++/toml.h>

#include <sstream>

#include "harness/base/trimmed.h"
#include "harness/plan/subject.h"
#include "harness/plan/version.h"

namespace tfh {
namespace {

constexpr std::string_view white_space = " \t\r\f\v";

toml::array array_of(const std::vector<std::string>& texts) {
  toml::array array;
  for (const std::string& text : texts) array.push_back(text);
  return array;
}

void take_header(CoreMetadata& metadata, std::string_view name, const std::string& value) {
  if (name == "Name") metadata.name = value;
  if (name == "Version") metadata.version = value;
  if (name == "Requires-Python") metadata.requires_python = value;
  if (name == "Requires-Dist") metadata.requires_dist.push_back(value);
  if (name == "Provides-Extra") metadata.extras.push_back(value);
}

}  // namespace

Result<CoreMetadata> parse_core_metadata(std::string_view text) {
  CoreMetadata metadata;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    while (line.ends_with('\r')) line.pop_back();
    if (line.empty()) break;  // the description follows
    const std::size_t colon = line.find(':');
    // What continues a header begins with white space: only descriptions and licences do.
    if (line.front() == ' ' || line.front() == '\t' || colon == std::string::npos) continue;
    const std::string_view header(line);
    const std::string value(trimmed(header.substr(colon + 1), white_space));
    if (!value.empty()) take_header(metadata, header.substr(0, colon), value);
  }
  if (!is_project_name(metadata.name) || !Version::parse(metadata.version))
    return fail("reading METADATA", "it states no project's name, or no version");
  return metadata;
}

std::string uv_configuration(const std::vector<CoreMetadata>& stated) {
  toml::array entries;
  for (const CoreMetadata& metadata : stated) {
    toml::table entry{{"name", metadata.name},
                      {"version", metadata.version},
                      {"requires-dist", array_of(metadata.requires_dist)},
                      {"provides-extra", array_of(metadata.extras)}};
    if (!metadata.requires_python.empty()) entry.insert("requires-python", metadata.requires_python);
    entries.push_back(std::move(entry));
  }
  std::ostringstream text;
  text << toml::table{{"dependency-metadata", std::move(entries)}} << "\n";
  return text.str();
}

}  // namespace tfh
