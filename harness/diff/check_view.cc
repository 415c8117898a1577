#include "harness/diff/check_view.h"

#include <algorithm>
#include <string_view>

#include "harness/diff/symbol.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

// "load PRODUCER/" of a key in such a part, else "".
std::string load_of(const std::string& key) {
  return key.starts_with("load ") ? key.substr(0, key.find('/') + 1) : "";
}

}  // namespace

CheckView::CheckView(const CheckRecord& check) {
  for (const Observation& observation : check.observations) {
    by_key_.emplace(observation.key, &observation);
    loads_.insert(load_of(observation.key));
    const std::string kind = text_member(observation.value, "kind");
    if (kind == "crash" || kind == "timeout" || kind == "out_of_memory") completed_ = false;
    const bool is_outcome = observation.key == "outcome" || observation.key.ends_with("/outcome");
    if (is_outcome && text_member(observation.value, "value") != "completed")
      unfinished_.push_back(observation.key.substr(0, observation.key.size() - std::string_view("outcome").size()));
  }
  if (check.status != "ok") completed_ = false;
}

const Observation* CheckView::find(const std::string& key) const {
  const Observation* found = find_exactly(key);
  const std::size_t dot = key.rfind('.');
  if (found != nullptr || dot == std::string::npos) return found;
  const Observation* holder = find_exactly(key.substr(0, dot));
  if (holder == nullptr || !is_symbol(holder->value) || !holder->value.contains("bases")) return nullptr;
  for (const nlohmann::json& base : holder->value["bases"]) {
    if (base.is_string()) found = find_exactly(base.get<std::string>() + key.substr(dot));
    if (found != nullptr) return found;
  }
  return nullptr;
}

bool CheckView::would_have(const std::string& key, const CheckView& other) const {
  const auto is_in = [&](const std::string& part) { return key.starts_with(part); };
  if (!completed_ || std::any_of(unfinished_.begin(), unfinished_.end(), is_in)) return false;
  if (const std::string load = load_of(key); !load.empty() && !loads_.contains(load)) return false;
  const std::size_t dot = key.rfind('.');
  if (dot == std::string::npos) return true;
  const std::string holder = key.substr(0, dot);
  if (const Observation* own = find_exactly(holder)) return !is_open(own->value);
  const Observation* theirs = other.find_exactly(holder);
  return theirs == nullptr || !is_class(theirs->value);
}

const Observation* CheckView::find_exactly(const std::string& key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? nullptr : found->second;
}

bool is_revised(const CheckDeclaration& before, const CheckDeclaration& after) {
  return !before.revision.empty() && !after.revision.empty() && before.revision != after.revision;
}

bool is_revised(const Observation& before, const Observation& after) {
  return !before.source.empty() && !after.source.empty() && before.source != after.source;
}

std::unordered_map<std::string, const CheckRecord*> checks_by_id(const std::vector<CheckRecord>& checks) {
  std::unordered_map<std::string, const CheckRecord*> by_id;
  for (const CheckRecord& check : checks) {
    if (check.status != "skipped") by_id.emplace(check.declaration.id, &check);
  }
  return by_id;
}

}  // namespace tfh
