#include "harness/cli/record_comparison.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "harness/plan/subject.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

std::string framework_of(const Record& record) {
  return record.subject_id.substr(0, record.subject_id.find("=="));
}

std::string minor_of(const Record& record) {
  return record.python.substr(0, record.python.rfind('.'));
}

std::size_t checks_in_one_only(const Record& first, const Record& second) {
  const auto ids = [](const Record& record) {
    std::set<std::string> found;
    for (const CheckRecord& check : record.checks) found.insert(check.declaration.id);
    return found;
  };
  std::vector<std::string> alone;
  std::ranges::set_symmetric_difference(ids(first), ids(second), std::back_inserter(alone));
  return alone.size();
}

SubjectReport report_of(const Record& record, const Record& baseline) {
  SubjectReport subject = subject_report(record);
  subject.notes.push_back("recorded " + record.created + ": nothing was run again to confirm what differs");
  if (const std::size_t alone = checks_in_one_only(baseline, record); alone > 0)
    subject.notes.push_back("not compared: " + counted(alone, "check") + " that only one of the two records has");
  if (minor_of(record) != minor_of(baseline))
    subject.notes.push_back(fmt::format("on Python {}, the baseline on {}: some differences may be Python's own",
                                        record.python, baseline.python));
  return subject;
}

void tell_revised(Report& report, const Record& subject, const Comparison& comparison) {
  std::vector<std::string> revised;
  if (comparison.revised > 0) revised.push_back(counted(comparison.revised, "check"));
  if (comparison.revised_calls > 0) revised.push_back(counted(comparison.revised_calls, "observation"));
  if (revised.empty()) return;
  for (SubjectReport& told : report.subjects)
    if (told.id == subject.subject_id)
      told.notes.push_back(
          fmt::format("not compared: {} that were others when the baseline was recorded; record it again",
                      fmt::join(revised, ", ")));
}

}  // namespace

void compare_records(Report& report, const Record& baseline, const std::vector<const Record*>& subjects) {
  for (const Record* subject : subjects) {
    Comparison comparison = compare(baseline, *subject);
    report.observations += comparison.observations;
    report.same += comparison.same;
    report.unstable += comparison.unstable;
    report.unreached += comparison.unreached;
    tell_revised(report, *subject, comparison);
    std::ranges::move(comparison.differences, std::back_inserter(report.differences));
  }
  find_introductions(report.differences, baseline, subjects);
  group_findings(report);
}

Result<Report> compare_files(const std::vector<std::string>& files) {
  std::vector<Record> records;
  for (const std::string& file : files) {
    records.push_back(TRY(read_record(file)));
    const std::string first = framework_of(records.front()), other = framework_of(records.back());
    if (other == first) continue;
    const std::string what = fmt::format("{} is of {}, {} of {}", files.front(), first, file, other);
    return std::unexpected(Error{"comparing records", what, "compare records of one framework"});
  }
  std::map<std::string, int> seen;
  for (Record& record : records) record.subject_id = distinct_id(record.subject_id, seen);
  Report report;
  report.baseline = records.front().subject_id;
  report.baseline_file = files.front();
  std::vector<const Record*> subjects;
  for (std::size_t at = 1; at < records.size(); ++at) {
    subjects.push_back(&records[at]);
    report.subjects.push_back(report_of(records[at], records.front()));
  }
  compare_records(report, records.front(), subjects);
  return report;
}

}  // namespace tfh
