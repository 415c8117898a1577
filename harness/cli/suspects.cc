#include "harness/cli/suspects.h"

#include <map>

#include "harness/record/observation.h"

namespace tfh {

namespace {

struct Suspected {
  std::vector<std::string> keys;  // as observed
  Keys known, deaths;
};

bool is_death(const nlohmann::json& value) {
  const std::string kind = text_member(value, "kind");
  return kind == "crash" || kind == "timeout";
}

void add(Suspected& suspected, const Difference& difference) {
  const std::string key = difference.key();
  if (suspected.known.insert(key).second) suspected.keys.push_back(key);
  if (is_death(difference.before) || is_death(difference.after)) suspected.deaths.insert(key);
}

std::vector<Keys> parts_of(const Suspected& suspected) {
  std::vector<Keys> parts;
  bool died = true;
  for (const std::string& key : suspected.keys) {
    if (died) parts.emplace_back();
    parts.back().insert(key);
    died = suspected.deaths.contains(key);
  }
  return parts;
}

}  // namespace

Suspects find_suspects(const std::vector<Difference>& differences, const SelectedChecks& checks,
                       const std::function<bool(const Difference&)>& counts) {
  std::map<std::string, Suspected> by_check;
  for (const Difference& difference : differences)
    if (counts(difference)) add(by_check[difference.check_id()], difference);
  Suspects suspects;
  for (const testsuites::Check* check : checks)
    if (const auto found = by_check.find(check->id); found != by_check.end())
      suspects.push_back({check, check->independent ? parts_of(found->second) : std::vector<Keys>()});
  return suspects;
}

}  // namespace tfh
