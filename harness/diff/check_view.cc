#include "harness/diff/check_view.h"

#include "harness/diff/symbol.h"
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
  const nlohmann::json* value = find_exactly(key);
  const std::size_t dot = key.rfind('.');
  if (value != nullptr || dot == std::string::npos) return value;
  const nlohmann::json* holder = find_exactly(key.substr(0, dot));
  if (holder == nullptr || !is_symbol(*holder) || !holder->contains("bases")) return nullptr;
  for (const nlohmann::json& base : (*holder)["bases"]) {
    if (base.is_string()) value = find_exactly(base.get<std::string>() + key.substr(dot));
    if (value != nullptr) return value;
  }
  return nullptr;
}

bool CheckView::would_have(const std::string& key, const CheckView& other) const {
  const std::size_t dot = key.rfind('.');
  if (!completed_ || dot == std::string::npos) return completed_;
  const std::string holder = key.substr(0, dot);
  if (const nlohmann::json* own = find_exactly(holder)) return !is_open(*own);
  const nlohmann::json* theirs = other.find_exactly(holder);
  return theirs == nullptr || !is_class(*theirs);
}

const nlohmann::json* CheckView::find_exactly(const std::string& key) const {
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
