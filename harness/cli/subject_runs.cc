#include "harness/cli/subject_runs.h"

#include <algorithm>
#include <future>

namespace tfh {

namespace {

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

}  // namespace

std::vector<SubjectRun*> pointers(SubjectRuns& runs) {
  std::vector<SubjectRun*> all;
  for (auto& run : runs) all.push_back(run.get());
  return all;
}

void in_all_lanes(SubjectRuns& runs, const Step& step) {
  if (runs.empty()) return;
  if (runs.front()->session().keeps_all())
    side_by_side(runs, step);
  else
    one_by_one(runs, step);
}

void last_round(SubjectRuns& runs, bool needed, const Step& step) {
  if (!needed) return side_by_side(runs, [](SubjectRun& run) { run.park(); });
  in_all_lanes(runs, [&](SubjectRun& run) {
    step(run);
    run.park();
  });
}

const Record* baseline_of(SubjectRuns& runs, const Record* baseline) {
  if (baseline) return baseline;
  return runs.empty() || runs.front()->error() ? nullptr : &runs.front()->record();
}

std::vector<SubjectRun*> compared_with(const Record* baseline, SubjectRuns& runs) {
  std::vector<SubjectRun*> result;
  for (auto& run : runs)
    if (!run->error() && (baseline || run != runs.front())) result.push_back(run.get());
  return result;
}

}  // namespace tfh
