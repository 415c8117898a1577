// Which built-in checks a run takes.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "testsuites/check.h"

namespace tfh {

using SelectedChecks = std::vector<const testsuites::Check*>;

// Checks of the named suites (none: all but `smoke`, whose checks the others repeat, and `performance`) whose id fits
// one of the shell patterns (none: all). The error names a pattern that fits no check, or the suites there are, and the
// nearest to one that is not.
Result<SelectedChecks> select_checks(const std::vector<std::string>& suites, const std::vector<std::string>& patterns);

// Takes out the checks that observe no behaviour but what it costs: they are part of no round (cost_run.h).
SelectedChecks take_costs(SelectedChecks& checks);

CheckDeclaration declaration_of(const testsuites::Check& check);

}  // namespace tfh
