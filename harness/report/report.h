// The result of a command, as one value; writers turn it into JSON, a terminal page, JUnit XML or Markdown.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/diff/difference.h"
#include "harness/diff/pattern.h"
#include "harness/record/record.h"

namespace tfh {

struct Phases {  // seconds, each from its first start to its last end; they overlap
  double resolve_s = 0, fetch_s = 0, unpack_s = 0, import_s = 0, checks_s = 0, total_s = 0;
  std::uint64_t fetched_bytes = 0;
};

struct CheckCounts {
  std::size_t ran = 0, ok = 0, crashed = 0, timed_out = 0, skipped = 0;
};

struct SubjectFailure {
  std::string stage, message, hint;  // stage: "plan", "resolve", "fetch", "unpack", "import", "checks"
};

struct CheckResult {               // of one check in one subject, whether or not anything differs
  std::string id, status, reason;  // as in CheckRecord
  double seconds = 0;
};

struct SubjectReport {
  std::string id, requirement, version, python, resolve, exclude_newer;
  std::optional<SubjectFailure> error;  // status is "failed" when set
  std::vector<RecordedPackage> packages;
  Phases phases;
  std::uint64_t peak_rss_bytes = 0;
  CheckCounts checks;
  std::vector<CheckResult> results;  // for JUnit, which counts what passed too
  std::vector<std::string> unstable;
  std::vector<std::string> notes;
};

struct Report {
  std::vector<std::string> command;
  std::string started;  // RFC 3339
  double duration_s = 0;
  std::string baseline;       // SUBJECT_ID
  std::string baseline_file;  // the record that the subjects are compared with; empty: with the first subject
  std::vector<SubjectReport> subjects;
  std::size_t observations = 0, same = 0, unstable = 0;
  std::size_t unreached = 0;  // observations that a crash, timeout or exception on one side came before
  std::vector<Difference> differences;
  std::vector<Group> groups;
  std::vector<Pattern> patterns;
  bool common_python = true;
};

// What a record tells of its subject: names, packages, unstable observations, results and counts of the checks. The
// phases, peak memory and notes are the caller's to fill.
SubjectReport subject_report(const Record& record);

// Fills groups and patterns, once the differences are complete.
void group_findings(Report& report);

// The subject that the others are compared with. False for all of them when that is a record.
bool is_baseline(const Report& report, const SubjectReport& subject);

// How many differences have each severity, and each kind: indexed by the enumerations.
std::array<std::size_t, kSeverityCount> count_by_severity(const std::vector<Difference>& differences);
std::array<std::size_t, kKindCount> count_by_kind(const std::vector<Difference>& differences);

nlohmann::json to_json(const std::optional<SubjectFailure>& failure);  // null where there is none
nlohmann::json to_json(const Report& report);  // tfharness-report/1; schema: harness/report/report.schema.json
std::string json_text(const Report& report);   // the same as a file's content: UTF-8 whatever dying processes wrote

struct TerminalStyle {
  bool colour = false;
  int width = 80;        // columns
  bool verbose = false;  // every difference, not the first ones of each group
};
std::string terminal_text(const Report& report, const TerminalStyle& style);
std::string junit_xml(const Report& report, Severity fail_on);
std::string markdown(const Report& report);

// 0: nothing at or above `fail_on`; 1: differences; 2: a subject that could not be run.
int exit_status(const Report& report, Severity fail_on);

}  // namespace tfh
