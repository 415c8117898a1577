#include "harness/cli/comparison.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <iterator>

#include "harness/cli/record_comparison.h"
#include "harness/cli/suspects.h"
#include "harness/record/observation.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

// What may be chance must come out the same so many times more before it is called a difference.
constexpr int kChancePasses = 6;
// What may be read from memory must come out the same in so many processes more: all forks of one share its layout.
constexpr int kOtherMemories = 3;

std::vector<SubjectRun*> pointers(SubjectRuns& runs) {
  std::vector<SubjectRun*> all;
  for (auto& run : runs) all.push_back(run.get());
  return all;
}

using Step = std::function<void(SubjectRun&)>;

void side_by_side(SubjectRuns& runs, const Step& step) {
  std::vector<std::future<void>> pending;
  for (auto& run : runs) pending.push_back(run->lane().run([&step, &run] { step(*run); }));
  for (auto& done : pending) done.wait();
}

// Only one of them is in the store at a time. The one that is there comes first.
void one_by_one(SubjectRuns& runs, const Step& step) {
  std::vector<SubjectRun*> order = pointers(runs);
  if (order.back()->is_provisioned()) std::ranges::reverse(order);
  for (SubjectRun* run : order) {
    if (!run->error() && !run->is_provisioned()) run->session().discard();
    run->lane()
        .run([&] {
          step(*run);
          run->park();
        })
        .wait();
  }
}

void in_all_lanes(SubjectRuns& runs, const Step& step) {
  if (runs.empty()) return;
  if (runs.front()->session().keeps_all())
    side_by_side(runs, step);
  else
    one_by_one(runs, step);
}

// After which the workers are not needed for now. With nothing to do, nothing is made ready for it.
void last_round(SubjectRuns& runs, bool needed, const Step& step) {
  if (!needed) return side_by_side(runs, [](SubjectRun& run) { run.park(); });
  in_all_lanes(runs, [&](SubjectRun& run) {
    step(run);
    run.park();
  });
}

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

// The records to compare with the baseline: all that ran, but for the baseline itself.
std::vector<SubjectRun*> others(SubjectRuns& runs, const Record* baseline) {
  std::vector<SubjectRun*> result;
  for (auto& run : runs)
    if (!run->error() && (baseline || run != runs.front())) result.push_back(run.get());
  return result;
}

const Record* baseline_of(SubjectRuns& runs, const Record* baseline) {
  if (baseline) return baseline;
  return runs.empty() || runs.front()->error() ? nullptr : &runs.front()->record();
}

Suspects suspects_of(SubjectRuns& runs, const Record* baseline, const SelectedChecks& checks,
                     const std::function<bool(const Difference&)>& counts) {
  const Record* against = baseline_of(runs, baseline);
  if (!against) return {};
  std::vector<Difference> all;
  for (SubjectRun* run : others(runs, baseline))
    std::ranges::move(compare(*against, run->record()).differences, std::back_inserter(all));
  return find_suspects(all, checks, counts);
}

bool one_raised(const Difference& difference) {
  const auto raised = [](const nlohmann::json& value) { return text_member(value, "kind") == "exception"; };
  return raised(difference.before) || raised(difference.after);
}

// One side is random; or one dies and the other raises no error: a call that leaves its memory may die in one process,
// die in another way in the next one, and return in a third.
bool may_be_chance(const Difference& difference) {
  return difference.kind == Kind::stability || (difference.kind == Kind::crash && !one_raised(difference));
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

void confirm_differences(SubjectRuns& runs, const Record* baseline, const SelectedChecks& checks) {
  const Suspects differing = suspects_of(runs, baseline, checks, [](const Difference&) { return true; });
  if (differing.empty()) return;
  const std::vector<SubjectRun*> producers = pointers(runs);
  const auto confirm_afresh = [&](const Suspects& suspects) {
    in_all_lanes(runs, [&](SubjectRun& run) {
      run.import_afresh();
      run.confirm(suspects, producers, 1);
    });
  };
  confirm_afresh(differing);
  SelectedChecks hostile;
  std::ranges::copy_if(checks, std::back_inserter(hostile), &testsuites::Check::hostile);
  for (int memory = 0; memory < kOtherMemories && !hostile.empty(); ++memory) {
    const Suspects answered =
        suspects_of(runs, baseline, hostile, [](const Difference& difference) { return !one_raised(difference); });
    if (answered.empty()) break;
    confirm_afresh(answered);
  }
  // Only now, since what was the same twice may have turned out to be random.
  const Suspects doubtful = suspects_of(runs, baseline, checks, may_be_chance);
  last_round(runs, !doubtful.empty(), [&](SubjectRun& run) { run.confirm(doubtful, producers, kChancePasses); });
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
  for (SubjectRun* run : others(runs, baseline)) compared.push_back(&run->record());
  compare_records(report, *against, compared);
  return report;
}

}  // namespace tfh
