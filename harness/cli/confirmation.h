// Round 3: what differs is seen again before it is called a difference.
#pragma once

#include "harness/cli/check_selection.h"
#include "harness/cli/subject_runs.h"
#include "harness/record/record.h"

namespace tfh {

// What differs from the baseline, or seems random on one side only, is run again in a fresh process of each subject.
// `baseline` may be a kept record, which is not run; nullptr: the first subject.
void confirm_differences(SubjectRuns& runs, const Record* baseline, const SelectedChecks& checks);

}  // namespace tfh
