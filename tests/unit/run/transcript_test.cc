#include "harness/run/transcript.h"

#include <doctest/doctest.h>

#include <csignal>

namespace tfh {
namespace {

using nlohmann::json;

const json started{{"type", "check_started"}};
const json check_ended{{"type", "check_ended"}, {"seconds", 0.5}};
json source(const std::string& line) {
  return {{"type", "source"}, {"line", line}};
}
json observing(const std::string& key, const std::string& source = "") {
  return {{"type", "observing"}, {"key", key}, {"source", source}};
}
json observed(const std::string& key, json value) {
  return {{"type", "observed"}, {"key", key}, {"value", std::move(value)}};
}
json plain(int number) {
  return {{"kind", "value"}, {"value", number}};
}

std::vector<CheckOutcome> told(const std::vector<json>& frames, int wait_status, bool timed_out = false) {
  Transcript transcript({"s.one", "s.two"}, {std::chrono::milliseconds(1000), 99});
  for (const json& frame : frames) transcript.add(frame);
  transcript.end({wait_status, timed_out, "", "last words", 0});
  return std::move(transcript).outcomes();
}

TEST_CASE("transcript: checks that end keep what they observed, their source and their time") {
  const auto outcomes = told({started, source("import x"), observing("k", "k()"), observed("k", plain(1)), check_ended,
                              started, observing("k"), observed("k", plain(2)), check_ended},
                             0);
  REQUIRE(outcomes.size() == 2);
  CHECK(outcomes[0].id == "s.one");
  CHECK(outcomes[0].status == "ok");
  CHECK(outcomes[0].witness == "import x\n");
  CHECK(outcomes[0].seconds == 0.5);
  CHECK(outcomes[0].observations == std::vector<Observation>{{"k", plain(1), "k()"}});
  CHECK(outcomes[1].observations == std::vector<Observation>{{"k", plain(2)}});
}

TEST_CASE("transcript: a death is put under the key it happened in") {
  struct Row {
    std::vector<json> frames;
    std::string key;
    std::size_t observations;
  };
  for (const Row& row : {
           Row{{started}, "outcome", 1}, Row{{started, observing("a")}, "a", 1},
           Row{{started, observing("a"), observed("a", plain(1))}, "outcome", 2},
           Row{{started, observing("a"), observed("a", plain(1)), observing("b")}, "b", 2},
           Row{{}, "outcome", 1},  // died before the first check: it is the one that cannot run
       }) {
    const auto outcomes = told(row.frames, SIGSEGV);
    REQUIRE(outcomes.size() == 1);
    CHECK(outcomes[0].id == "s.one");
    CHECK(outcomes[0].status == "crashed");
    REQUIRE(outcomes[0].observations.size() == row.observations);
    CHECK(outcomes[0].observations.back().key == row.key);
    CHECK(outcomes[0].observations.back().value.at("signal") == "SIGSEGV");
    CHECK(outcomes[0].observations.back().value.at("message") == "last words");
  }
}

TEST_CASE("transcript: what ended before the death stays, what had not begun is left for another fork") {
  const auto one_ended = told({started, check_ended}, SIGSEGV);
  REQUIRE(one_ended.size() == 1);
  CHECK(one_ended[0].status == "ok");
  const auto both = told({started, check_ended, started, source("f()")}, SIGKILL, true);
  REQUIRE(both.size() == 2);
  CHECK(both[0].status == "ok");
  CHECK(both[1].status == "timed_out");
  CHECK(both[1].witness == "f()\n");
  CHECK(both[1].seconds == 1);
}

TEST_CASE("transcript: an allocation that Python refuses is out of memory as well") {
  const json numpy_error{
      {"kind", "exception"}, {"type", "_ArrayMemoryError"}, {"bases", {"MemoryError", "Exception"}}, {"message", "m"}};
  const auto outcomes = told({started, observed("a", numpy_error), check_ended}, 0);
  CHECK(outcomes[0].status == "out_of_memory");
  CHECK(outcomes[0].observations[0].value == json{{"kind", "out_of_memory"}, {"limit_bytes", 99}, {"message", "m"}});
}

TEST_CASE("transcript: a check that goes on after a death is one outcome") {
  std::vector<CheckOutcome> whole;
  add_outcome(whole,
              told({started, source("import x"), observing("a"), observed("a", plain(1)), observing("b")}, 6)[0]);
  CHECK(may_go_on(whole[0]));
  add_outcome(
      whole,
      told({started, source("import x"), observing("outcome"), observed("outcome", plain(0)), check_ended}, 0)[0]);
  REQUIRE(whole.size() == 1);
  CHECK(whole[0].status == "crashed");
  CHECK(whole[0].witness == "import x\n");
  CHECK(whole[0].observations.size() == 3);
  CHECK_FALSE(may_go_on(whole[0]));
}

TEST_CASE("transcript: a check does not go on when nothing says where it died, or after too many deaths or hangs") {
  CHECK_FALSE(may_go_on(told({started}, SIGSEGV)[0]));
  const auto ends = [](int signal, bool hangs) {
    std::vector<CheckOutcome> whole;
    int made = 0;
    do {
      add_outcome(whole, told({started, observing(std::to_string(made))}, signal, hangs)[0]);
    } while (++made < 1000 && may_go_on(whole[0]));
    return made;
  };
  CHECK(ends(SIGSEGV, false) == 200);
  CHECK(ends(SIGKILL, true) == 3);  // each has cost the whole limit
}

TEST_CASE("transcript: frames out of place do no harm") {
  const auto outcomes = told({source("x"), check_ended, started, check_ended, started, check_ended, started,
                              observed("k", plain(1)), json{{"type", "nonsense"}}},
                             0);
  CHECK(outcomes.size() == 2);
}

}  // namespace
}  // namespace tfh
