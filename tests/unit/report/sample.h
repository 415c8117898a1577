// A report with something of everything that the writers show.
#pragma once

#include "harness/report/report.h"

namespace tfh {

Report sample_report();
Report sample_without_differences();
Report sample_with_many_findings(std::size_t findings);  // of kind value, all in one suite

}  // namespace tfh
