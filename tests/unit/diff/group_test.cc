#include <doctest/doctest.h>

#include "harness/diff/difference.h"
#include "tests/fakes/values.h"

using namespace tfh;
using namespace tfh::fakes;

namespace {

std::vector<Group> grouped(const std::vector<CheckRecord>& before, const std::vector<CheckRecord>& after) {
  auto differences = compare(record("2.4.0", before), record("2.12.0", after)).differences;
  const auto groups = group_differences(differences);
  for (const Difference& difference : differences) CHECK_FALSE(difference.group.empty());
  return groups;
}

}  // namespace

TEST_CASE("one change under several dtypes and numbers is one group") {
  const auto groups =
      grouped({check("ops.argmax", "tf.argmax",
                     {{"int8", exception("NotFoundError", "no kernel for DT_INT8, 1 of 3")},
                      {"bool", exception("NotFoundError", "no kernel for DT_BOOL, 2 of 3")},
                      {"string", exception("TypeError", "cannot compare strings")}})},
              {check("ops.argmax", "tf.argmax", {{"int8", plain(1)}, {"bool", plain(2)}, {"string", plain(3)}})});
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].count == 2);
  CHECK(groups[0].title == "tf.argmax raises NotFoundError -> works");
  CHECK(groups[0].api == std::vector<std::string>{"tf.argmax"});
  CHECK(groups[0].kind == Kind::exception);
  CHECK(groups[1].count == 1);
}

TEST_CASE("values of two unlike observations are two groups, of one under two dtypes one") {
  const auto groups =
      grouped({check("ops.f", "tf.f", {{"float32/nan", plain(1)}, {"float64/nan", plain(1)}, {"x", plain(1)}})},
              {check("ops.f", "tf.f", {{"float32/nan", plain(2)}, {"float64/nan", plain(3)}, {"x", plain(2)}})});
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].count == 2);
}

TEST_CASE("values of one call under several variations are one group") {
  const auto seen = [](int value) {
    return std::vector{check("sweep.f", "tf.f", {{"row: x empty", plain(value)}, {"row: int8", plain(value)}})};
  };
  CHECK(grouped(seen(1), seen(2)).size() == 1);
}

TEST_CASE("drift of a check is one group, apart from its other differences") {
  const double next = 1.0000001192092896;
  const auto groups = grouped({check("ops.f", "tf.f", {{"a", plain(1.0)}, {"b", plain(1.0)}, {"c", plain(1.0)}})},
                              {check("ops.f", "tf.f", {{"a", plain(next)}, {"b", plain(next)}, {"c", plain(2.0)}})});
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].severity == Severity::drift);
  CHECK(groups[0].count == 2);
}

TEST_CASE("ids are the same in every run and differ between subjects") {
  const std::vector<CheckRecord> before = {check("ops.f", "tf.f", {{"a", plain(1)}})};
  const std::vector<CheckRecord> after = {check("ops.f", "tf.f", {{"a", plain(2)}})};
  CHECK(grouped(before, after)[0].id == grouped(before, after)[0].id);
  auto differences = compare(record("2.4.0", before), record("2.5.0", after)).differences;
  CHECK(group_differences(differences)[0].id != grouped(before, after)[0].id);
}
