#include "harness/diff/check_view.h"
#include "harness/diff/difference.h"

namespace tfh {

namespace {

// An observation of one run that the other run saw otherwise, or did not make although it came to its end.
bool differs(const Observation& observation, const CheckView& own, const CheckView& other,
             const CheckDeclaration& declaration) {
  const Observation* again = other.find(observation.key);
  if (again == nullptr) return other.would_have(observation.key, own);
  return classify(observation.value, again->value, declaration).has_value();
}

}  // namespace

std::map<std::string, nlohmann::json> unstable_between(const std::vector<CheckRecord>& first,
                                                       const std::vector<CheckRecord>& second) {
  std::map<std::string, nlohmann::json> unstable;
  const auto second_by_id = checks_by_id(second);
  for (const CheckRecord& check : first) {
    const auto found = second_by_id.find(check.declaration.id);
    if (check.status == "skipped" || found == second_by_id.end()) continue;
    const CheckView first_view(check);
    const CheckView second_view(*found->second);
    const auto id = [&](const Observation& observation) { return check.declaration.id + "/" + observation.key; };
    for (const Observation& observation : check.observations) {
      if (!differs(observation, first_view, second_view, check.declaration)) continue;
      const Observation* again = second_view.find(observation.key);
      unstable[id(observation)] = again != nullptr ? again->value : nlohmann::json();
    }
    for (const Observation& observation : found->second->observations) {
      if (first_view.find(observation.key) == nullptr && first_view.would_have(observation.key, second_view))
        unstable[id(observation)] = observation.value;
    }
  }
  return unstable;
}

}  // namespace tfh
