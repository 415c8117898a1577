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

Record observed(const std::string& check, const std::vector<std::string>& keys) {
  Record record;
  record.checks.emplace_back().declaration.id = check;
  for (const std::string& key : keys) record.checks[0].observations.push_back({key, number});
  return record;
}

bool all(const Difference&) {
  return true;
}

}  // namespace

TEST_CASE("suspects: what comes after a death in one subject begins a new fork in all of them") {
  const testsuites::Check calls = declared("suite.calls", true);
  const Record baseline = observed("suite.calls", {"z", "same", "b", "c", "a", "y"});
  const auto suspects = find_suspects({differing("calls", "z", refusal, number),  //
                                       differing("calls", "b", crash, refusal),   //
                                       differing("calls", "c", number, refusal),  //
                                       differing("calls", "a", number, timeout),  //
                                       differing("calls", "y", number, refusal),  //
                                       differing("calls", "added", nullptr, number)},
                                      baseline, {&calls}, all);
  REQUIRE(suspects.size() == 1);
  CHECK(suspects[0].parts == std::vector<Keys>{{"b", "z"}, {"a", "c"}, {"added", "y"}});
}

TEST_CASE("suspects: a death in any of several subjects counts, in the order of the baseline") {
  const testsuites::Check calls = declared("suite.calls", true);
  const Record baseline = observed("suite.calls", {"a", "b", "c"});
  const auto suspects =
      find_suspects({differing("calls", "c", number, refusal), differing("calls", "b", number, crash),
                     differing("calls", "a", number, refusal), differing("calls", "b", number, number)},
                    baseline, {&calls}, all);
  REQUIRE(suspects.size() == 1);
  CHECK(suspects[0].parts == std::vector<Keys>{{"a", "b"}, {"c"}});
}

TEST_CASE("suspects: nothing comes after a death in the last call") {
  const testsuites::Check calls = declared("suite.calls", true);
  const auto suspects =
      find_suspects({differing("calls", "a", number, crash)}, observed("suite.calls", {"a", "b"}), {&calls}, all);
  REQUIRE(suspects.size() == 1);
  CHECK(suspects[0].parts == std::vector<Keys>{{"a"}});
}

TEST_CASE("suspects: checks in their order, whole where one observation needs another, none without a difference") {
  const testsuites::Check whole = declared("suite.whole", false), calls = declared("suite.calls", true),
                          same = declared("suite.same", true);
  const auto counts = [](const Difference& difference) { return difference.key() != "chance"; };
  const auto suspects = find_suspects({differing("calls", "a", number, refusal), differing("whole", "b", crash, number),
                                       differing("same", "chance", number, refusal)},
                                      observed("suite.calls", {"a"}), {&whole, &same, &calls}, counts);
  REQUIRE(suspects.size() == 2);
  CHECK(suspects[0].check == &whole);
  CHECK(suspects[0].parts.empty());
  CHECK(suspects[1].check == &calls);
  CHECK(suspects[1].parts == std::vector<Keys>{{"a"}});
}

}  // namespace tfh
