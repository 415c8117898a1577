#include "harness/diff/check_view.h"

#include "harness/record/observation.h"

namespace tfh {

CheckView::CheckView(const CheckRecord& check) {
  for (const Observation& observation : check.observations) {
    by_key_.emplace(observation.key, &observation.value);
    const std::string kind = text_member(observation.value, "kind");
    if (kind == "crash" || kind == "timeout" || kind == "out_of_memory") completed_ = false;
    if (observation.key == "outcome" && text_member(observation.value, "value") != "completed") completed_ = false;
  }
  if (check.status != "ok") completed_ = false;
}

const nlohmann::json* CheckView::find(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : found->second;
}

std::unordered_map<std::string, const CheckRecord*> checks_by_id(const std::vector<CheckRecord>& checks) {
  std::unordered_map<std::string, const CheckRecord*> by_id;
  for (const CheckRecord& check : checks) {
    if (check.status != "skipped") by_id.emplace(check.declaration.id, &check);
  }
  return by_id;
}

}  // namespace tfh
