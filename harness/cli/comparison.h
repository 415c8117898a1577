// The main job: every subject through the rounds, then the baseline against each of the others.
#pragma once

#include <memory>
#include <vector>

#include "harness/cli/check_selection.h"
#include "harness/cli/session.h"
#include "harness/cli/subject_run.h"
#include "harness/report/report.h"
#include "testsuites/check.h"

namespace tfh {

using SubjectRuns = std::vector<std::unique_ptr<SubjectRun>>;

// Rounds 1 and 2 of all subjects of a plan, side by side; each ends with a record or an error.
SubjectRuns run_subjects(Plan plan, const SelectedChecks& checks, const RunOptions& options, Session& session,
                         Slots& slots);

// Round 3: what differs from the baseline, or seems random on one side only, is run again in a fresh process of each
// subject. `baseline` may be a kept record, which is not run.
void confirm_differences(SubjectRuns& runs, const Record* baseline, const SelectedChecks& checks);

// The report of the runs against the baseline (nullptr: the first of them).
Report compare_runs(SubjectRuns& runs, const Record* baseline);

}  // namespace tfh
