#include "harness/run/fork_plan.h"

#include <doctest/doctest.h>

namespace tfh {
namespace {

CheckRun check(const std::string& id, const std::string& group = "", bool alone = false) {
  return {id, group, alone, false, {}, {}};
}

TEST_CASE("fork plan: checks of one group share a fork, in their order") {
  using Plan = std::vector<std::vector<std::size_t>>;
  struct Row {
    std::vector<CheckRun> checks;
    Plan plan;
  };
  for (const Row& row : {
           Row{{}, {}},
           Row{{check("a.one"), check("a.two")}, {{0, 1}}},
           Row{{check("a.one"), check("b.one"), check("b.two")}, {{0}, {1, 2}}},
           Row{{check("a.one", "x"), check("b.one", "x"), check("b.two")}, {{0, 1}, {2}}},
           Row{{check("a.one"), check("a.two", "", true), check("a.three"), check("a.four")}, {{0}, {1}, {2, 3}}},
           Row{{check("a.one", "", true), check("a.two", "", true)}, {{0}, {1}}},
           Row{{check("a.one"), check("b.one"), check("a.two")}, {{0}, {1}, {2}}},
       })
    CHECK(plan_forks(row.checks) == row.plan);
}

TEST_CASE("fork plan: a long group is shared by several forks") {
  const auto plan = plan_forks(std::vector<CheckRun>(2 * most_in_one_fork + 1, check("a.one")));
  REQUIRE(plan.size() == 3);
  CHECK(plan[0].size() == most_in_one_fork);
  CHECK(plan[1].front() == most_in_one_fork);
  CHECK(plan[2] == std::vector<std::size_t>{2 * most_in_one_fork});
}

}  // namespace
}  // namespace tfh
