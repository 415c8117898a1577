#include "harness/cli/check_records.h"

#include <doctest/doctest.h>

namespace tfh {
namespace {

CheckRecord record(const std::string& id, const std::vector<std::string>& keys) {
  CheckRecord made;
  made.declaration.id = id;
  for (const std::string& key : keys) made.observations.push_back({key, {{"kind", "value"}}, ""});
  return made;
}

TEST_CASE("check records: what a confirming run makes again") {
  const std::vector<CheckRecord> records{record("a.one", {"x", "y", "outcome"}), record("a.two", {"x"}),
                                         record("a.three", {"x", "outcome"})};
  const CheckRun part{"a.one", "", false, true, {}, {}, {"y", "outcome"}}, whole{"a.three", "", false, true, {}, {}};
  const auto again = made_again(records, {whole, part});
  REQUIRE(again.size() == 2);
  CHECK(again[0].declaration.id == "a.one");
  REQUIRE(again[0].observations.size() == 2);
  CHECK(again[0].observations[0].key == "y");
  CHECK(again[1].observations.size() == 2);
}

TEST_CASE("check records: a check that is run again in several parts is made again in all of them") {
  const std::vector<CheckRecord> records{record("a.one", {"x", "y", "z", "outcome"})};
  const CheckRun first{"a.one", "", true, true, {}, {}, {"x", "outcome"}};
  const CheckRun second{"a.one", "", true, true, {}, {}, {"z", "outcome"}};
  const auto again = made_again(records, {first, second});
  REQUIRE(again.size() == 1);
  CHECK(again[0].observations == record("a.one", {"x", "z", "outcome"}).observations);
}

}  // namespace
}  // namespace tfh
