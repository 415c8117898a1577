#include "harness/cli/check_selection.h"

#include <doctest/doctest.h>

namespace tfh {
namespace {

std::vector<std::string> ids_of(const Result<SelectedChecks>& selected) {
  REQUIRE(selected);
  std::vector<std::string> ids;
  for (const testsuites::Check* check : *selected) ids.push_back(check->id);
  return ids;
}

}  // namespace

TEST_CASE("checks are chosen by suite, by several patterns, or by both") {
  const std::vector<std::string> smoke = {"smoke.add", "smoke.function", "smoke.save_bare_function"};
  CHECK(ids_of(select_checks({"smoke"}, {})) == smoke);
  CHECK(ids_of(select_checks({}, {"smoke.*"})) == smoke);
  CHECK(ids_of(select_checks({}, {"smoke.save*", "smoke.add", "smoke.a*"})) == std::vector{smoke[0], smoke[2]});
  CHECK(ids_of(select_checks({"smoke"}, {"*.fun*"})) == std::vector{smoke[1]});
  for (const std::string& id : ids_of(select_checks({}, {}))) CHECK(!id.starts_with("smoke."));
}

TEST_CASE("a pattern that fits no check, or a suite that is not there, is refused though others fit") {
  const auto pattern = select_checks({}, {"smoke.*", "smoke.nonsense"});
  REQUIRE(!pattern);
  CHECK(pattern.error().text().contains("no check fits 'smoke.nonsense'"));
  const auto suite = select_checks({"smoke", "smokes"}, {});
  REQUIRE(!suite);
  CHECK(suite.error().text().contains("there is no suite 'smokes'"));
}

}  // namespace tfh
