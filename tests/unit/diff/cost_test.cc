#include "harness/diff/cost.h"

#include <doctest/doctest.h>

namespace tfh {

namespace {

using Samples = std::vector<double>;

Comparison compared(const Samples& before, const Samples& after) {
  return compare_costs({{"matmul", "seconds", {"tf.linalg.matmul"}, "", before}},
                       {{"matmul", "seconds", {"tf.linalg.matmul"}, "print(1)", after}}, "tensorflow==2.12.0@py3.8");
}

}  // namespace

// The values are those of tables of the exact distribution: 2 / C(n + m, n) for two samples that do not overlap.
TEST_CASE("the rank test is exact") {
  CHECK(rank_test({1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}) == doctest::Approx(2.0 / 252));
  CHECK(rank_test({6, 7, 8, 9, 10}, {1, 2, 3, 4, 5}) == doctest::Approx(2.0 / 252));
  CHECK(rank_test({1, 2, 3}, {4, 5, 6}) == doctest::Approx(0.1));
  CHECK(rank_test({1, 2, 3, 5}, {4, 6, 7, 8}) == doctest::Approx(4.0 / 70));
  CHECK(rank_test({1, 4}, {2, 3}) == doctest::Approx(1));
  CHECK(rank_test({}, {1}) == 1);
  CHECK(rank_test({1, 1, 1}, {1, 1, 1}) == doctest::Approx(1));
}

TEST_CASE("a cost differs when it is far beyond the noise of the same run") {
  struct Row {
    const char* why;
    Samples before, after;
    bool differs;
  };
  for (const Row& row : {
           Row{"twice, little noise", {1.0, 1.02, 1.01, 1.0, 1.03}, {2.0, 2.02, 2.01, 2.0, 2.05}, true},
           Row{"half of it", {2.0, 2.02, 2.01, 2.0, 2.05}, {1.0, 1.02, 1.01, 1.0, 1.03}, true},
           Row{"a tenth is no matter", {1.0, 1.001, 1.002, 1.0, 1.001}, {1.1, 1.101, 1.102, 1.1, 1.101}, false},
           Row{"the noise is as wide", {1.0, 1.9, 1.2, 1.6, 1.1}, {2.0, 2.9, 2.2, 2.6, 2.1}, false},
           Row{"they overlap", {1.0, 1.0, 1.0, 1.0, 2.1}, {2.0, 2.0, 2.0, 2.0, 2.0}, false},
           Row{"too few runs", {1.0, 1.01}, {2.0, 2.01}, false},
           Row{"bytes are no chance", {100}, {200}, true},
           Row{"nearly as many bytes", {100}, {110}, false},
           Row{"nothing at all", {0, 0}, {0, 0}, false},
           Row{"the same", {1, 1, 1}, {1, 1, 1}, false},
       }) {
    CAPTURE(row.why);
    const Comparison comparison = compared(row.before, row.after);
    CHECK(comparison.observations == 1);
    CHECK(comparison.differences.size() == (row.differs ? 1 : 0));
    CHECK(comparison.same == (row.differs ? 0 : 1));
  }
}

TEST_CASE("a difference of cost says how much and holds every run") {
  const Difference difference = compared({1, 1, 1, 1, 1.1}, {3, 3, 3, 3, 3}).differences.at(0);
  CHECK(difference.id == "performance.matmul/seconds");
  CHECK(difference.kind == Kind::performance);
  CHECK(difference.severity == Severity::info);
  CHECK(difference.detail == "1 -> 3 seconds, 3 times (medians of 5 and 5 runs, p = 0.0079)");
  CHECK(difference.before.at("value").at("samples").size() == 5);
  CHECK(difference.after.at("value").at("median") == 3);
  CHECK(difference.witness == "print(1)");
}

TEST_CASE("what only one side could measure is not compared") {
  CHECK(compare_costs({{"wheel", "bytes", {}, "", {1}}}, {}, "x").observations == 0);
  CHECK(compare_costs({{"wheel", "bytes", {}, "", {}}}, {{"wheel", "bytes", {}, "", {1}}}, "x").observations == 0);
}

}  // namespace tfh
