// Releases that crash, hang or exhaust memory in one call: it costs that check alone, and the report says how.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/driver/leftovers.h"
#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"
#include "tests/fakes/sanitizer.h"

namespace tfh::test {

using nlohmann::json;

namespace {

std::string text_of(const json& value) {
  return value.dump();
}

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("a crash costs one check and keeps its name and stack") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.12.0@py3.11", "2.91.0@py3.11"});
    CHECK(comparison.run.status() == 1);
    const json& crash = comparison.difference("smoke.add");
    CHECK(crash.at("kind") == "crash");
    CHECK(crash.at("severity") == "breaking");
    CHECK(text_of(crash.at("after")).find("SIGSEGV") != std::string::npos);
    CHECK(text_of(crash.at("after")).find("_misbehaviour.py") != std::string::npos);
    CHECK(crash.at("witness").get<std::string>().find("tf.math.add") != std::string::npos);
    const json& checks = comparison.subject("tensorflow==2.91.0@py3.11").at("checks");
    CHECK(checks.at("crashed") == 1);
    CHECK(checks.at("ok") == 2);
    CHECK(surviving_processes({mirror.pid()}).empty());
  }

  TEST_CASE("what depends on a call that only one release survives is no difference") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison =
        workplace.compare({"2.97.0@py3.11", "2.98.0@py3.11", "--suites", "smoke", "--checks", "smoke.add"});
    CHECK(comparison.run.status() == 1);
    CHECK(comparison.difference("smoke.add").at("kind") == "crash");
    CHECK(comparison.report.at("summary").at("different") == 1);
    const json& unstable = comparison.subject("tensorflow==2.98.0@py3.11").at("unstable");
    CHECK(unstable == json::array({"smoke.add/int32"}));
  }

  TEST_CASE("what is the same in two processes and not in more of them is random and not another value") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    std::vector<std::string> arguments = {"2.98.0@py3.11", "2.99.0@py3.11", "--suites",
                                          "runtime",       "--checks",      "runtime.malformed_floordiv_minimum"};
    for (const bool once : {false, true}) {
      if (once) arguments.emplace_back("--once");
      const Comparison comparison = workplace.compare(arguments);
      CHECK(comparison.difference("runtime.malformed_floordiv_minimum/value").at("kind") == "stability");
      const json& unstable = comparison.subject("tensorflow==2.99.0@py3.11").at("unstable");
      CHECK(unstable == json::array({"runtime.malformed_floordiv_minimum/value"}));
    }
  }

  TEST_CASE("a hang costs one check and its time") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.12.0@py3.11", "2.92.0@py3.11", "--check-timeout", "2"});
    CHECK(comparison.run.status() == 1);
    const json& hang = comparison.difference("smoke.save");
    CHECK(hang.at("kind") == "timeout");
    CHECK(text_of(hang.at("after")).find("hang") != std::string::npos);
    const json& checks = comparison.subject("tensorflow==2.92.0@py3.11").at("checks");
    CHECK(checks.at("timed_out") == 1);
    CHECK(checks.at("ok") == 2);
    CHECK(surviving_processes({mirror.pid()}).empty());
  }

  TEST_CASE("running out of memory costs one check and not the machine") {
    if (under_address_sanitizer) SKIP_TEST("AddressSanitizer reserves more memory than any limit allows");
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.12.0@py3.11", "2.93.0@py3.11", "--memory-limit", "700M"});
    CHECK(comparison.run.status() == 1);
    const std::string after = text_of(comparison.difference("smoke.function").at("after"));
    const bool named =
        after.find("out_of_memory") != std::string::npos || after.find("MemoryError") != std::string::npos;
    CHECK_MESSAGE(named, after);
    CHECK(comparison.subject("tensorflow==2.93.0@py3.11").at("checks").at("ok") == 1);
    CHECK(surviving_processes({mirror.pid()}).empty());
  }

  TEST_CASE("a framework that cannot be imported does not hide the others") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison =
        workplace.compare({"2.8.0@py3.10", "2.12.0@py3.10", "2.94.0@py3.10", "2.95.0@py3.10"});
    CHECK(comparison.run.status() == 2);
    comparison.difference("smoke.save");
    const json& raises = comparison.subject("tensorflow==2.94.0@py3.10").at("error");
    CHECK(raises.at("stage") == "import");
    CHECK(raises.at("message").get<std::string>().find("libfake.so.1") != std::string::npos);
    const json& crashes = comparison.subject("tensorflow==2.95.0@py3.10").at("error");
    CHECK(crashes.at("stage") == "import");
    CHECK(crashes.at("message").get<std::string>().find("SIGSEGV") != std::string::npos);
    CHECK(surviving_processes({mirror.pid()}).empty());
  }
}

}  // namespace tfh::test
