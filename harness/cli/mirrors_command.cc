#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/index/index.h"
#include "harness/index/mirror_probe.h"
#include "harness/plan/subject.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

constexpr std::uint64_t kSampleBytes = 8 << 20;
constexpr std::uint64_t kReleaseBytes = 500'000'000;  // what mirrors are ranked for: a wheel of TensorFlow

constexpr auto kOwnIndex = "index";  // the name that the index of pip goes by

struct MirrorsOptions {
  std::vector<std::string> mirrors;
  std::string project = "tensorflow", versions, json;
};

int list_mirrors() {
  for (const MirrorPreset& preset : mirror_presets())
    fmt::print("{:<9} {:<52} {:<25} {}\n", preset.name, preset.url, preset.serves, preset.located);
  return 0;
}

std::string versions_text(const std::vector<Version>& versions) {
  std::string text;
  for (const Version& version : versions) text += (text.empty() ? "" : ", ") + version.str();
  return text;
}

std::string table(const std::vector<MirrorProbe>& probes) {
  std::string text = fmt::format("{:<10} {:>8} {:>10}  {:<5} {:<13} {:<10} without\n", "mirror", "page", "rate", "form",
                                 "upload times", "newest");
  for (const MirrorProbe& probe : probes) {
    if (probe.error) {
      text += fmt::format("{:<10} failed: {}\n", probe.name, probe.error->what);
      continue;
    }
    const std::string rate =
        probe.bytes_per_second ? size_text(static_cast<std::uint64_t>(*probe.bytes_per_second)) + "/s" : "no ranges";
    text += fmt::format("{:<10} {:>6.0f}ms {:>10}  {:<5} {:<13} {:<10} {}\n", probe.name, probe.latency_s * 1000, rate,
                        probe.json ? "json" : "html", probe.upload_times ? "yes" : "no",
                        probe.newest ? probe.newest->str() : "-", versions_text(probe.missing));
  }
  return text;
}

nlohmann::json as_json(const std::vector<MirrorProbe>& probes) {
  nlohmann::json mirrors = nlohmann::json::array();
  for (const MirrorProbe& probe : probes) {
    nlohmann::json missing = nlohmann::json::array();
    for (const Version& version : probe.missing) missing.push_back(version.str());
    nlohmann::json mirror = {{"name", probe.name},
                             {"url", probe.url},
                             {"error", nullptr},
                             {"latency_s", probe.latency_s},
                             {"bytes_per_second", nullptr},
                             {"json", probe.json},
                             {"upload_times", probe.upload_times},
                             {"hashes", probe.hashes},
                             {"newest", nullptr},
                             {"missing", missing}};
    if (probe.error) mirror["error"] = probe.error->text();
    if (probe.bytes_per_second) mirror["bytes_per_second"] = *probe.bytes_per_second;
    if (probe.newest) mirror["newest"] = probe.newest->str();
    mirrors.push_back(std::move(mirror));
  }
  return {{"schema", "tfharness-mirrors/1"}, {"mirrors", mirrors}};
}

Result<std::vector<MirrorProbe>> probe_all(const MirrorsOptions& options, Session& session) {
  std::vector<Version> versions;
  for (const std::string& text : split_commas(options.versions)) versions.push_back(TRY(Version::parse(text)));
  std::vector<std::string> names = options.mirrors;
  if (names.empty()) {
    names.push_back(kOwnIndex);
    for (const MirrorPreset& preset : mirror_presets()) names.push_back(preset.name);
  }
  std::vector<MirrorProbe> probes;
  // One after the other: they would share the link.
  for (const std::string& name : names) {
    const std::string url = TRY(name == kOwnIndex ? session.index_url() : mirror_url(name));
    session.progress().begin("ask " + name, 0, "");
    probes.push_back(probe_mirror(name, url, normalized_name(options.project), versions, kSampleBytes, session.http(),
                                  session.clock()));
    session.progress().end("ask " + name, !probes.back().error);
  }
  rank_mirrors(probes, kReleaseBytes);
  return probes;
}

int test_mirrors(const MirrorsOptions& options) {
  auto session = Session::open({});
  if (!session) return trouble(session.error());
  const auto probes = probe_all(options, **session);
  session->reset();  // its progress leaves the screen before the table comes
  if (!probes) return trouble(probes.error());
  Output output;
  output.page = table(*probes);
  output.add(options.json, as_json(*probes).dump(1) + "\n");
  const bool any = std::ranges::any_of(*probes, [](const MirrorProbe& probe) { return !probe.error; });
  return deliver(output, any ? 0 : 2);
}

}  // namespace

void add_mirrors_command(CLI::App& app, int& status) {
  auto options = std::make_shared<MirrorsOptions>();
  CLI::App* command =
      app.add_subcommand("mirrors", "The mirrors that --mirror knows by name, and how they are from here");
  command->require_subcommand(1);
  command->add_subcommand("list", "Names, addresses, what they serve")->callback([&status] {
    status = list_mirrors();
  });
  CLI::App* test = command->add_subcommand("test", "Ask each for a project's page and 8 MiB of a file; best first");
  test->add_option("MIRROR", options->mirrors,
                   "Presets, URLs, or 'index' for what pip uses (default: that and all presets)");
  test->add_option("--project", options->project, "Whose page")->capture_default_str();
  test->add_option("--versions", options->versions, "Say which of these it lacks: 2.4.0,2.12.0");
  test->add_option("--json", options->json, "Write the answers as JSON to this file ('-': stdout)");
  test->callback([options, &status] { status = test_mirrors(*options); });
}

}  // namespace tfh
