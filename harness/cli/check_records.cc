#include "harness/cli/check_records.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "harness/cli/check_selection.h"
#include "testsuites/registry.h"

namespace tfh {

CheckRecord record_of(CheckOutcome outcome) {
  CheckRecord record;
  record.declaration = declaration_of(*testsuites::find_check(outcome.id));
  record.status = std::move(outcome.status);
  record.witness = std::move(outcome.witness);
  record.observations = std::move(outcome.observations);
  record.seconds = outcome.seconds;
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
  known->seconds += seen.seconds;
}

std::vector<CheckRecord> made_again(const std::vector<CheckRecord>& records, const std::vector<CheckRun>& runs) {
  std::multimap<std::string_view, const CheckRun*> runs_by_id;
  for (const CheckRun& run : runs) runs_by_id.emplace(run.id, &run);
  std::vector<CheckRecord> again;
  for (const CheckRecord& record : records) {
    const auto [first, last] = runs_by_id.equal_range(record.declaration.id);
    if (first == last) continue;
    CheckRecord& same = again.emplace_back(record);
    std::erase_if(same.observations, [&](const Observation& seen) {
      return std::none_of(first, last, [&](const auto& run) {
        return run.second->only.empty() || run.second->only.contains(seen.key);
      });
    });
  }
  return again;
}

}  // namespace tfh
