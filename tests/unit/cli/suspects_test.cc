#include "harness/cli/suspects.h"

#include <doctest/doctest.h>

namespace tfh {
namespace {

using nlohmann::json;

const json number{{"kind", "value"}}, refusal{{"kind", "exception"}}, crash{{"kind", "crash"}},
    timeout{{"kind", "timeout"}};

Difference differing(const std::string& check, const std::string& key, const json& before, const json& after) {
  Difference difference;
  difference.suite = "suite";
  difference.check = check;
  difference.id = "suite." + check + "/" + key;
  difference.before = before;
  difference.after = after;
  return difference;
}

testsuites::Check declared(const char* id, bool independent) {
  testsuites::Check check;
  check.id = id;
  check.independent = independent;
  return check;
}

bool all(const Difference&) {
  return true;
}

}  // namespace

TEST_CASE("suspects: what killed a subject is apart from what all survive") {
  const testsuites::Check calls = declared("suite.calls", true);
  const auto suspects = find_suspects({differing("calls", "z", refusal, number),  //
                                       differing("calls", "b", crash, refusal),   //
                                       differing("calls", "c", number, refusal),  //
                                       differing("calls", "a", number, timeout)},
                                      {&calls}, all);
  REQUIRE(suspects.size() == 1);
  CHECK(suspects[0].parts == std::vector<Keys>{{"c", "z"}, {"a", "b"}});
}

TEST_CASE("suspects: what killed only one of several subjects and differs in another is alone") {
  const testsuites::Check calls = declared("suite.calls", true);
  const auto suspects = find_suspects({differing("calls", "b", number, refusal), differing("calls", "c", number, crash),
                                       differing("calls", "b", number, crash)},
                                      {&calls}, all);
  REQUIRE(suspects.size() == 1);
  CHECK(suspects[0].parts == std::vector<Keys>{{"c"}, {"b"}});
}

TEST_CASE("suspects: checks in their order, whole where one observation needs another, none without a difference") {
  const testsuites::Check whole = declared("suite.whole", false), calls = declared("suite.calls", true),
                          same = declared("suite.same", true);
  const auto counts = [](const Difference& difference) { return difference.key() != "chance"; };
  const auto suspects = find_suspects({differing("calls", "a", number, refusal), differing("whole", "b", crash, number),
                                       differing("same", "chance", number, refusal)},
                                      {&whole, &same, &calls}, counts);
  REQUIRE(suspects.size() == 2);
  CHECK(suspects[0].check == &whole);
  CHECK(suspects[0].parts.empty());
  CHECK(suspects[1].check == &calls);
  CHECK(suspects[1].parts == std::vector<Keys>{{"a"}});
}

}  // namespace tfh
