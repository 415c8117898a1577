#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "harness/diff/value_text.h"
#include "harness/report/findings.h"
#include "harness/report/report.h"
#include "harness/report/xml_text.h"

namespace tfh {

namespace {

constexpr std::size_t kShownColumns = 400;  // of one side of a difference

struct TestCase {
  CheckResult result;
  std::vector<const Difference*> failures, others;  // at or above the threshold, and below it
};

using Suites = std::map<std::string, std::vector<TestCase>>;

std::string suite_of(const std::string& check) {
  return check.substr(0, check.find('.'));
}

TestCase& case_named(Suites& suites, const std::string& suite, const std::string& check) {
  auto& cases = suites[suite];
  const auto found =
      std::find_if(cases.begin(), cases.end(), [&](const TestCase& one) { return one.result.id == check; });
  return found != cases.end() ? *found
                              : cases.emplace_back(TestCase{{.id = check, .status = "ok", .reason = ""}, {}, {}});
}

// The checks that ran, and those that only the differences name.
Suites suites_of(const Report& report, const SubjectReport& subject, Severity fail_on) {
  Suites suites;
  for (const CheckResult& result : subject.results) {
    suites[suite_of(result.id)].push_back({result, {}, {}});
  }
  for (const Difference& difference : report.differences) {
    if (difference.subject != subject.id) continue;
    TestCase& test_case = case_named(suites, difference.suite, difference.check_id());
    (difference.severity >= fail_on ? test_case.failures : test_case.others).push_back(&difference);
  }
  return suites;
}

std::string difference_text(const Difference& difference) {
  std::string text =
      fmt::format("{} {}: {} ({})\n  before: {}\n  after:  {}\n", name_of(difference.severity),
                  name_of(difference.kind), difference.id, api_text(difference),
                  value_text(difference.before, kShownColumns), value_text(difference.after, kShownColumns));
  if (needs_detail(difference)) text += "  " + difference.detail + "\n";
  return text;
}

std::string joined(const std::vector<const Difference*>& differences) {
  std::string text;
  for (const Difference* difference : differences) text += difference_text(*difference);
  return text;
}

std::string case_xml(const TestCase& test_case, const std::string& class_name) {
  const std::string head =
      fmt::format("    <testcase classname=\"{}\" name=\"{}\" time=\"{:.3f}\"", xml_attribute_escaped(class_name),
                  xml_attribute_escaped(test_case.result.id), test_case.result.seconds);
  if (!test_case.failures.empty()) {
    const Difference& worst =
        **std::max_element(test_case.failures.begin(), test_case.failures.end(),
                           [](const auto* left, const auto* right) { return left->severity < right->severity; });
    std::string text = joined(test_case.failures);
    if (!worst.witness.empty()) text += "\n" + worst.witness;
    return head + fmt::format(">\n      <failure message=\"{}\" type=\"{}\">{}</failure>\n    </testcase>\n",
                              xml_attribute_escaped(one_line(worst.id + ": " + worst.detail, kShownColumns)),
                              name_of(worst.severity) + " " + name_of(worst.kind), xml_escaped(text));
  }
  if (test_case.result.status != "skipped") return head + "/>\n";
  return head + fmt::format("><skipped message=\"{}\"/></testcase>\n", xml_attribute_escaped(test_case.result.reason));
}

struct TestSuite {
  std::string name;
  std::size_t tests = 0, failures = 0, errors = 0, skipped = 0;
  double seconds = 0;
  std::string cases;   // XML
  std::string output;  // text: differences that are no failure
};

TestSuite suite_of_cases(const std::string& name, const std::vector<TestCase>& cases) {
  TestSuite suite{.name = name, .tests = cases.size(), .cases = "", .output = ""};
  for (const TestCase& test_case : cases) {
    suite.failures += test_case.failures.empty() ? 0 : 1;
    suite.skipped += test_case.failures.empty() && test_case.result.status == "skipped" ? 1 : 0;
    suite.seconds += test_case.result.seconds;
    suite.cases += case_xml(test_case, name);
    suite.output += joined(test_case.others);
  }
  return suite;
}

TestSuite suite_of_failed_subject(const SubjectReport& subject) {
  TestSuite suite{.name = subject.id, .tests = 1, .errors = 1, .cases = "", .output = ""};
  suite.cases = fmt::format(
      "    <testcase classname=\"{}\" name=\"{}\" time=\"0\">\n"
      "      <error message=\"{}\" type=\"{}\">{}</error>\n    </testcase>\n",
      xml_attribute_escaped(subject.id), xml_attribute_escaped(subject.error->stage),
      xml_attribute_escaped(one_line(subject.error->message, kShownColumns)),
      xml_attribute_escaped(subject.error->stage), xml_escaped(subject.error->message + "\n" + subject.error->hint));
  return suite;
}

std::string suite_xml(const TestSuite& suite, std::size_t number, const Report& report) {
  return fmt::format(
             "  <testsuite id=\"{}\" name=\"{}\" package=\"tfharness\" hostname=\"localhost\" timestamp=\"{}\" "
             "tests=\"{}\" failures=\"{}\" errors=\"{}\" skipped=\"{}\" time=\"{:.3f}\">\n    <properties/>\n",
             number, xml_attribute_escaped(suite.name), xml_attribute_escaped(report.started.substr(0, 19)),
             suite.tests, suite.failures, suite.errors, suite.skipped, suite.seconds) +
         suite.cases + "    <system-out>" + xml_escaped(suite.output) +
         "</system-out>\n    <system-err></system-err>\n  </testsuite>\n";
}

}  // namespace

// Valid for the two schemas in use: that of Ant's JUnit task, which wants every attribute that is here, and that of
// Jenkins, which allows them.
std::string junit_xml(const Report& report, Severity fail_on) {
  std::string body;
  std::size_t number = 0;
  for (const SubjectReport& subject : report.subjects) {
    if (subject.error) {
      body += suite_xml(suite_of_failed_subject(subject), number++, report);
      continue;
    }
    if (is_baseline(report, subject)) continue;
    for (const auto& [suite, cases] : suites_of(report, subject, fail_on)) {
      body += suite_xml(suite_of_cases(subject.id + " " + suite, cases), number++, report);
    }
  }
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + body + "</testsuites>\n";
}

}  // namespace tfh
