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
  std::string check, status, reason;
  std::vector<const Difference*> failures, others;  // at or above the threshold, and below it
};

using Suites = std::map<std::string, std::vector<TestCase>>;

std::string suite_of(const std::string& check) {
  return check.substr(0, check.find('.'));
}

TestCase& case_named(Suites& suites, const std::string& suite, const std::string& check) {
  auto& cases = suites[suite];
  const auto found = std::find_if(cases.begin(), cases.end(), [&](const TestCase& one) { return one.check == check; });
  return found != cases.end() ? *found : cases.emplace_back(TestCase{check, "ok", "", {}, {}});
}

// The checks that ran, and those that only the differences name.
Suites suites_of(const Report& report, const SubjectReport& subject, Severity fail_on) {
  Suites suites;
  for (const CheckResult& result : subject.results) {
    suites[suite_of(result.id)].push_back({result.id, result.status, result.reason, {}, {}});
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
  const std::string head = fmt::format("    <testcase classname=\"{}\" name=\"{}\"", xml_attribute_escaped(class_name),
                                       xml_attribute_escaped(test_case.check));
  std::string body;
  if (!test_case.failures.empty()) {
    const Difference& worst =
        **std::max_element(test_case.failures.begin(), test_case.failures.end(),
                           [](const auto* left, const auto* right) { return left->severity < right->severity; });
    std::string text = joined(test_case.failures);
    if (!worst.witness.empty()) text += "\n" + worst.witness;
    body += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                        xml_attribute_escaped(one_line(worst.id + ": " + worst.detail, kShownColumns)),
                        name_of(worst.severity) + " " + name_of(worst.kind), xml_escaped(text));
  } else if (test_case.status == "skipped") {
    body += fmt::format("      <skipped message=\"{}\"/>\n", xml_attribute_escaped(test_case.reason));
  }
  if (!test_case.others.empty()) {
    body += "      <system-out>" + xml_escaped(joined(test_case.others)) + "</system-out>\n";
  }
  return body.empty() ? head + "/>\n" : head + ">\n" + body + "    </testcase>\n";
}

std::string suite_xml(const std::string& name, const std::vector<TestCase>& cases, const Report& report) {
  std::string body;
  std::size_t failures = 0;
  std::size_t skipped = 0;
  for (const TestCase& test_case : cases) {
    failures += test_case.failures.empty() ? 0 : 1;
    skipped += test_case.failures.empty() && test_case.status == "skipped" ? 1 : 0;
    body += case_xml(test_case, name);
  }
  return fmt::format(
             "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" time=\"0\" "
             "timestamp=\"{}\">\n",
             xml_attribute_escaped(name), cases.size(), failures, skipped,
             xml_attribute_escaped(report.started.substr(0, 19))) +
         body + "  </testsuite>\n";
}

std::string failed_subject_xml(const SubjectReport& subject, const Report& report) {
  return fmt::format(
      "  <testsuite name=\"{0}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\" timestamp=\"{1}\">\n"
      "    <testcase classname=\"{0}\" name=\"{2}\">\n"
      "      <error message=\"{3}\" type=\"{2}\">{4}</error>\n"
      "    </testcase>\n  </testsuite>\n",
      xml_attribute_escaped(subject.id), xml_attribute_escaped(report.started.substr(0, 19)),
      xml_attribute_escaped(subject.error->stage),
      xml_attribute_escaped(one_line(subject.error->message, kShownColumns)),
      xml_escaped(subject.error->message + "\n" + subject.error->hint));
}

}  // namespace

std::string junit_xml(const Report& report, Severity fail_on) {
  std::string body;
  for (const SubjectReport& subject : report.subjects) {
    if (subject.error) {
      body += failed_subject_xml(subject, report);
      continue;
    }
    if (is_baseline(report, subject)) continue;
    for (const auto& [suite, cases] : suites_of(report, subject, fail_on)) {
      body += suite_xml(subject.id + " " + suite, cases, report);
    }
  }
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tfharness\" time=\"{:.3f}\">\n",
                     report.duration_s) +
         body + "</testsuites>\n";
}

}  // namespace tfh
