#include "harness/cli/script_run.h"

#include <doctest/doctest.h>

using tfh::script_differences;
using tfh::ScriptOutcome;

namespace {

ScriptOutcome outcome(int exit_status, std::string out, std::string type = "", std::string message = "") {
  return {{exit_status << 8, false}, std::move(out), "", std::move(type), std::move(message)};
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("two runs that did the same have no differences") {
  CHECK(script_differences(outcome(0, "a\nb\n"), outcome(0, "a\nb\n")).empty());
}

TEST_CASE("an address in the output is not a difference") {
  CHECK(script_differences(outcome(0, "<f at 0x7f0012345678>\n"), outcome(0, "<f at 0x7f0087654321>\n")).empty());
}

TEST_CASE("the end, the exception and each line of output are compared") {
  CHECK(script_differences(outcome(0, "a\n"), outcome(1, "a\n", "ValueError", "no")) ==
        Lines{"end: exit status 0 -> exit status 1", "exception: none -> ValueError: no"});
  CHECK(script_differences(outcome(0, "a\nb\n"), outcome(0, "a\nc\nd\n")) ==
        Lines{"stdout line 2: b -> c", "stdout line 3: (no such line) -> d"});
}

TEST_CASE("a long difference says how much is not shown") {
  std::string many;
  for (int i = 0; i < 25; ++i) many += std::to_string(i) + "\n";
  const Lines lines = script_differences(outcome(0, ""), outcome(0, many));
  REQUIRE(lines.size() == 11);
  CHECK(lines.back() == "stdout: 15 more lines");
}
