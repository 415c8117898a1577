#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>
#include <map>

#include "harness/plan/interpreter.h"
#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"
#include "tests/fakes/sanitizer.h"

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

// How the worker of this Python started, as its record says.
std::string start_mode(Workplace& workplace, const std::string& python) {
  const std::filesystem::path record = workplace.file("record.json");
  const Run run =
      workplace.run({"baseline", "record", releases().at(python) + "@py" + python, "--suites", "smoke", "-o", record});
  INFO(run.out);
  INFO(run.err);
  REQUIRE(run.status() == 0);
  return nlohmann::json::parse(read_text(record)).at("environment").value("start", "not said");
}

void run_embedded(const std::string& python) {
  Mirror mirror;
  Workplace workplace(mirror.url());
  if (!is_found(workplace, python, true)) SKIP_TEST("no CPython " + python + " with a libpython on this machine");
  CHECK(start_mode(workplace, python) == "embedded");
}

// Makes the store's knowledge of the interpreters say that none has a libpython, as static builds have none.
void forget_libpythons(Workplace& workplace) {
  REQUIRE(workplace.run({"doctor"}).status() == 0);  // asks every interpreter, and keeps the answers
  const std::filesystem::path file = workplace.store() / "interpreters.json";
  nlohmann::json known = nlohmann::json::parse(read_text(file));
  for (auto& answer : known.at("answers")) answer.at("interpreter").at("shared_library") = nullptr;
  std::ofstream(file) << known;
}

void run_stock(const std::string& python) {
  if (under_address_sanitizer)
    SKIP_TEST("an interpreter that was built without AddressSanitizer cannot import a library that has it");
  Mirror mirror;
  Workplace workplace(mirror.url());
  if (!is_found(workplace, python, false)) SKIP_TEST("no CPython " + python + " on this machine");
  forget_libpythons(workplace);
  CHECK(start_mode(workplace, python) == "stock");
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
  TEST_CASE("runs inside the stock interpreter of CPython 3.7") {
    run_stock("3.7");
  }
  TEST_CASE("runs inside the stock interpreter of CPython 3.8") {
    run_stock("3.8");
  }
  TEST_CASE("runs inside the stock interpreter of CPython 3.11") {
    run_stock("3.11");
  }
  TEST_CASE("runs inside the stock interpreter of CPython 3.13") {
    run_stock("3.13");
  }
}

}  // namespace tfh::test
