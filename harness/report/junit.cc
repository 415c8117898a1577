#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "harness/diff/value_text.h"
#include "harness/report/findings.h"
#include "harness/report/report.h"

namespace tfh {

namespace {

constexpr std::size_t kShownColumns = 400;  // of one side of a difference

bool allowed_in_xml(char32_t code) {
  return code == 0x9 || code == 0xa || code == 0xd || (code >= 0x20 && code <= 0xd7ff) ||
         (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

// The code point at `position` and its bytes; length 0 where the bytes are not UTF-8.
std::pair<char32_t, std::size_t> decode_utf8(const std::string& text, std::size_t position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(position);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || position + length > text.size()) return {0, 0};
  char32_t code = lead & (0xffu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(position + i) & 0xc0) != 0x80) return {0, 0};
    code = code << 6 | (byte(position + i) & 0x3fu);
  }
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  return code < smallest[length] ? std::pair<char32_t, std::size_t>{0, 0} : std::pair{code, length};
}

// Text for XML 1.0, which has no place for most control characters: those become \x1b.
std::string escaped(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto [code, length] = decode_utf8(text, i);
    if (length == 0 || !allowed_in_xml(code)) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i]));
      ++i;
      continue;
    }
    switch (code) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\n':
      case '\r':
      case '\t':
        result += fmt::format("&#{};", static_cast<int>(code));
        break;
      default:
        result.append(text, i, length);
    }
    i += length;
  }
  return result;
}

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
  return found != cases.end() ? *found : cases.emplace_back(TestCase{.check = check, .status = "ok"});
}

// The checks that ran, and those that only the differences name.
Suites suites_of(const Report& report, const SubjectReport& subject, Severity fail_on) {
  Suites suites;
  for (const CheckResult& result : subject.results) {
    suites[suite_of(result.id)].push_back({.check = result.id, .status = result.status, .reason = result.reason});
  }
  for (const Difference& difference : report.differences) {
    if (difference.subject != subject.id) continue;
    TestCase& test_case = case_named(suites, difference.suite, difference.check);
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
      fmt::format("    <testcase classname=\"{}\" name=\"{}\"", escaped(class_name), escaped(test_case.check));
  std::string body;
  if (!test_case.failures.empty()) {
    const Difference& worst =
        **std::max_element(test_case.failures.begin(), test_case.failures.end(),
                           [](const auto* left, const auto* right) { return left->severity < right->severity; });
    std::string text = joined(test_case.failures);
    if (!worst.witness.empty()) text += "\n" + worst.witness;
    body += fmt::format("      <failure message=\"{}\" type=\"{}\">{}</failure>\n",
                        escaped(one_line(worst.id + ": " + worst.detail, kShownColumns)),
                        name_of(worst.severity) + " " + name_of(worst.kind), escaped(text));
  } else if (test_case.status == "skipped") {
    body += fmt::format("      <skipped message=\"{}\"/>\n", escaped(test_case.reason));
  }
  if (!test_case.others.empty()) {
    body += "      <system-out>" + escaped(joined(test_case.others)) + "</system-out>\n";
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
             escaped(name), cases.size(), failures, skipped, escaped(report.started.substr(0, 19))) +
         body + "  </testsuite>\n";
}

std::string failed_subject_xml(const SubjectReport& subject, const Report& report) {
  return fmt::format(
      "  <testsuite name=\"{0}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\" time=\"0\" timestamp=\"{1}\">\n"
      "    <testcase classname=\"{0}\" name=\"{2}\">\n"
      "      <error message=\"{3}\" type=\"{2}\">{4}</error>\n"
      "    </testcase>\n  </testsuite>\n",
      escaped(subject.id), escaped(report.started.substr(0, 19)), escaped(subject.error->stage),
      escaped(one_line(subject.error->message, kShownColumns)),
      escaped(subject.error->message + "\n" + subject.error->hint));
}

}  // namespace

std::string junit_xml(const Report& report, Severity fail_on) {
  std::string body;
  for (const SubjectReport& subject : report.subjects) {
    if (subject.error) {
      body += failed_subject_xml(subject, report);
      continue;
    }
    if (subject.id == report.baseline) continue;
    for (const auto& [suite, cases] : suites_of(report, subject, fail_on)) {
      body += suite_xml(subject.id + " " + suite, cases, report);
    }
  }
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tfharness\" time=\"{:.3f}\">\n",
                     report.duration_s) +
         body + "</testsuites>\n";
}

}  // namespace tfh
