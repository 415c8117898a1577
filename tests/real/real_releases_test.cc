// Real releases from the real index. Their files stay in the build folder between runs (about 3 GB).
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

class RealWorkplace : public Workplace {
 public:
  RealWorkplace() : Workplace("") {
    environment["TFHARNESS_HOME"] = fs::path(TFHARNESS_SOURCE) / "build" / "real-store";
    for (const char* name : {"PIP_INDEX_URL", "PIP_CONFIG_FILE", "PIP_TRUSTED_HOST"})
      if (const char* value = std::getenv(name)) environment[name] = value;
  }
};

// Every subject ran, and every check in it was either run or set aside because it does not apply.
void check_that_all_ran(const Comparison& comparison, int checks) {
  for (const json& subject : comparison.report.at("subjects")) {
    CAPTURE(subject.at("id"));
    CHECK(subject.at("status") == "ok");
    CHECK(subject.at("checks").at("ran").get<int>() + subject.at("checks").at("skipped").get<int>() >= checks);
  }
}

// Observations are compared between machines: none says where the store is.
void check_that_no_place_is_told(const RealWorkplace& workplace, const Comparison& comparison) {
  for (const json& difference : comparison.report.at("differences"))
    for (const char* side : {"before", "after"}) {
      CAPTURE(difference.at("id"));
      CHECK_FALSE(has(difference.at(side).dump(), workplace.store().string()));
    }
}

// All known differences of a pair of releases are found: tests/known/README.md.
void check_that_known_differences_are_found(RealWorkplace& workplace, const Comparison& comparison,
                                            const std::string& from, const std::string& to, const std::string& python) {
  const fs::path known = fs::path(TFHARNESS_SOURCE) / "tests/known", reports = workplace.folder() / "reports";
  fs::create_directory(reports);
  fs::copy_file(workplace.file("report.json"), reports / fmt::format("{}_{}_{}.json", from, to, python));
  const Run scored =
      workplace.run_program(tfh::test::python(), {known / "score.py", known / "known-differences.tsv", "--reports",
                                                  reports, "--pair", fmt::format("{},{}", from, to)});
  CHECK_MESSAGE(scored.status() == 0, scored.out, scored.err, comparison.run.out);
}

Run run_witnesses(RealWorkplace& workplace, const std::vector<std::string>& options) {
  std::vector<std::string> arguments = {fs::path(TFHARNESS_SOURCE) / "tools/witnesses", workplace.file("report.json"),
                                        "--store", workplace.store()};
  arguments.insert(arguments.end(), options.begin(), options.end());
  return workplace.run_program(tfh::test::python(), arguments);
}

// Witnesses spread over the suites, each as a program of its own under both releases, show what the report says.
void check_that_witnesses_show_it(RealWorkplace& workplace) {
  const Run run = run_witnesses(workplace, {"--plain", "30", "--seconds", "120"});
  CHECK_MESSAGE(run.status() == 0, run.out, run.err);
  CHECK_MESSAGE(run.out.find("30 passed, 0 failed") != std::string::npos, run.out);
}

// Every symbol that is told missing or added is so for a plain `import tensorflow`, too.
void check_that_the_surface_is_true(RealWorkplace& workplace) {
  const Run run = run_witnesses(workplace, {"--checks", "api_surface."});
  CHECK_MESSAGE(run.status() == 0, run.out, run.err);
}

}  // namespace

TEST_SUITE("real") {
  TEST_CASE("2.4.0 and 2.12.0 differ as is known") {
    RealWorkplace workplace;
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0", "--checks", "*"});
    INFO(comparison.run.out);
    INFO(comparison.run.err);
    CHECK(comparison.run.status() == 1);
    check_that_all_ran(comparison, 700);
    CHECK(comparison.report.at("summary").at("observations") >= 6000);
    check_that_no_place_is_told(workplace, comparison);
    check_that_known_differences_are_found(workplace, comparison, "2.4.0", "2.12.0", "3.8");
    check_that_witnesses_show_it(workplace);
  }

  TEST_CASE("saving a bare function raises another error in 2.12.0 and the second run fetches nothing") {
    RealWorkplace workplace;
    workplace.compare({"2.4.0", "2.12.0"});  // whatever the store held before, it has them now
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0"});
    INFO(comparison.run.out);
    INFO(comparison.run.err);
    const json& saved = comparison.difference("smoke.save");
    CHECK(saved.at("kind") == "exception");
    CHECK(saved.at("before").at("type") == "ValueError");
    CHECK(saved.at("after").at("type") == "AttributeError");
    for (const json& subject : comparison.report.at("subjects")) CHECK(subject.at("phases").at("fetched_bytes") == 0);
  }

  TEST_CASE("2.12.0 does not differ from itself") {
    RealWorkplace workplace;
    const Comparison comparison = workplace.compare({"2.12.0@py3.8", "2.12.0@py3.8", "--checks", "*"});
    INFO(comparison.run.out);
    INFO(comparison.run.err);
    CHECK(comparison.run.status() == 0);
    check_that_all_ran(comparison, 700);
    CHECK(comparison.report.at("differences").empty());
  }

  // What ends a check early is the same in two releases, and hides what comes after it from their comparison.
  TEST_CASE("every check of 2.12.0 runs to its end") {
    RealWorkplace workplace;
    const Run run = workplace.run({"baseline", "record", "2.12.0@py3.8", "-o", workplace.file("record.json")});
    REQUIRE_MESSAGE(run.status() == 0, run.out, run.err);
    for (const json& check : json::parse(read_text(workplace.file("record.json"))).at("checks")) {
      CAPTURE(check.at("id"));
      for (const json& seen : check.at("observations")) {
        if (!seen.at("key").get<std::string>().ends_with("outcome")) continue;
        CHECK_MESSAGE(seen.at("value").value("value", "") == "completed", seen.dump());
      }
    }
  }

  TEST_CASE("2.15.0 and 2.16.1 run on Python 3.11 and differ") {
    RealWorkplace workplace;
    const Comparison comparison = workplace.compare({"2.15.0", "2.16.1", "--python", "3.11", "--checks", "*"});
    INFO(comparison.run.out);
    INFO(comparison.run.err);
    CHECK(comparison.run.status() == 1);
    check_that_all_ran(comparison, 700);
    CHECK(comparison.subject("tensorflow==2.16.1@py3.11").at("version") == "2.16.1");
    check_that_no_place_is_told(workplace, comparison);
    check_that_the_surface_is_true(workplace);
    check_that_witnesses_show_it(workplace);
  }

  TEST_CASE("2.8.0 and 2.12.0 differ and plain Python shows it") {
    RealWorkplace workplace;
    const Comparison comparison = workplace.compare(
        {"2.8.0", "2.12.0", "--python", "3.8", "--suites", "tensor_ops,tf_function,saved_model,keras,data,runtime"});
    INFO(comparison.run.out);
    INFO(comparison.run.err);
    CHECK(comparison.run.status() == 1);
    check_that_all_ran(comparison, 500);
    check_that_witnesses_show_it(workplace);
  }
}

}  // namespace tfh::test
