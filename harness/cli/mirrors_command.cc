#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "harness/base/credentials.h"
#include "harness/cli/commands.h"
#include "harness/cli/mirror_choice.h"
#include "harness/cli/options.h"
#include "harness/plan/subject.h"
#include "harness/report/mirror_report.h"

namespace tfh {

namespace {

constexpr std::uint64_t kReleaseBytes = 500'000'000;  // what mirrors are ranked for: a wheel of TensorFlow

struct MirrorsOptions {
  std::vector<std::string> mirrors;
  std::string project = "tensorflow", versions, index_url, json;
};

int list_mirrors(const MirrorsOptions& options) {
  Output output;
  output.page = mirrors_text(mirror_presets());
  output.add(options.json, to_json(mirror_presets()).dump(1) + "\n");
  return deliver(output, 0);
}

// The index is always among them: how far the others are behind is behind it.
Result<std::vector<MirrorProbe>> probe_all(const MirrorsOptions& options, Session& session) {
  ProbeRequest request;
  request.project = normalized_name(options.project);
  for (const std::string& text : split_commas(options.versions)) request.versions.push_back(TRY(Version::parse(text)));
  const std::string index = TRY(session.index_url());
  std::vector<NamedMirror> candidates = TRY(mirror_candidates(options.mirrors, index));
  if (!index_among(candidates, index)) candidates.push_back({"index", index});
  const std::string step = "measure " + std::to_string(candidates.size()) + " mirrors";
  session.progress().begin(step, 0, "");
  auto probes = probe_mirrors(candidates, index_among(candidates, index), request, session.http(), session.clock());
  session.progress().end(step, true);
  rank_mirrors(probes, kReleaseBytes);
  return probes;
}

int test_mirrors(const MirrorsOptions& options) {
  SessionOptions opening;
  opening.index_url = options.index_url;
  auto session = Session::open(opening);
  if (!session) return trouble(session.error());
  const auto probes = probe_all(options, **session);
  session->reset();  // its progress leaves the screen before the table comes
  if (!probes) return trouble(probes.error());
  Output output;
  output.page = probes_text(*probes);
  output.add(options.json, to_json(*probes).dump(1) + "\n");
  const bool any = std::ranges::any_of(*probes, [&](const MirrorProbe& probe) {
    const bool asked =
        options.mirrors.empty() || std::ranges::count(options.mirrors, probe.name, without_credentials) > 0;
    return asked && is_usable(probe);
  });
  return deliver(output, any ? 0 : 2);
}

}  // namespace

void add_mirrors_command(CLI::App& app, int& status) {
  auto options = std::make_shared<MirrorsOptions>();
  CLI::App* command =
      app.add_subcommand("mirrors", "The mirrors that --mirror knows by name, and how they are from here");
  command->require_subcommand(1);
  CLI::App* list = command->add_subcommand("list", "Names, addresses, what they serve");
  list->add_option("--json", options->json, "Write the list as JSON to this file ('-': stdout)")->check(output_file());
  list->callback([options, &status] { status = list_mirrors(*options); });
  CLI::App* test = command->add_subcommand("test", "Ask each for a project's page and 8 MiB of a file; best first");
  test->footer(
      "Latency is that of one byte. The rate is that of the youngest large file's first bytes: a quarter of a MiB, "
      "then\n"
      "what takes a second and a half, 8 MiB at most. Behind is what the index lists and the mirror does not, and "
      "since\n"
      "when. A mirror that gives another sha256 than the index comes last, and --mirror auto does not take it.\n"
      "Exit status: 0 one can be used, 2 none.");
  test->add_option("MIRROR", options->mirrors,
                   "Presets, URLs, or 'index' for what pip uses (default: that and all presets)");
  test->add_option("--project", options->project, "Whose page")->capture_default_str();
  test->add_option("--versions", options->versions, "Say which of these it lacks: 2.4.0,2.12.0");
  test->add_option("--index-url", options->index_url, "Simple index to compare with (default: what pip uses)");
  test->add_option("--json", options->json, "Write the answers as JSON to this file ('-': stdout)")
      ->check(output_file());
  test->callback([options, &status] { status = test_mirrors(*options); });
}

}  // namespace tfh
