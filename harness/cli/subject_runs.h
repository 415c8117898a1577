// All subjects of one comparison: what each takes part in, in lanes of their own.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "harness/cli/subject_run.h"

namespace tfh {

using SubjectRuns = std::vector<std::unique_ptr<SubjectRun>>;
using Step = std::function<void(SubjectRun&)>;

std::vector<SubjectRun*> pointers(SubjectRuns& runs);

// Side by side; or, where not all may stay in the store, one by one, the one that is there first.
void in_all_lanes(SubjectRuns& runs, const Step& step);

// The same, after which the workers are not needed for now. With nothing to do, nothing is made ready for it.
void last_round(SubjectRuns& runs, bool needed, const Step& step);

// The record to compare with: `baseline`, where there is one, or that of the first subject. nullptr: it has none.
const Record* baseline_of(SubjectRuns& runs, const Record* baseline);

// The subjects to compare with the baseline: all that ran, but for the baseline itself.
std::vector<SubjectRun*> compared_with(const Record* baseline, SubjectRuns& runs);

}  // namespace tfh
