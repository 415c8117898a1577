#include <CLI/CLI.hpp>
#include <memory>

#include "harness/cli/commands.h"
#include "harness/cli/comparison.h"
#include "harness/cli/confirmation.h"
#include "harness/cli/invocation.h"
#include "harness/cli/options.h"
#include "harness/cli/programs.h"
#include "harness/cli/record_comparison.h"
#include "testsuites/registry.h"

namespace tfh {

namespace {

struct BaselineOptions {
  std::string subject, file;
  SourceOptions source;
  CheckOptions checks;
  ReportOptions report;
};

// The checks that a kept record holds, so that a check made since is not an addition of the release.
SelectedChecks checks_of(const Record& baseline) {
  SelectedChecks checks;
  for (const CheckRecord& check : baseline.checks)
    if (const testsuites::Check* known = testsuites::find_check(check.declaration.id)) checks.push_back(known);
  return checks;
}

Result<SubjectRuns> run_one(const BaselineOptions& options, const SelectedChecks& checks, const RunOptions& run_options,
                            Session& session, Slots& slots) {
  const auto python = TRY(options.source.python_minor());
  TRY(find_programs());
  return run_subjects(plan_subjects(TRY(parse_subjects({options.subject})), python, session), checks, run_options,
                      session, slots);
}

int record_baseline(const BaselineOptions& options) {
  auto session = options.source.open_session();
  if (!session) return trouble(session.error());
  const auto checks = options.checks.select();
  if (!checks) return trouble(checks.error());
  const auto run_options = options.checks.run();
  if (!run_options) return trouble(run_options.error());
  Slots slots(run_options->forks);
  auto runs = run_one(options, *checks, *run_options, **session, slots);
  if (!runs) return trouble(runs.error());
  const SubjectRun& run = *runs->front();
  if (run.error()) return trouble({"recording " + run.id(), run.error()->message, run.error()->hint});
  if (auto written = write_record(run.record(), options.file); !written) return trouble(written.error());
  (*session)->progress().note("recorded " + run.id() + " in " + options.file);
  return 0;
}

int check_baseline(const BaselineOptions& options) {
  auto baseline = read_record(options.file);
  if (!baseline) return trouble(baseline.error());
  auto session = options.source.open_session();
  if (!session) return trouble(session.error());
  const auto run_options = options.checks.run();
  if (!run_options) return trouble(run_options.error());
  const std::string started = rfc3339((*session)->clock().now());
  const SelectedChecks checks = checks_of(*baseline);
  if (const std::size_t gone = baseline->checks.size() - checks.size(); gone > 0)
    (*session)->progress().note(std::to_string(gone) + " checks of the baseline are no longer made: not compared");
  Slots slots(run_options->forks);
  auto runs = run_one(options, checks, *run_options, **session, slots);
  if (!runs) return trouble(runs.error());
  confirm_differences(*runs, &*baseline, checks);
  Report report = compare_runs(*runs, &*baseline);
  report.baseline_file = options.file;
  report.command = command_words();
  report.started = started;
  report.duration_s = (*session)->elapsed();
  runs->clear();
  session->reset();
  return deliver(report, options.report, options.source.quiet);
}

struct DiffOptions {
  std::vector<std::string> files;
  ReportOptions report;
  bool quiet = false;
};

int diff_baselines(const DiffOptions& options) {
  SystemClock clock;
  const std::string started = rfc3339(clock.now());
  const auto began = clock.steady();
  auto report = compare_files(options.files);
  if (!report) return trouble(report.error());
  report->command = command_words();
  report->started = started;
  report->duration_s = std::chrono::duration<double>(clock.steady() - began).count();
  return deliver(*report, options.report, options.quiet);
}

void add_diff(CLI::App& command, int& status) {
  auto options = std::make_shared<DiffOptions>();
  CLI::App* diff = command.add_subcommand("diff", "Diff records that were kept; nothing is run");
  diff->add_option("FILES", options->files, "Records; the first is the baseline")->required()->expected(2, -1);
  options->report.add_to(*diff);
  diff->add_flag("-q,--quiet", options->quiet, "No report on the terminal");
  diff->callback([options, &status] { status = diff_baselines(*options); });
}

}  // namespace

void add_baseline_command(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("baseline", "Keep a release's record, and check another against it");
  command->require_subcommand(1);
  auto recording = std::make_shared<BaselineOptions>();
  CLI::App* record = command->add_subcommand("record", "Run the checks under one release and keep the record");
  record->add_option("SUBJECT", recording->subject, "Release")->required();
  record->add_option("-o,--output", recording->file, "File of the record")->required()->check(output_file());
  recording->source.add_to(*record);
  recording->checks.add_to(*record);
  record->callback([recording, &status] { status = record_baseline(*recording); });

  auto checking = std::make_shared<BaselineOptions>();
  CLI::App* check = command->add_subcommand("check", "Run the record's checks under one release and diff them");
  check->add_option("FILE", checking->file, "A record")->required();
  check->add_option("SUBJECT", checking->subject, "Release")->required();
  checking->source.add_to(*check);
  checking->checks.add_to(*check);
  checking->report.add_to(*check);
  check->callback([checking, &status] { status = check_baseline(*checking); });

  add_diff(*command, status);
}

}  // namespace tfh
