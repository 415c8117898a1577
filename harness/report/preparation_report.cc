#include "harness/report/preparation_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/report/text_layout.h"

namespace tfh {

namespace {

std::string releases_table(const std::vector<ReadyRelease>& releases) {
  std::vector<std::vector<std::string>> rows{{"release", "packages", "fetched", "resolve", "fetch", "unpack"}};
  for (const ReadyRelease& release : releases)
    if (!release.error)
      rows.push_back({release.id, std::to_string(release.packages), size_text(release.phases.fetched_bytes),
                      seconds_text(release.phases.resolve_s), seconds_text(release.phases.fetch_s),
                      seconds_text(release.phases.unpack_s)});
  return rows.size() == 1 ? "" : aligned_columns(rows, {1, 2, 3, 4, 5});
}

nlohmann::json as_json(const ReadyRelease& release) {
  return {{"id", release.id},
          {"status", release.error ? "failed" : "ok"},
          {"prefix", release.prefix},
          {"packages", release.packages},
          {"fetched_bytes", release.phases.fetched_bytes},
          {"resolve_s", release.phases.resolve_s},
          {"fetch_s", release.phases.fetch_s},
          {"unpack_s", release.phases.unpack_s},
          {"notes", release.notes},
          {"error", to_json(release.error)}};
}

}  // namespace

std::string preparation_text(const PreparationReport& report) {
  std::string text = releases_table(report.releases);
  std::size_t failed = 0;
  std::uint64_t fetched = 0;
  for (const ReadyRelease& release : report.releases) {
    fetched += release.phases.fetched_bytes;
    for (const std::string& note : release.notes) text += "note: " + release.id + ": " + note + "\n";
    if (!release.error) continue;
    ++failed;
    text += failure_text(release.id, *release.error);
  }
  text += fmt::format("{} ready; fetched {} in {}", counted(report.releases.size() - failed, "release"),
                      size_text(fetched), seconds_text(report.seconds));
  if (failed > 0) text += fmt::format("; {} failed", failed);
  return text + "\n";
}

nlohmann::json to_json(const PreparationReport& report) {
  nlohmann::json releases = nlohmann::json::array();
  for (const ReadyRelease& release : report.releases) releases.push_back(as_json(release));
  return {{"schema", "tfharness-preparation/1"}, {"releases", releases}, {"seconds", report.seconds}};
}

int exit_status(const PreparationReport& report) {
  return std::ranges::any_of(report.releases, [](const ReadyRelease& release) { return release.error.has_value(); })
             ? 2
             : 0;
}

}  // namespace tfh
