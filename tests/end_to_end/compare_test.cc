#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>

#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

using nlohmann::json;

namespace {

std::string package_version(const json& subject, const std::string& name) {
  for (const json& package : subject.at("packages"))
    if (package.at("name") == name) return package.at("version");
  return "not there";
}

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("two releases differ in what they save") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0"});
    CHECK(comparison.run.status() == 1);
    const json& saved = comparison.difference("smoke.save");
    CHECK(saved.at("kind") == "exception");
    CHECK(saved.at("severity") == "behaviour");
    CHECK(saved.at("subject") == "tensorflow==2.12.0@py3.8");
    CHECK(saved.at("before").dump().find("Expected a Trackable object") != std::string::npos);
    CHECK(saved.at("witness").get<std::string>().find("tf.saved_model.save(f, ") != std::string::npos);
    const json& summary = comparison.report.at("summary");
    CHECK(summary.at("by_severity").at("behaviour") == 1);
    CHECK(summary.at("by_severity").at("breaking") == 0);
    CHECK(summary.at("by_kind").at("dependency") == 2);
    CHECK(summary.at("same") >= 9);
    CHECK(comparison.run.out.find("smoke.save") != std::string::npos);
  }

  TEST_CASE("a subject's dependencies are those of its time") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison era = workplace.compare({"2.4.0", "2.12.0"});
    const json& old = era.subject("tensorflow==2.4.0@py3.8");
    CHECK(package_version(old, "numpy") == "1.19.5");
    CHECK(package_version(old, "absl-py") == "0.10.0");
    CHECK(package_version(old, "typing-extensions") == "not there");
    CHECK(package_version(old, "termcolor") == "1.1.0");
    CHECK(package_version(era.subject("tensorflow==2.12.0@py3.8"), "absl-py") == "1.4.0");
    const Comparison latest = workplace.compare({"2.4.0", "2.12.0", "--resolve", "latest"});
    CHECK(package_version(latest.subject("tensorflow==2.12.0@py3.8"), "absl-py") == "2.3.1");
  }

  TEST_CASE("a release does not differ from itself") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.12.0", "2.12.0", "--suites", "smoke,tf_function"});
    CHECK(comparison.run.status() == 0);
    CHECK(comparison.report.at("differences").empty());
    CHECK(comparison.report.at("summary").at("observations") > 100);
    comparison.subject("tensorflow==2.12.0@py3.11");
    comparison.subject("tensorflow==2.12.0@py3.11#2");
  }

  TEST_CASE("a symbol that a release adds is a difference of its own") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0", "--suites", "api_surface"});
    const json& added = comparison.difference("api_surface.framework/tf.experimental_fresh_symbol");
    CHECK(added.at("kind") == "added");
    CHECK(added.at("api") == json{"tf.experimental_fresh_symbol"});
    CHECK(added.at("after").at("signature") == "(value=0)");
    CHECK(added.at("witness").get<std::string>().find("symbol = tf.experimental_fresh_symbol") != std::string::npos);
    CHECK(comparison.report.at("summary").at("by_kind").at("missing") == 0);
  }

  TEST_CASE("a warning that a release adds is told as one with its category") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0", "--checks", "modules.warnings_on_use"});
    const json& warned = comparison.difference("modules.warnings_on_use/tf.function: experimental_compile");
    CHECK(warned.at("kind") == "warning");
    CHECK(warned.at("severity") == "cosmetic");
    CHECK(warned.at("before") == json{{"kind", "warnings"}, {"items", json::array()}});
    CHECK(warned.at("after").at("items") ==
          json::array({{{"category", "DeprecationWarning"},
                        {"message", "experimental_compile is deprecated, use jit_compile instead"}}}));
  }

  TEST_CASE("a wheel file is a release of its own with the dependencies of its version's time") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const std::filesystem::path wheel =
        workplace.file("tensorflow-2.12.0-cp38-cp38-manylinux_2_17_x86_64.manylinux2014_x86_64.whl");
    std::filesystem::copy_file(made_packages() / wheel.filename(), wheel);
    const Comparison comparison = workplace.compare({"2.4.0", wheel});
    CHECK(comparison.run.status() == 1);
    const json& subject = comparison.subject("tensorflow==2.12.0@py3.8");
    CHECK(subject.at("status") == "ok");
    CHECK(subject.at("requirement") == "tensorflow @ file://" + wheel.string());
    CHECK(package_version(subject, "tensorflow") == "2.12.0");
    CHECK(package_version(subject, "absl-py") == "1.4.0");
    comparison.difference("smoke.save");
    CHECK(mirror.requests_for("tensorflow-2.12.0") == 0);
  }

  TEST_CASE("three subjects are compared with the first") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.4.0", "2.8.0", "2.12.0"});
    CHECK(comparison.run.status() == 1);
    CHECK(comparison.report.at("baseline") == "tensorflow==2.4.0@py3.8");
    CHECK(comparison.report.at("subjects").size() == 3);
    const json& saved = comparison.difference("smoke.save");
    CHECK(saved.at("subject") == "tensorflow==2.12.0@py3.8");
    CHECK(saved.at("introduced") == "2.12.0");
  }

  TEST_CASE("a release that does not exist leaves the others' results") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0", "2.12.7@py3.8"});
    CHECK(comparison.run.status() == 2);
    comparison.difference("smoke.save");
    const json& missing = comparison.subject("tensorflow==2.12.7@py3.8");
    CHECK(missing.at("status") == "failed");
    CHECK(missing.at("error").at("hint").get<std::string>().find("2.12.0") != std::string::npos);
  }

  TEST_CASE("a comparison that cannot be made runs nothing and says so at once") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.7@py3.8"});
    CHECK(comparison.run.status() == 2);
    CHECK(comparison.run.err.starts_with("tensorflow==2.12.7@py3.8 failed: looking for tensorflow 2.12.7: "));
    const json& left = comparison.subject("tensorflow==2.4.0@py3.8");
    CHECK(left.at("error").at("message") == "not run: nothing is left to compare it with");
    CHECK(mirror.requests_for("/files/") == 0);
  }

  TEST_CASE("other frameworks are not run through checks that are not for them") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"numpy==1.19.5", "2.4.0"});
    CHECK(comparison.run.status() == 2);
    CHECK(has(comparison.run.err, "the built-in checks are for TensorFlow, not for numpy"));
    CHECK(comparison.report.at("summary").at("observations") == 0);
    CHECK(mirror.requests_for("/files/") == 0);
  }

  TEST_CASE("a report that could not be written is refused before anything runs") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    for (const char* option : {"--json", "--junit", "--markdown"}) {
      const Run run = workplace.run({"compare", "2.4.0", "2.12.0", option, "/dev/null/report"});
      CHECK(run.status() == 2);
      CHECK(has(run.err, "writing /dev/null/report: /dev/null is not a folder"));
    }
    CHECK(mirror.requests().empty());
  }

  TEST_CASE("a release without a wheel for a usable Python says so") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.12.0", "1.10.0"});
    CHECK(comparison.run.status() == 2);
    const std::string said = comparison.run.err + comparison.run.out + comparison.report.dump();
    CHECK(said.find("3.6") != std::string::npos);
  }

  TEST_CASE("releases without a common Python each run on their best") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.4.0", "2.20.0"});
    CHECK(comparison.run.status() == 1);
    comparison.subject("tensorflow==2.4.0@py3.8");
    CHECK(comparison.report.at("subjects").at(1).at("python") != "3.8");
    CHECK(comparison.report.at("subjects").at(1).at("status") == "ok");
  }

  TEST_CASE("latest is the newest release of today that the Python has a wheel for") {
    Workplace workplace("http://127.0.0.1:9/simple/");  // the mirror needs its packages first
    const auto packages = copied_packages(workplace.file("packages"));
    for (const auto& file : std::filesystem::directory_iterator(packages))
      if (file.path().filename().string().starts_with("tensorflow-2.9")) std::filesystem::remove(file);
    Mirror mirror({}, packages);
    workplace.environment["TFHARNESS_INDEX_URL"] = mirror.url();
    const Comparison newest = workplace.compare({"2.12.0", "latest"});
    CHECK_MESSAGE(newest.run.status() != 2, newest.run.out, newest.run.err);
    newest.subject("tensorflow==2.20.0@py3.11");
    const Comparison older = workplace.compare({"2.4.0", "latest@py3.8"});
    older.subject("tensorflow==2.12.0@py3.8");
    CHECK(older.run.err.find("leaves out 2.20.0, 2.16.1 (no wheel for Python 3.8)") != std::string::npos);

    const Run offline = workplace.run({"deps", "2.4.0", "latest", "--offline"});
    CHECK(offline.status() == 2);
    CHECK(offline.out.find("--offline asks nobody which that is") != std::string::npos);
    CHECK(workplace.run({"cache", "pin", "latest"}).status() == 2);
  }

  TEST_CASE("a second run fetches nothing and asks for no file") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison first = workplace.compare({"2.4.0", "2.12.0"});
    REQUIRE(first.run.status() == 1);
    CHECK(first.subject("tensorflow==2.4.0@py3.8").at("phases").at("fetched_bytes") > 0);
    const std::size_t files = mirror.requests_for("/files/");
    CHECK(files > 0);
    const Comparison second = workplace.compare({"2.4.0", "2.12.0"});
    CHECK(second.run.status() == 1);
    CHECK(mirror.requests_for("/files/") == files);
    for (const json& subject : second.report.at("subjects")) CHECK(subject.at("phases").at("fetched_bytes") == 0);
    CHECK(second.report.at("differences") == first.report.at("differences"));
  }

  TEST_CASE("what a release costs is measured on request and does not differ from itself") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison usual = workplace.compare({"2.12.0", "2.12.0"});
    const Comparison measured = workplace.compare({"2.12.0", "2.12.0", "--performance"});
    CHECK(measured.run.status() == 0);
    const auto observations = [](const Comparison& comparison) {
      return comparison.report.at("summary").at("observations").get<int>();
    };
    // The import's seconds, bytes and libraries, and the bytes of the wheel and of all that is installed; operations
    // too, as far as it has them.
    CHECK(observations(measured) >= observations(usual) + 5);
    CHECK(measured.report.at("differences").empty());
  }

  TEST_CASE("both isolations find the same") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison forked = workplace.compare({"2.4.0", "2.12.0"});
    const Comparison processes = workplace.compare({"2.4.0", "2.12.0", "--isolation", "process"});
    CHECK(processes.run.status() == 1);
    CHECK(processes.report.at("differences") == forked.report.at("differences"));
    CHECK(processes.report.at("summary") == forked.report.at("summary"));
  }

  TEST_CASE("checks that run once find the same and the report says so") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison twice = workplace.compare({"2.4.0", "2.12.0"});
    const Comparison once = workplace.compare({"2.4.0", "2.12.0", "--once"});
    CHECK(once.run.status() == 1);
    CHECK(once.report.at("differences") == twice.report.at("differences"));
    CHECK(once.report.at("summary") == twice.report.at("summary"));
    const auto said = [](const Comparison& comparison) {
      return comparison.report.at("subjects").dump().find("each check ran once") != std::string::npos;
    };
    CHECK(said(once));
    CHECK_FALSE(said(twice));
  }

  TEST_CASE("the index is the one that pip uses") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    workplace.environment.erase("TFHARNESS_INDEX_URL");
    workplace.environment["PIP_INDEX_URL"] = mirror.url();
    CHECK(workplace.compare({"2.12.0", "2.12.0"}).run.status() == 0);
    CHECK(mirror.requests_for("/simple/tensorflow/") > 0);
  }

  TEST_CASE("the witness shows the difference without tfharness") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0"});
    const std::filesystem::path script = workplace.file("witness.py");
    std::ofstream(script) << comparison.difference("smoke.save").at("witness").get<std::string>();
    const Run run = workplace.run({"test", script, "--versions", "2.4.0,2.12.0", "--json", "-"});
    const json outcome = json::parse(run.out);
    const std::string before = outcome.at("subjects").at(0).at("stdout").dump(),
                      after = outcome.at("subjects").at(1).at("stdout").dump();
    CHECK(before.find("Expected a Trackable object") != std::string::npos);
    CHECK(after.find("Expected a Trackable object") == std::string::npos);
  }
}

}  // namespace tfh::test
