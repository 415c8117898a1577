// What each subject costs, measured after all rounds: one process at a time, the subjects in turn, so that whatever
// else the machine does meets all of them alike.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "harness/cli/comparison.h"
#include "harness/diff/cost.h"

namespace tfh {

using CostsBySubject = std::map<std::string, std::vector<Cost>>;  // by SUBJECT_ID

// `operations`: the checks of the suite `performance`. Beside them: the import's time, its peak of memory, the
// libraries it loads, the wheel's bytes and those of everything installed. Subjects that failed are left out.
CostsBySubject measure_costs(SubjectRuns& runs, const SelectedChecks& operations);

// Adds what the costs of the others differ in from those of the report's baseline.
void add_costs(Report& report, const CostsBySubject& costs);

}  // namespace tfh
