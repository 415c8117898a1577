#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "harness/diff/value_text.h"
#include "harness/report/findings.h"
#include "harness/report/report.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

constexpr std::size_t kLargest = 60'000;  // bytes of the page; hosts of pull requests cut comments a little above
constexpr std::size_t kReserve = 600;     // of those, for what closes the page
constexpr std::size_t kShownColumns = 300;
constexpr std::size_t kWitnessBytes = 2'000;
constexpr std::size_t kShownPatterns = 20;  // of one subject

// Text as code in a table or list: backticks and bars end neither, and HTML is not read.
std::string code(const std::string& text) {
  std::string result;
  for (const char character : text) {
    if (character == '`') {
      result += '\'';
    } else if (character == '|') {
      result += "\\|";
    } else {
      result += character;
    }
  }
  return "`" + (result.empty() ? " " : result) + "`";
}

// Text outside code: what Markdown or HTML would read as markup is escaped.
std::string escaped(const std::string& text) {
  std::string result;
  for (const char character : text) {
    if (character == '<') {
      result += "&lt;";
      continue;
    }
    if (std::string("\\`*_[]|#~@").find(character) != std::string::npos) result += '\\';
    result += character;
  }
  return result;
}

std::string fenced(const std::string& source) {
  std::string fence = "```";
  while (source.find(fence) != std::string::npos) fence += '`';
  return fence + "python\n" + source + (source.ends_with('\n') ? "" : "\n") + fence + "\n";
}

std::string table(const Report& report) {
  std::string text =
      "| subject | breaking | behaviour | drift | cosmetic | info |\n| --- | --- | --- | --- | --- | --- |\n";
  for (const SubjectReport& subject : report.subjects) {
    if (is_baseline(report, subject)) continue;
    text += "| " + code(subject.id) + " |";
    if (subject.error) {
      text += " could not be run | | | | |\n";
      continue;
    }
    std::vector<Difference> own;
    std::copy_if(report.differences.begin(), report.differences.end(), std::back_inserter(own),
                 [&](const Difference& difference) { return difference.subject == subject.id; });
    const auto counts = count_by_severity(own);
    for (std::size_t i = counts.size(); i-- > 0;) text += fmt::format(" {} |", counts[i]);
    text += "\n";
  }
  return text;
}

std::string finding_text(const Finding& finding) {
  const Difference& first = finding.first();
  std::string text = fmt::format("- **{}** {} {}", name_of(finding.severity), name_of(first.kind),
                                 code(one_line(api_text(first), 120)));
  if (finding.differences.size() > 1) text += fmt::format(" ({} observations)", finding.differences.size());
  if (first.introduced) text += ", since " + escaped(*first.introduced);
  text += "\n  - before: " + code(value_text(first.before, kShownColumns)) +
          "\n  - after: " + code(value_text(first.after, kShownColumns)) + "\n";
  if (needs_detail(first)) text += "  - " + escaped(one_line(first.detail, kShownColumns)) + "\n";
  return text + "  - in " + code(first.id) + "\n";
}

std::string witness_text(const Difference& difference) {
  if (difference.witness.empty() || difference.witness.size() > kWitnessBytes) return "";
  return "\n<details><summary>a program that shows it</summary>\n\n" + fenced(difference.witness) + "\n</details>\n\n";
}

std::string pattern_line(const Pattern& pattern) {
  return fmt::format("- **{}** {}: {} of {}\n", name_of(pattern.severity),
                     escaped(one_line(pattern.title, kShownColumns)), counted(pattern.groups.size(), "finding"),
                     code(one_line(fmt::format("{}", fmt::join(pattern.api, ", ")), 120)));
}

std::string patterns_of(const Report& report, const std::string& subject) {
  std::string lines;
  std::size_t seen = 0;
  for (const Pattern& pattern : report.patterns) {
    if (pattern.subject == subject && ++seen <= kShownPatterns) lines += pattern_line(pattern);
  }
  if (seen == 0) return "";
  if (seen > kShownPatterns) lines += fmt::format("- ... and {} more: `--json FILE`\n", seen - kShownPatterns);
  return fmt::format("\n<details open><summary>in many places: {}</summary>\n\n{}\n</details>\n",
                     counted(seen, "change"), lines);
}

// Writes findings until the page is full, and counts those that no longer fit.
class Page {
 public:
  void put(const std::string& text) { text_ += text; }
  void put_if_it_fits(const std::string& text) { text_ += fits(text) ? text : ""; }
  void suite(const SuiteFindings& suite);
  std::string finish();

 private:
  bool fits(const std::string& text) const { return text_.size() + text.size() + kReserve < kLargest; }
  std::string text_;
  std::size_t left_out_ = 0;
};

void Page::suite(const SuiteFindings& suite) {
  const std::size_t serious = suite.count_of(Severity::breaking) + suite.count_of(Severity::behaviour);
  if (serious == 0) return;
  const std::string opening =
      fmt::format("\n<details><summary>{}: {} ({} breaking, {} behaviour)</summary>\n\n", suite.suite,
                  counted(serious, "finding"), suite.count_of(Severity::breaking), suite.count_of(Severity::behaviour));
  if (!fits(opening)) {
    left_out_ += serious;
    return;
  }
  put(opening);
  for (std::size_t i = 0; i < serious; ++i) {
    const std::string text = finding_text(suite.findings[i]);
    const std::string witness =
        suite.findings[i].severity == Severity::breaking ? witness_text(suite.findings[i].first()) : "";
    if (fits(text + witness)) {
      put(text + witness);
    } else if (fits(text)) {
      put(text);
    } else {
      ++left_out_;
    }
  }
  put("\n</details>\n");
}

std::string Page::finish() {
  if (left_out_ > 0) {
    put(fmt::format("\n... and {} that did not fit in this page: `--json FILE` has all of them.\n",
                    counted(left_out_, "finding")));
  }
  return std::move(text_);
}

std::string failures(const Report& report) {
  std::string text;
  for (const SubjectReport& subject : report.subjects) {
    if (!subject.error) continue;
    text += "\n**" + code(subject.id) + " could not be run** (" + escaped(subject.error->stage) +
            "): " + escaped(one_line(subject.error->message, 1000)) + "\n";
    if (!subject.error->hint.empty()) text += "Hint: " + escaped(one_line(subject.error->hint, 1000)) + "\n";
  }
  return text;
}

}  // namespace

std::string markdown(const Report& report) {
  Page page;
  page.put("### tfharness: compared with " + code(report.baseline) + "\n\n" + table(report));
  page.put(fmt::format("\n{}: {} the same, {} different, {} unstable; {}.\n",
                       counted(report.observations, "observation"), report.same, report.differences.size(),
                       report.unstable, seconds_text(report.duration_s)));
  if (!report.common_python)
    page.put("\nNo Python has a wheel for all subjects: some differences may be Python's own.\n");
  page.put(failures(report));
  for (const SubjectReport& subject : report.subjects) {
    const auto suites = findings_by_suite(report, subject.id);
    if (report.subjects.size() > 2 && !suites.empty()) page.put("\n#### " + code(subject.id) + "\n");
    page.put_if_it_fits(patterns_of(report, subject.id));  // their findings are counted below
    for (const SuiteFindings& suite : suites) page.suite(suite);
  }
  return page.finish();
}

}  // namespace tfh
