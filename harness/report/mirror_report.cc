#include "harness/report/mirror_report.h"

#include <fmt/format.h>

#include <array>

#include "harness/base/credentials.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

using nlohmann::json;

const char* yes(bool value) {
  return value ? "yes" : "no";
}

std::string milliseconds(double seconds) {
  return fmt::format("{:.0f} ms", seconds * 1000);
}

std::string forms_text(const MirrorProbe& probe) {
  return std::string(probe.json ? "json" : "html") + (probe.hashes ? "" : " without hashes");
}

const char* metadata_text(MetadataFiles metadata) {
  constexpr std::array<const char*, 3> texts = {"no", "promised, 404", "yes"};
  return texts.at(static_cast<std::size_t>(metadata));
}

std::string lag_text(const MirrorProbe& probe) {
  if (!probe.lag) return "-";
  if (probe.lag->other_hashes > 0) return fmt::format("OTHER HASHES of {}", counted(probe.lag->other_hashes, "file"));
  if (probe.lag->missing_files == 0) return "nothing";
  const std::string files = counted(probe.lag->missing_files, "file");
  return probe.lag->seconds ? fmt::format("{}, {:.1f} days", files, *probe.lag->seconds / 86400) : files;
}

std::string versions_text(const std::vector<Version>& versions) {
  std::string text;
  for (const Version& version : versions) text += (text.empty() ? "" : ", ") + version.str();
  return text;
}

std::string rate_text(const MirrorProbe& probe) {
  return probe.bytes_per_second ? size_text(static_cast<std::uint64_t>(*probe.bytes_per_second)) + "/s" : "-";
}

template <class Value>
json or_null(const std::optional<Value>& value) {
  return value ? json(*value) : json();
}

json as_json(const MirrorProbe& probe) {
  json missing = json::array();
  for (const Version& version : probe.missing) missing.push_back(version.str());
  json lag;
  if (probe.lag)
    lag = {{"missing_files", probe.lag->missing_files},
           {"other_hashes", probe.lag->other_hashes},
           {"seconds", or_null(probe.lag->seconds)}};
  return {{"name", probe.name},
          {"url", without_credentials(probe.url)},
          {"error", probe.error ? json(probe.error->text()) : json()},
          {"page_s", probe.page_s},
          {"latency_s", or_null(probe.latency_s)},
          {"bytes_per_second", or_null(probe.bytes_per_second)},
          {"json", probe.json},
          {"upload_times", probe.upload_times},
          {"hashes", probe.hashes},
          {"metadata_files", metadata_text(probe.metadata)},
          {"newest", probe.newest ? json(probe.newest->str()) : json()},
          {"missing", missing},
          {"behind", lag}};
}

}  // namespace

std::string mirrors_text(const std::vector<MirrorPreset>& presets) {
  std::vector<std::vector<std::string>> rows{
      {"name", "address", "answers in", "upload times", "metadata", "has", "where"}};
  for (const MirrorPreset& preset : presets)
    rows.push_back({preset.name, preset.url, preset.forms, yes(preset.upload_times), yes(preset.metadata),
                    preset.complete, preset.located});
  return aligned_columns(rows) +
         "\nAs their operators and users say; how they are from here: tfharness mirrors test. A mirror without upload\n"
         "times serves the files; what belongs to a release's time is asked of the index.\n";
}

json to_json(const std::vector<MirrorPreset>& presets) {
  json mirrors = json::array();
  for (const MirrorPreset& preset : presets)
    mirrors.push_back({{"name", preset.name},
                       {"url", preset.url},
                       {"forms", preset.forms},
                       {"upload_times", preset.upload_times},
                       {"metadata_files", preset.metadata},
                       {"complete", preset.complete},
                       {"located", preset.located}});
  return {{"schema", "tfharness-mirror-presets/1"}, {"mirrors", mirrors}};
}

std::string probes_text(const std::vector<MirrorProbe>& probes) {
  std::vector<std::vector<std::string>> rows{
      {"mirror", "latency", "page", "rate", "form", "upload times", "metadata", "newest", "behind", "without"}};
  std::string failures;
  for (const MirrorProbe& probe : probes) {
    if (probe.error)
      failures += fmt::format("{} failed: {}\n", probe.name, probe.error->what);
    else
      rows.push_back({probe.name, probe.latency_s ? milliseconds(*probe.latency_s) : "-", milliseconds(probe.page_s),
                      rate_text(probe), forms_text(probe), yes(probe.upload_times), metadata_text(probe.metadata),
                      probe.newest ? probe.newest->str() : "-", lag_text(probe), versions_text(probe.missing)});
  }
  return (rows.size() > 1 ? aligned_columns(rows) : "") + failures;
}

json to_json(const std::vector<MirrorProbe>& probes) {
  json mirrors = json::array();
  for (const MirrorProbe& probe : probes) mirrors.push_back(as_json(probe));
  return {{"schema", "tfharness-mirrors/1"}, {"mirrors", mirrors}};
}

}  // namespace tfh
