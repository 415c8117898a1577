#include "harness/report/report.h"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/unit/report/golden.h"
#include "tests/unit/report/sample.h"

using namespace tfh;
using nlohmann::json;

namespace {

// What tests/validate_report.py says of a report: its exit status.
int validated(const std::string& report) {
  const auto path = std::filesystem::temp_directory_path() / ("tfharness-report-" + std::to_string(getpid()) + ".json");
  std::ofstream(path, std::ios::binary) << report;
  const std::string command =
      TFHARNESS_TEST_PYTHON " " TFHARNESS_SOURCE "/tests/validate_report.py " + path.string() + " 2> /dev/null";
  const int status = std::system(command.c_str());
  std::filesystem::remove(path);
  return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("reports are valid under their schema") {
  CHECK(validated(json_text(sample_report())) == 0);
  CHECK(validated(json_text(sample_without_differences())) == 0);
}

TEST_CASE("the validation finds what is wrong") {
  const auto broken = [](const char* pointer, const json& value) {
    json report = to_json(sample_report());
    report[json::json_pointer(pointer)] = value;
    return validated(report.dump());
  };
  CHECK(broken("/subjects/0/status", "failed") == 1);
  CHECK(broken("/differences/0/kind", "hologram") == 1);
  CHECK(broken("/differences/0/severity", "drift") == 1);
  CHECK(broken("/summary/different", 0) == 1);
  CHECK(broken("/groups/0/count", 7) == 1);
  json without = to_json(sample_report());
  without["summary"]["by_kind"].erase("timeout");
  CHECK(validated(without.dump()) == 1);
}

TEST_CASE("a report holds text that is not UTF-8, as dying processes write it") {
  Report report = sample_report();
  report.differences[0].detail = "died: \xff\xfe";
  CHECK(validated(json_text(report)) == 0);
}

TEST_CASE("the JSON report") {
  CHECK(golden_difference("report.json", json_text(sample_report())) == "");
}

TEST_CASE("the terminal page") {
  CHECK(golden_difference("terminal.txt", terminal_text(sample_report(), {})) == "");
  CHECK(golden_difference("terminal-verbose.txt", terminal_text(sample_report(), {.verbose = true})) == "");
  CHECK(golden_difference("terminal-colour.txt", terminal_text(sample_report(), {.colour = true})) == "");
  CHECK(golden_difference("terminal-no-difference.txt", terminal_text(sample_without_differences(), {})) == "");
}

TEST_CASE("the terminal page fits its width and is plain without colour") {
  for (const bool verbose : {false, true}) {
    for (const int width : {60, 80, 120}) {
      const std::string page = terminal_text(sample_report(), {.width = width, .verbose = verbose});
      CHECK(page.find('\x1b') == std::string::npos);
      std::istringstream lines(page);
      for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("tensorflow==") || line.starts_with("seconds")) continue;  // the table of phases: 72
        CAPTURE(line);
        CHECK(line.size() <= static_cast<std::size_t>(width));
      }
    }
  }
}

TEST_CASE("findings that are not shown are counted") {
  const std::string page = terminal_text(sample_with_many_findings(50), {});
  CHECK(page.find("... and 45 more (--verbose or --json FILE shows them)") != std::string::npos);
  const std::string verbose = terminal_text(sample_with_many_findings(50), {.verbose = true});
  CHECK(verbose.find("tensor_ops.op_49/x") != std::string::npos);
  CHECK(verbose.find("more (") == std::string::npos);
}

TEST_CASE("Markdown for a pull request") {
  CHECK(golden_difference("report.md", markdown(sample_report())) == "");
  const std::string large = markdown(sample_with_many_findings(3000));
  CHECK(large.size() <= 60'000);
  CHECK(large.find("findings that did not fit in this page") != std::string::npos);
}

TEST_CASE("Markdown keeps its size with the patterns of many subjects") {
  Report report = sample_report();
  Pattern pattern = report.patterns.at(0);
  pattern.title = std::string(300, 'x');
  for (int i = 0; i < 20; ++i) {
    SubjectReport& subject = report.subjects.emplace_back(SubjectReport(report.subjects[1]));
    subject.id += "#" + std::to_string(i);
    pattern.subject = subject.id;
    report.patterns.insert(report.patterns.end(), 20, pattern);
  }
  const std::string page = markdown(report);
  CHECK(page.size() <= 60'000);
  CHECK(page.find("in many places: 20 changes") != std::string::npos);
}

TEST_CASE("JUnit XML") {
  CHECK(golden_difference("junit.xml", junit_xml(sample_report(), Severity::behaviour)) == "");
  const std::string all = junit_xml(sample_report(), Severity::cosmetic);
  const std::string worst = junit_xml(sample_report(), Severity::breaking);
  const auto failures = [](const std::string& xml) {
    std::size_t count = 0;
    for (std::size_t at = xml.find("<failure "); at != std::string::npos; at = xml.find("<failure ", at + 1)) ++count;
    return count;
  };
  CHECK(failures(worst) == 3);
  CHECK(failures(all) == 8);
}

TEST_CASE("JUnit XML is well-formed whatever the texts hold") {
  Report report = sample_report();
  report.differences[0].detail = "\x01 <&> ]]> \xff \x1b[0m";
  report.differences[0].witness = "print('\x0c')";
  const std::string xml = junit_xml(report, Severity::info);
  for (const char character : xml) CHECK((character == '\n' || static_cast<unsigned char>(character) >= 0x20));
  CHECK(xml.find("\\x01 &lt;&amp;&gt; ]]&gt; \\xff \\x1b[0m") != std::string::npos);
}

TEST_CASE("the exit status is that of diff(1)") {
  Report report = sample_report();
  CHECK(exit_status(report, Severity::behaviour) == 2);
  report.subjects.pop_back();
  CHECK(exit_status(report, Severity::breaking) == 1);
  CHECK(exit_status(report, Severity::info) == 1);
  report = sample_without_differences();
  CHECK(exit_status(report, Severity::info) == 0);
  report.differences.emplace_back().severity = Severity::drift;
  CHECK(exit_status(report, Severity::behaviour) == 0);
  CHECK(exit_status(report, Severity::drift) == 1);
}

TEST_CASE("a subject of the baseline's own name is compared when the baseline is a record") {
  Report report = sample_with_many_findings(1);
  report.subjects.erase(report.subjects.begin());
  report.subjects[0].id = report.baseline;
  report.differences[0].subject = report.baseline;
  report.baseline_file = "baseline.json";
  CHECK(terminal_text(report, {}).find("tf.op_0") != std::string::npos);
  CHECK(junit_xml(report, Severity::info).find("<failure ") != std::string::npos);
  CHECK(markdown(report).find("tf.op\\_0") == std::string::npos);
  CHECK(validated(json_text(report)) == 0);
}
