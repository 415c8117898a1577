#include "harness/cli/check_records.h"

#include <algorithm>
#include <iterator>

#include "harness/cli/check_selection.h"
#include "testsuites/registry.h"

namespace tfh {

CheckRecord record_of(CheckOutcome outcome) {
  CheckRecord record;
  record.declaration = declaration_of(*testsuites::find_check(outcome.id));
  record.status = std::move(outcome.status);
  record.witness = std::move(outcome.witness);
  record.observations = std::move(outcome.observations);
  return record;
}

CheckRecord* find_record(std::vector<CheckRecord>& records, const std::string& check) {
  const auto found = std::ranges::find(
      records, check, [](const CheckRecord& record) -> const std::string& { return record.declaration.id; });
  return found == records.end() ? nullptr : &*found;
}

void add_record(std::vector<CheckRecord>& records, CheckRecord seen) {
  CheckRecord* known = find_record(records, seen.declaration.id);
  if (!known) {
    records.push_back(std::move(seen));
    return;
  }
  std::ranges::move(seen.observations, std::back_inserter(known->observations));
  if (known->status == "ok") known->status = seen.status;
  known->witness += "\n" + seen.witness;
}

std::vector<CheckRecord> records_also_in(const std::vector<CheckRecord>& records, std::vector<CheckRecord>& others) {
  std::vector<CheckRecord> both;
  std::ranges::copy_if(records, std::back_inserter(both),
                       [&](const CheckRecord& record) { return find_record(others, record.declaration.id); });
  return both;
}

}  // namespace tfh
