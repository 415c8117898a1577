// Lists of what checks observed, put together from the outcomes of several passes.
#pragma once

#include <string>
#include <vector>

#include "harness/record/record.h"
#include "harness/run/worker.h"

namespace tfh {

CheckRecord record_of(CheckOutcome outcome);

// nullptr: the check is not there.
CheckRecord* find_record(std::vector<CheckRecord>& records, const std::string& check);

// Adds a check, or the observations of its load part to the check that is there already.
void add_record(std::vector<CheckRecord>& records, CheckRecord seen);

// Of what `records` hold, what these runs make again.
std::vector<CheckRecord> made_again(const std::vector<CheckRecord>& records, const std::vector<CheckRun>& runs);

}  // namespace tfh
