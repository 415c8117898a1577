#include "harness/diff/check_view.h"

#include <algorithm>
#include <iterator>

#include "harness/diff/symbol.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

// Unless the part goes on in another process.
bool ends_its_part(const nlohmann::json& value) {
  const std::string kind = text_member(value, "kind");
  return kind == "crash" || kind == "timeout" || kind == "out_of_memory";
}

// "load PRODUCER/" of a key in such a part, else "".
std::string load_of(const std::string& key) {
  return key.starts_with("load ") ? key.substr(0, key.find('/') + 1) : "";
}

}  // namespace

CheckView::CheckView(const CheckRecord& check) {
  std::set<std::string> stopped, completed;  // parts; one that goes on after a death is both
  for (const Observation& observation : check.observations) {
    const std::string& key = observation.key;
    by_key_.emplace(key, &observation);
    loads_.insert(load_of(key));
    if (ends_its_part(observation.value)) stopped.insert(load_of(key));
    if (key != "outcome" && !key.ends_with("/outcome")) continue;
    auto& ended = text_member(observation.value, "value") == "completed" ? completed : stopped;
    ended.insert(key.substr(0, key.rfind('/') + 1));
  }
  if (check.status != "ok" && stopped.empty()) stopped.insert("");
  std::ranges::set_difference(stopped, completed, std::back_inserter(unfinished_));
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
  if (std::ranges::any_of(unfinished_, is_in)) return false;
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
