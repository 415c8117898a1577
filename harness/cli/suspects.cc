#include "harness/cli/suspects.h"

#include <map>

#include "harness/diff/check_view.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

struct Suspected {
  Keys keys, deaths;
};

bool is_death(const nlohmann::json& value) {
  const std::string kind = text_member(value, "kind");
  return kind == "crash" || kind == "timeout";
}

void add(Suspected& suspected, const Difference& difference) {
  suspected.keys.insert(difference.key());
  if (is_death(difference.before) || is_death(difference.after)) suspected.deaths.insert(difference.key());
}

// In the order in which the baseline made them; what only other releases make comes with the last.
std::vector<Keys> parts_of(Suspected suspected, const CheckRecord& baseline) {
  std::vector<Keys> parts(1);
  for (const Observation& seen : baseline.observations) {
    if (suspected.keys.erase(seen.key) == 0) continue;
    parts.back().insert(seen.key);
    if (suspected.deaths.contains(seen.key)) parts.emplace_back();
  }
  parts.back().merge(suspected.keys);
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

}  // namespace

Suspects find_suspects(const std::vector<Difference>& differences, const Record& baseline, const SelectedChecks& checks,
                       const std::function<bool(const Difference&)>& counts) {
  std::map<std::string, Suspected> by_check;
  for (const Difference& difference : differences)
    if (counts(difference)) add(by_check[difference.check_id()], difference);
  const auto of_baseline = checks_by_id(baseline.checks);
  Suspects suspects;
  for (const testsuites::Check* check : checks)
    if (const auto found = by_check.find(check->id); found != by_check.end())
      suspects.push_back(
          {check, check->independent ? parts_of(found->second, *of_baseline.at(check->id)) : std::vector<Keys>()});
  return suspects;
}

}  // namespace tfh
