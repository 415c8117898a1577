#include "harness/cli/comparison.h"

#include <algorithm>
#include <atomic>

#include "harness/cli/record_comparison.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

// Whether a comparison can still come of several subjects: with the baseline and one other at least.
class Prospect {
 public:
  explicit Prospect(std::size_t subjects) : others_(subjects - 1), needed_(subjects > 1) {}
  void lose(bool is_baseline) {
    if (is_baseline)
      baseline_ = false;
    else
      --others_;
  }
  bool is_there() const { return !needed_ || (baseline_ && others_ > 0); }

 private:
  std::atomic<bool> baseline_ = true;
  std::atomic<std::size_t> others_;
  const bool needed_;
};

// The checks would all end at `import tensorflow`.
void refuse_other_frameworks(Plan& plan) {
  for (PlannedSubject& planned : plan.subjects) {
    const std::string& project = planned.subject.name;
    if (planned.error || framework_module(project) == "tensorflow") continue;
    const std::string what = "the built-in checks are for TensorFlow, not for " + project;
    const std::string hint = "to run a script of your own: tfharness test SCRIPT --versions " + project + "==VERSION";
    planned.error = failure("plan", {"choosing checks for " + planned.id, what, hint});
  }
}

void tell_failure(SubjectRun& run) {
  std::string text = failure_text(run.id(), *run.error());
  text.pop_back();  // a note ends its own line
  run.session().progress().note(text);
}

// Round 1 of each. What cannot be compared with anything any more is not run for minutes.
void observe_all(SubjectRuns& runs, const SelectedChecks& checks) {
  Prospect prospect(runs.size());
  const auto lose = [&](SubjectRun& run) {
    if (runs.size() > 1) tell_failure(run);
    prospect.lose(&run == runs.front().get());
  };
  for (auto& run : runs)
    if (run->error()) lose(*run);
  in_all_lanes(runs, [&](SubjectRun& run) {
    if (run.error()) return;
    // Offline it costs little to see what is missing, and each subject is to say it.
    if (prospect.is_there() || run.session().is_offline()) run.import_framework();
    if (run.error()) return lose(run);
    if (!prospect.is_there()) return run.give_up("nothing is left to compare it with");
    run.observe(checks);
    if (run.error()) lose(run);
  });
}

SubjectReport report_of(SubjectRun& run) {
  const Subject& subject = run.planned().subject;
  SubjectReport report = subject_report(run.record());
  report.id = run.id();
  report.requirement = requirement_of(subject);
  if (report.version.empty()) report.version = subject.version;
  report.python = run.planned().interpreter.version;
  report.error = run.error();
  report.phases = run.phases();
  report.peak_rss_bytes = run.peak_rss_bytes();
  report.notes = run.notes();
  return report;
}

}  // namespace

SubjectRuns run_subjects(Plan plan, const SelectedChecks& checks, const RunOptions& options, Session& session,
                         Slots& slots) {
  SubjectRuns runs;
  refuse_other_frameworks(plan);
  session.keep_only(options.keep);
  for (PlannedSubject& planned : plan.subjects)
    runs.push_back(std::make_unique<SubjectRun>(std::move(planned), options, session, slots));
  session.stop_holding_store();
  observe_all(runs, checks);
  const std::vector<SubjectRun*> producers = pointers(runs);
  const bool loads = std::ranges::any_of(checks, [](const testsuites::Check* check) { return !check->load.empty(); });
  last_round(runs, loads, [&](SubjectRun& run) { run.load_artefacts(checks, producers); });
  return runs;
}

Report compare_runs(SubjectRuns& runs, const Record* baseline) {
  Report report;
  const Record* against = baseline_of(runs, baseline);
  report.baseline = baseline ? baseline->subject_id : runs.front()->id();
  for (auto& run : runs) {
    SubjectReport& subject = report.subjects.emplace_back(report_of(*run));
    subject.phases.total_s = subject.phases.resolve_s + subject.phases.fetch_s + subject.phases.unpack_s +
                             subject.phases.import_s + subject.phases.checks_s;
  }
  if (!against) return report;
  std::vector<const Record*> compared;
  for (SubjectRun* run : compared_with(baseline, runs)) compared.push_back(&run->record());
  compare_records(report, *against, compared);
  return report;
}

}  // namespace tfh
