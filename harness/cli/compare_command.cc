#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "harness/cli/check_selection.h"
#include "harness/cli/commands.h"
#include "harness/cli/comparison.h"
#include "harness/cli/confirmation.h"
#include "harness/cli/cost_run.h"
#include "harness/cli/invocation.h"
#include "harness/cli/options.h"
#include "harness/cli/programs.h"

namespace tfh {

namespace {

struct CompareOptions {
  std::vector<std::string> subjects;
  SourceOptions source;
  CheckOptions checks;
  ReportOptions report;
  bool performance = false;
  bool binary = false;
  bool once = false;
};

Result<Report> compare_subjects(const CompareOptions& options, Session& session) {
  const std::vector<Subject> subjects = TRY(parse_subjects(options.subjects));
  const auto python = TRY(options.source.python_minor());
  RunOptions run_options = TRY(options.checks.run());
  run_options.once = options.once;
  run_options.preparation.binary = options.binary;
  SelectedChecks checks = TRY(options.checks.select());
  SelectedChecks operations = take_costs(checks);  // to be timed
  if (options.performance) operations = TRY(select_checks({"performance"}, {}));
  if (!operations.empty() && run_options.keep != Keep::all)
    return fail("reading the options", "costs are measured in turns, which need every release at once",
                "leave out --keep, or --performance");
  TRY(find_programs());
  Plan plan = plan_subjects(subjects, python, session);
  const bool common = plan.common_python;
  Slots slots(run_options.forks);
  SubjectRuns runs = run_subjects(std::move(plan), checks, run_options, session, slots);
  confirm_differences(runs, nullptr, checks);
  const CostsBySubject costs = operations.empty() ? CostsBySubject() : measure_costs(runs, operations);
  Report report = compare_runs(runs, nullptr);
  report.common_python = common;
  add_costs(report, costs);
  return report;
}

int compare_command(const CompareOptions& options) {
  auto session = options.source.open_session();
  if (!session) return trouble(session.error());
  const std::string started = rfc3339((*session)->clock().now());
  auto report = compare_subjects(options, **session);
  if (!report) return trouble(report.error());
  report->command = command_words();
  report->started = started;
  report->duration_s = (*session)->elapsed();
  session->reset();  // its progress leaves the screen before the report comes
  return deliver(*report, options.report, options.source.quiet);
}

}  // namespace

void add_compare_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CompareOptions>();
  CLI::App* command = app.add_subcommand("compare", "Run the built-in checks under each release and diff them");
  command->footer(
      "Subjects: 2.4.0  latest  tensorflow==2.4.0  2.12.0@py3.8  env:PATH. The first one is the baseline.\n"
      "Exit status: 0 no difference at or above --fail-on, 1 differences, 2 trouble.");
  command->add_option("SUBJECT", options->subjects, "Releases to compare")->required()->expected(2, 64);
  options->source.add_to(*command);
  options->checks.add_to(*command);
  options->report.add_to(*command);
  command->add_flag("--binary", options->binary,
                    "Also whether the wheels can run here, as auditwheel says: minutes for each large one, once");
  command->add_flag("--once", options->once, "Run each check once, not twice, and only what differs once more: sooner");
  command->add_flag("--performance", options->performance,
                    "Also measure imports and common operations, in turns of the releases");
  command->callback([options, &status] { status = compare_command(*options); });
}

}  // namespace tfh
