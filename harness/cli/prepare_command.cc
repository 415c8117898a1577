#include <CLI/CLI.hpp>
#include <future>
#include <memory>

#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/cli/preparation.h"
#include "harness/report/preparation_report.h"

namespace tfh {

namespace {

struct PrepareOptions {
  std::vector<std::string> subjects;
  std::string json;
  ResolveOptions resolve;
  SourceOptions source;
};

ReadyRelease made_ready(const PlannedSubject& planned, const PreparationOptions& options, Session& session) {
  ReadyRelease release;
  release.id = planned.id;
  release.error = planned.error;
  if (release.error) return release;
  const auto prepared = prepare(planned, options, session);
  if (!prepared) {
    release.error = prepared.error();
    return release;
  }
  release.prefix = prepared->prefix.root;
  release.packages = prepared->prefix.packages.size();
  release.phases = prepared->phases;
  release.notes = prepared->notes;
  return release;
}

Result<PreparationReport> prepare_all(const PrepareOptions& options, Session& session) {
  const std::vector<Subject> subjects = TRY(parse_subjects(options.subjects));
  const Plan plan = plan_subjects(subjects, TRY(options.source.python_minor()), session);
  const PreparationOptions how = options.resolve.preparation();
  std::vector<std::future<ReadyRelease>> pending;
  for (const PlannedSubject& planned : plan.subjects)
    pending.push_back(std::async(std::launch::async, [&] { return made_ready(planned, how, session); }));
  PreparationReport report;
  for (auto& release : pending) report.releases.push_back(release.get());
  report.seconds = session.elapsed();
  return report;
}

int prepare_command(const PrepareOptions& options) {
  auto session = options.source.open_session();
  if (!session) return trouble(session.error());
  const auto report = prepare_all(options, **session);
  session->reset();  // its progress leaves the screen before the table comes
  if (!report) return trouble(report.error());
  Output output;
  if (!options.source.quiet) output.page = preparation_text(*report);
  output.add(options.json, to_json(*report).dump(1) + "\n");
  return deliver(output, exit_status(*report));
}

}  // namespace

void add_prepare_command(CLI::App& app, int& status) {
  auto options = std::make_shared<PrepareOptions>();
  CLI::App* command = app.add_subcommand("prepare", "Make releases ready in the store, without running them");
  command->footer(
      "Fetches a release and its dependencies, unpacks and byte-compiles them: what compare, test and baseline do\n"
      "first. They then start at once, also with --offline. For the image or the cache of a CI job.\n\n"
      "  tfharness prepare 2.4.0 2.8.0 2.12.0\n\n"
      "Exit status: 0 all are ready, 2 something failed; the rest is ready nevertheless.");
  command->add_option("SUBJECT", options->subjects, "Releases: 2.4.0, torch==1.10.0, 2.12.0@py3.8")
      ->required()
      ->expected(1, 64);
  options->resolve.add_to(*command);
  command->add_option("--json", options->json, "Write what was made ready as JSON to this file ('-': stdout)")
      ->check(output_file());
  options->source.add_to(*command);
  command->callback([options, &status] { status = prepare_command(*options); });
}

}  // namespace tfh
