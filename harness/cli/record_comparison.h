// Records held against each other: how every comparison ends, whether they were made just now or kept in files.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/report/report.h"

namespace tfh {

// Fills what a report tells of differences: its counts, the differences and their groups.
void compare_records(Report& report, const Record& baseline, const std::vector<const Record*>& subjects);

// What the records in files tell of each other; nothing is run. The first one is the baseline. Each subject has a note
// that says so, and how many checks only one of the two has: they are not compared.
// Fails where a file is no record, or is of another framework's release than the first.
Result<Report> compare_files(const std::vector<std::string>& files);

}  // namespace tfh
