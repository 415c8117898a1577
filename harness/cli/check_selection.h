// Which built-in checks a run takes.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"
#include "testsuites/check.h"

namespace tfh {

// Whether a check observes no behaviour but what it costs: it is part of no round (cost_run.h).
bool is_cost(const testsuites::Check& check);

// Checks of the named suites (none: all but `smoke`, whose checks the others repeat, and `performance`) whose id fits
// `glob` (empty: all). The error names the suites there are, and the nearest to one that is not.
Result<std::vector<const testsuites::Check*>> select_checks(const std::vector<std::string>& suites,
                                                            const std::string& glob);

CheckDeclaration declaration_of(const testsuites::Check& check);

}  // namespace tfh
