#include "harness/cli/check_selection.h"

#include <fnmatch.h>

#include <algorithm>

#include "harness/base/sha256.h"
#include "harness/base/suggestion.h"
#include "testsuites/registry.h"

namespace tfh {

namespace {

std::string policy_name(testsuites::Policy policy) {
  switch (policy) {
    case testsuites::Policy::covered:
      return "covered";
    case testsuites::Policy::not_covered:
      return "not-covered";
    case testsuites::Policy::unknown:
      break;
  }
  return "unknown";
}

bool is_cost(const testsuites::Check& check) {
  return check.suite() == "performance";
}

}  // namespace

Result<SelectedChecks> select_checks(const std::vector<std::string>& suites, const std::vector<std::string>& patterns) {
  const std::vector<std::string> names = testsuites::suite_names();
  for (const std::string& suite : suites)
    if (std::ranges::find(names, suite) == names.end())
      return fail("choosing checks", "there is no suite '" + suite + "'", suggestion(suite, names));
  SelectedChecks selected;
  std::vector<std::string> unused = patterns;
  for (const testsuites::Check& check : testsuites::all_checks()) {
    const bool usual = !is_cost(check) && (check.suite() != "smoke" || !patterns.empty());
    const bool in_suite = suites.empty() ? usual : std::ranges::find(suites, check.suite()) != suites.end();
    const auto fits = [&](const std::string& pattern) { return fnmatch(pattern.c_str(), check.id.c_str(), 0) == 0; };
    if (!in_suite || !(patterns.empty() || std::ranges::any_of(patterns, fits))) continue;
    selected.push_back(&check);
    std::erase_if(unused, fits);
  }
  if (!unused.empty())
    return fail("choosing checks", "no check fits '" + unused.front() + "'", "tfharness checks list shows all");
  return selected;
}

SelectedChecks take_costs(SelectedChecks& checks) {
  const auto costs = std::ranges::stable_partition(checks, [](const auto* check) { return !is_cost(*check); });
  SelectedChecks taken(costs.begin(), costs.end());
  checks.erase(costs.begin(), costs.end());
  return taken;
}

CheckDeclaration declaration_of(const testsuites::Check& check) {
  // What is made of calls has no text to tell it by.
  const std::string revision = check.calls ? "" : sha256_hex(check.text() + '\0' + check.load).substr(0, 16);
  return {.id = check.id,
          .api = check.api,
          .ulps = check.tolerance.ulps,
          .absolute = check.tolerance.absolute,
          .policy = policy_name(check.policy),
          .revision = revision};
}

}  // namespace tfh
