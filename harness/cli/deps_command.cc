#include <CLI/CLI.hpp>
#include <future>
#include <memory>

#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/cli/preparation.h"
#include "harness/cli/terminal.h"
#include "harness/report/dependency_report.h"

namespace tfh {

namespace {

struct DepsOptions {
  std::vector<std::string> subjects;
  std::string json, markdown;
  ResolveOptions resolve;
  SourceOptions source;
};

DependencySubject resolved(const PlannedSubject& planned, const PreparationOptions& options, Session& session) {
  DependencySubject subject;
  subject.id = planned.id;
  subject.python = planned.interpreter.version;
  subject.resolve = resolve_name(planned, options);
  subject.error = planned.error;
  if (subject.error) return subject;
  const std::string step = "resolve " + planned.id;
  session.progress().begin(step, 0, "");
  auto found = find_packages(planned, options, session);
  session.progress().end(step, found.has_value());
  if (!found) {
    subject.error = found.error();
    return subject;
  }
  subject.exclude_newer = found->exclude_newer;
  subject.packages = std::move(found->packages);
  return subject;
}

// Side by side; a single subject is resolved as of its time, then as of today.
DependencyReport resolve_all(const Plan& plan, const PreparationOptions& options, Session& session) {
  std::vector<std::future<DependencySubject>> pending;
  const auto add = [&](const PlannedSubject& planned, PreparationOptions how) {
    pending.push_back(
        std::async(std::launch::async, [&planned, how, &session] { return resolved(planned, how, session); }));
  };
  if (plan.subjects.size() == 1) add(plan.subjects.front(), {ResolveMode::era, false});
  for (const PlannedSubject& planned : plan.subjects) add(planned, options);
  DependencyReport report;
  for (auto& subject : pending) report.push_back(subject.get());
  if (plan.subjects.size() == 1)
    for (DependencySubject& subject : report) subject.id += " (" + subject.resolve + ")";
  compare_dependencies(report);
  return report;
}

Result<DependencyReport> compare_environments(const DepsOptions& options, Session& session) {
  const std::vector<Subject> subjects = TRY(parse_subjects(options.subjects));
  if (subjects.size() == 1 && options.resolve.preparation().mode == ResolveMode::era)
    return fail("comparing dependencies", "there is nothing to compare " + subjects.front().written + " with",
                "name a second release, or --resolve latest to compare its time with today");
  const Plan plan = plan_subjects(subjects, TRY(options.source.python_minor()), session);
  return resolve_all(plan, options.resolve.preparation(), session);
}

int deps_command(const DepsOptions& options) {
  auto session = options.source.open_session();
  if (!session) return trouble(session.error());
  const auto report = compare_environments(options, **session);
  session->reset();  // its progress leaves the screen before the page comes
  if (!report) return trouble(report.error());
  Output output;
  if (!options.source.quiet) output.page = dependency_text(*report, terminal_style(false));
  output.add(options.json, to_json(*report).dump(1) + "\n");
  output.add(options.markdown, dependency_markdown(*report));
  return deliver(output, exit_status(*report));
}

}  // namespace

void add_deps_command(CLI::App& app, int& status) {
  auto options = std::make_shared<DepsOptions>();
  CLI::App* command =
      app.add_subcommand("deps", "Compare what the environments of releases hold, without fetching them");
  command->footer(
      "Subjects as in compare; the first one is the baseline. One subject with --resolve latest: its own time\n"
      "against today. Exit status: 0 the same packages, 1 differences, 2 trouble.");
  command->add_option("SUBJECT", options->subjects, "Releases or environments")->required()->expected(1, 64);
  options->resolve.add_to(*command);
  command->add_option("--json", options->json, "Write the comparison as JSON to this file ('-': stdout)")
      ->check(output_file());
  command->add_option("--markdown", options->markdown, "Write Markdown to this file")->check(output_file());
  options->source.add_to(*command);
  command->callback([options, &status] { status = deps_command(*options); });
}

}  // namespace tfh
