#include "harness/run/agenda.h"

#include <doctest/doctest.h>

namespace tfh {
namespace {

CheckRun alone(const std::string& id, bool independent = false) {
  return {id, "", true, independent, {}, {}};
}

CheckOutcome seen(const std::string& id, const std::string& status, const std::vector<std::string>& keys) {
  CheckOutcome outcome{id, status, {}, "", 0};
  for (const std::string& key : keys)
    outcome.observations.push_back({key, {{"kind", status == "ok" || key != keys.back() ? "value" : "crash"}}, ""});
  return outcome;
}

std::vector<std::string> ids_of(const std::vector<CheckOutcome>& outcomes) {
  std::vector<std::string> ids;
  for (const CheckOutcome& outcome : outcomes) ids.push_back(outcome.id);
  return ids;
}

TEST_CASE("agenda: outcomes are in the order of the checks, whichever fork ends first") {
  const std::vector<CheckRun> checks{alone("a.one"), alone("a.two")};
  Agenda agenda(checks);
  const auto first = agenda.begin(), second = agenda.begin();
  CHECK(!agenda.waiting());
  agenda.end(second, {seen("a.two", "ok", {"outcome"})});
  agenda.end(first, {seen("a.one", "ok", {"outcome"})});
  CHECK(!agenda.waiting());
  CHECK(ids_of(std::move(agenda).outcomes()) == std::vector<std::string>{"a.one", "a.two"});
}

TEST_CASE("agenda: what a dead fork has not reached is next") {
  const std::vector<CheckRun> checks{
      {"a.one", "", false, false, {}, {}}, {"a.two", "", false, false, {}, {}}, alone("a.three")};
  Agenda agenda(checks);
  const auto number = agenda.begin();
  CHECK(agenda.part(number).checks == std::vector<std::size_t>{0, 1});
  agenda.end(number, {seen("a.one", "crashed", {"x"})});
  REQUIRE(agenda.waiting());
  CHECK(agenda.begin() == number);
  CHECK(agenda.part(number).checks == std::vector<std::size_t>{1});
  CHECK(agenda.part(number).made == 0);
}

TEST_CASE("agenda: an independent check goes on after the call that killed it") {
  const std::vector<CheckRun> checks{alone("a.one", true)};
  Agenda agenda(checks);
  const auto number = agenda.begin();
  agenda.end(number, {seen("a.one", "crashed", {"x", "y"})});
  REQUIRE(agenda.waiting());
  CHECK(agenda.begin() == number);
  CHECK(agenda.part(number).made == 2);
  CHECK(agenda.left() == 1);
  agenda.end(number, {seen("a.one", "ok", {"outcome"})});
  CHECK(!agenda.waiting());
  CHECK(agenda.left() == 0);
  const auto outcomes = std::move(agenda).outcomes();
  REQUIRE(outcomes.size() == 1);
  CHECK(outcomes[0].observations.size() == 3);
  CHECK(outcomes[0].status == "crashed");
}

TEST_CASE("agenda: a death in the last call that is wanted needs no other fork") {
  CheckRun wanted = alone("a.one", true);
  wanted.only = {"x", "y"};
  const std::vector<CheckRun> checks{wanted};
  Agenda agenda(checks);
  agenda.end(agenda.begin(), {seen("a.one", "crashed", {"x"})});
  REQUIRE(agenda.waiting());
  agenda.end(agenda.begin(), {seen("a.one", "crashed", {"y"})});
  CHECK(!agenda.waiting());
  CHECK(agenda.left() == 0);
}

TEST_CASE("agenda: the parts of a check are one outcome, which has crashed when any of them has") {
  const std::vector<CheckRun> checks{alone("a.one", true), alone("a.one", true), alone("a.one", true)};
  Agenda agenda(checks);
  agenda.end(agenda.begin(), {seen("a.one", "ok", {"x", "outcome"})});
  const auto second = agenda.begin();
  agenda.end(second, {seen("a.one", "crashed", {"y"})});
  CHECK(agenda.begin() == second);
  agenda.end(second, {seen("a.one", "ok", {"outcome"})});
  agenda.end(agenda.begin(), {seen("a.one", "ok", {"z", "outcome"})});
  const auto outcomes = std::move(agenda).outcomes();
  REQUIRE(outcomes.size() == 1);
  CHECK(outcomes[0].status == "crashed");
  CHECK(outcomes[0].observations.size() == 6);
}

}  // namespace
}  // namespace tfh
