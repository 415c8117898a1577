#include "harness/cli/mirror_choice.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "harness/base/credentials.h"
#include "harness/base/file.h"
#include "harness/index/mirrors.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

constexpr auto kIndexName = "index";
constexpr auto kSchema = "tfharness-mirror-choice/1";
constexpr auto kKept = std::chrono::hours(24);
constexpr std::size_t kMost = 3;                      // mirrors to take one after the other
constexpr std::uint64_t kReleaseBytes = 500'000'000;  // what they are ranked for: a wheel of TensorFlow

std::string described(const MirrorProbe& probe) {
  if (!probe.bytes_per_second) return probe.name;
  return fmt::format("{} ({}/s)", probe.name, size_text(static_cast<std::uint64_t>(*probe.bytes_per_second)));
}

nlohmann::json names_of(const std::vector<NamedMirror>& candidates) {
  nlohmann::json names = nlohmann::json::array();
  for (const NamedMirror& mirror : candidates) names.push_back(without_credentials(mirror.url));
  return names;
}

std::optional<std::vector<std::string>> kept_choice(const std::vector<NamedMirror>& candidates, Workshop& workshop) {
  const auto text = read_file(workshop.layout.mirror_choice());
  const auto json = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
  std::chrono::system_clock::time_point measured;
  if (!json.is_object() || json.value("schema", "") != kSchema ||
      json.value("candidates", nlohmann::json()) != names_of(candidates) ||
      !parse_rfc3339(json.value("measured", ""), measured))
    return std::nullopt;
  const auto age = workshop.clock.now() - measured;
  if (age < std::chrono::seconds(0) || age > kKept) return std::nullopt;
  std::vector<std::string> chosen;  // by position: what is kept holds no passwords
  for (const std::size_t position : json.value("chosen", std::vector<std::size_t>()))
    if (position < candidates.size()) chosen.push_back(candidates[position].url);
  workshop.progress.note(json.value("said", "") + ", measured at " + json.value("measured", ""));
  return chosen;
}

}  // namespace

Result<std::vector<NamedMirror>> mirror_candidates(const std::vector<std::string>& names,
                                                   const std::string& index_url) {
  std::vector<NamedMirror> candidates;
  if (names.empty()) {
    if (!index_url.empty()) candidates.push_back({kIndexName, index_url});
    for (const MirrorPreset& preset : mirror_presets()) candidates.push_back({preset.name, preset.url});
  }
  for (const std::string& name : names)
    candidates.push_back({without_credentials(name), name == kIndexName ? index_url : TRY(mirror_url(name))});
  return candidates;
}

std::optional<std::size_t> index_among(const std::vector<NamedMirror>& candidates, const std::string& index_url) {
  const auto found = std::ranges::find(candidates, index_url, &NamedMirror::url);
  if (found == candidates.end()) return std::nullopt;
  return static_cast<std::size_t>(found - candidates.begin());
}

std::vector<std::string> choose_mirrors(const std::vector<NamedMirror>& candidates, const std::string& index_url,
                                        Workshop& workshop) {
  if (auto kept = kept_choice(candidates, workshop)) return *kept;
  ProbeRequest request;
  request.project = "tensorflow";  // a large page, and large files to sample
  request.deadline = std::chrono::seconds(3);
  request.budget = std::chrono::seconds(9);
  request.sample_bytes = 4 << 20;
  request.samples = 4;
  const std::string step = "measure mirrors";
  workshop.progress.begin(step, 0, "");
  auto probes = probe_mirrors(candidates, index_among(candidates, index_url), request, workshop.http, workshop.clock);
  workshop.progress.end(step, true);
  rank_mirrors(probes, kReleaseBytes);
  std::vector<std::string> chosen;
  std::vector<std::size_t> positions;
  std::string said;
  for (const MirrorProbe& probe : probes) {
    if (!is_usable(probe) || !probe.bytes_per_second || chosen.size() == kMost) break;
    said += (said.empty() ? "--mirror auto: " : ", then ") + described(probe);
    if (probe.url == index_url) break;
    chosen.push_back(probe.url);
    positions.push_back(
        static_cast<std::size_t>(std::ranges::find(candidates, probe.url, &NamedMirror::url) - candidates.begin()));
  }
  const bool measured = !said.empty();
  if (!measured) said = "--mirror auto: no mirror answered in time, files come from where the index says";
  workshop.progress.note(said);
  const nlohmann::json kept = {{"schema", kSchema},
                               {"measured", rfc3339(workshop.clock.now())},
                               {"candidates", names_of(candidates)},
                               {"chosen", positions},
                               {"said", said}};
  if (measured)
    if (auto written = write_file(workshop.disk, workshop.layout.mirror_choice(), kept.dump(1) + "\n"); !written)
      workshop.progress.note(written.error().text());
  return chosen;
}

}  // namespace tfh
