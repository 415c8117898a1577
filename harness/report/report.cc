#include "harness/report/report.h"

#include <algorithm>

namespace tfh {

SubjectReport subject_report(const Record& record) {
  SubjectReport subject;
  subject.id = record.subject_id;
  subject.requirement = record.requirement;
  subject.version = record.version;
  subject.python = record.python;
  subject.resolve = record.resolve;
  subject.exclude_newer = record.exclude_newer;
  subject.packages = record.packages;
  subject.unstable = record.unstable;
  for (const CheckRecord& check : record.checks) {
    subject.results.push_back({check.declaration.id, check.status, check.reason, check.seconds});
    if (check.status == "skipped") {
      ++subject.checks.skipped;
      continue;
    }
    ++subject.checks.ran;
    if (check.status == "ok") ++subject.checks.ok;
    if (check.status == "crashed" || check.status == "out_of_memory") ++subject.checks.crashed;
    if (check.status == "timed_out") ++subject.checks.timed_out;
  }
  return subject;
}

void group_findings(Report& report) {
  report.groups = group_differences(report.differences);
  report.patterns = find_patterns(report.differences, report.groups);
}

bool is_baseline(const Report& report, const SubjectReport& subject) {
  return report.baseline_file.empty() && report.subjects.size() > 1 && subject.id == report.subjects.front().id &&
         subject.id == report.baseline;
}

std::array<std::size_t, kSeverityCount> count_by_severity(const std::vector<Difference>& differences) {
  std::array<std::size_t, kSeverityCount> counts{};
  for (const Difference& difference : differences) ++counts[static_cast<std::size_t>(difference.severity)];
  return counts;
}

std::array<std::size_t, kKindCount> count_by_kind(const std::vector<Difference>& differences) {
  std::array<std::size_t, kKindCount> counts{};
  for (const Difference& difference : differences) ++counts[static_cast<std::size_t>(difference.kind)];
  return counts;
}

int exit_status(const Report& report, Severity fail_on) {
  const auto failed = [](const SubjectReport& subject) { return subject.error.has_value(); };
  if (std::any_of(report.subjects.begin(), report.subjects.end(), failed)) return 2;
  const auto counts = [&](const Difference& difference) { return difference.severity >= fail_on; };
  return std::any_of(report.differences.begin(), report.differences.end(), counts) ? 1 : 0;
}

}  // namespace tfh
