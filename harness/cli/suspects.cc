#include "harness/cli/suspects.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "harness/record/observation.h"

namespace tfh {

namespace {

struct Suspected {
  Keys alive, dead;  // in one subject and in another, a key may be both
};

bool is_death(const nlohmann::json& value) {
  const std::string kind = text_member(value, "kind");
  return kind == "crash" || kind == "timeout";
}

void add(Suspected& suspected, const Difference& difference) {
  const bool died = is_death(difference.before) || is_death(difference.after);
  (died ? suspected.dead : suspected.alive).insert(difference.key());
}

std::vector<Keys> parts_of(const Suspected& suspected) {
  std::vector<Keys> parts(2);
  std::ranges::set_difference(suspected.alive, suspected.dead, std::inserter(parts[0], parts[0].end()));
  std::ranges::set_difference(suspected.dead, suspected.alive, std::inserter(parts[1], parts[1].end()));
  Keys both;
  std::ranges::set_intersection(suspected.alive, suspected.dead, std::inserter(both, both.end()));
  for (const std::string& key : both) parts.push_back({key});
  std::erase_if(parts, [](const Keys& part) { return part.empty(); });
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
