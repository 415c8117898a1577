#include "harness/cli/confirmation.h"

#include <algorithm>
#include <functional>
#include <iterator>

#include "harness/cli/suspects.h"
#include "harness/diff/difference.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

// What may be chance must come out the same so many times more before it is called a difference.
constexpr int kChancePasses = 6;
// What may be read from memory must come out the same in so many processes more: all forks of one share its layout.
constexpr int kOtherMemories = 3;

Suspects suspects_of(SubjectRuns& runs, const Record* baseline, const SelectedChecks& checks,
                     const std::function<bool(const Difference&)>& counts) {
  const Record* against = baseline_of(runs, baseline);
  if (!against) return {};
  std::vector<Difference> all;
  for (SubjectRun* run : compared_with(baseline, runs))
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

}  // namespace

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

}  // namespace tfh
