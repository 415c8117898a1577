#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <map>

#include "harness/plan/interpreter.h"
#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace {

// A made release that has a wheel for the Python.
const std::map<std::string, std::string>& releases() {
  static const std::map<std::string, std::string> by_python = {
      {"3.7", "2.8.0"},   {"3.8", "2.12.0"},  {"3.9", "2.12.0"}, {"3.10", "2.12.0"},
      {"3.11", "2.12.0"}, {"3.12", "2.16.1"}, {"3.13", "2.20.0"}};
  return by_python;
}

bool is_found(const Workplace& workplace, const std::string& python, bool embeddable) {
  auto runner = make_process_runner();
  for (const Interpreter& interpreter : find_interpreters(workplace.environment, *runner, {}).usable)
    if (interpreter.minor.str() == python && (interpreter.shared_library.has_value() || !embeddable)) return true;
  return false;
}

std::string start_mode(const Workplace& workplace, const std::string& python) {
  Mirror mirror;
  Workplace place(mirror.url());
  place.environment = workplace.environment;
  place.environment["TFHARNESS_INDEX_URL"] = mirror.url();
  const std::string release = releases().at(python);
  const Run run =
      place.run({"baseline", "record", release + "@py" + python, "--suites", "smoke", "-o", place.file("record.json")});
  INFO(run.out);
  INFO(run.err);
  REQUIRE(run.status() == 0);
  const auto record = nlohmann::json::parse(read_text(place.file("record.json")));
  return record.at("environment").value("start", "not said");
}

void run_embedded(const std::string& python) {
  Workplace workplace("http://127.0.0.1:9/simple/");
  if (!is_found(workplace, python, true)) SKIP_TEST("no CPython " + python + " with a libpython on this machine");
  CHECK(start_mode(workplace, python) == "embedded");
}

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("embeds CPython 3.7") {
    run_embedded("3.7");
  }
  TEST_CASE("embeds CPython 3.8") {
    run_embedded("3.8");
  }
  TEST_CASE("embeds CPython 3.9") {
    run_embedded("3.9");
  }
  TEST_CASE("embeds CPython 3.10") {
    run_embedded("3.10");
  }
  TEST_CASE("embeds CPython 3.11") {
    run_embedded("3.11");
  }
  TEST_CASE("embeds CPython 3.12") {
    run_embedded("3.12");
  }
  TEST_CASE("embeds CPython 3.13") {
    run_embedded("3.13");
  }
}

}  // namespace tfh::test
