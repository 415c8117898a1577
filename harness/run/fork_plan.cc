#include "harness/run/fork_plan.h"

namespace tfh {
namespace {

std::string group_of(const CheckRun& check) {
  return check.group.empty() ? check.id.substr(0, check.id.find('.')) : check.group;
}

bool may_share(const CheckRun& one, const CheckRun& other) {
  return !one.alone && !other.alone && group_of(one) == group_of(other);
}

}  // namespace

std::vector<std::vector<std::size_t>> plan_forks(const std::vector<CheckRun>& checks) {
  std::vector<std::vector<std::size_t>> forks;
  for (std::size_t at = 0; at < checks.size(); ++at) {
    const bool joins = at > 0 && may_share(checks[at - 1], checks[at]) && forks.back().size() < most_in_one_fork;
    if (!joins) forks.emplace_back();
    forks.back().push_back(at);
  }
  return forks;
}

}  // namespace tfh
