// The main job: every subject through the rounds, then the baseline against each of the others.
#pragma once

#include "harness/cli/check_selection.h"
#include "harness/cli/session.h"
#include "harness/cli/subject_runs.h"
#include "harness/report/report.h"
#include "testsuites/check.h"

namespace tfh {

// Rounds 1 and 2 of all subjects of a plan, side by side; each ends with a record or an error.
SubjectRuns run_subjects(Plan plan, const SelectedChecks& checks, const RunOptions& options, Session& session,
                         Slots& slots);

// The report of the runs against the baseline (nullptr: the first of them).
Report compare_runs(SubjectRuns& runs, const Record* baseline);

}  // namespace tfh
