#include "harness/report/report.h"

namespace tfh {

namespace {

using nlohmann::json;

json text_or_null(const std::string& text) {
  return text.empty() ? json() : json(text);
}

json phases_to_json(const Phases& phases) {
  return {{"resolve_s", phases.resolve_s},        {"fetch_s", phases.fetch_s},   {"unpack_s", phases.unpack_s},
          {"import_s", phases.import_s},          {"checks_s", phases.checks_s}, {"total_s", phases.total_s},
          {"fetched_bytes", phases.fetched_bytes}};
}

json subject_to_json(const SubjectReport& subject) {
  const CheckCounts& checks = subject.checks;
  return {{"id", subject.id},
          {"requirement", subject.requirement},
          {"version", subject.version},
          {"python", subject.python},
          {"resolve", subject.resolve},
          {"exclude_newer", text_or_null(subject.exclude_newer)},
          {"status", subject.error ? "failed" : "ok"},
          {"error", to_json(subject.error)},
          {"packages", to_json(subject.packages)},
          {"phases", phases_to_json(subject.phases)},
          {"peak_rss_bytes", subject.peak_rss_bytes},
          {"checks",
           {{"ran", checks.ran},
            {"ok", checks.ok},
            {"crashed", checks.crashed},
            {"timed_out", checks.timed_out},
            {"skipped", checks.skipped}}},
          {"unstable", subject.unstable},
          {"notes", subject.notes}};
}

json summary_to_json(const Report& report) {
  json by_kind = json::object();
  const auto kinds = count_by_kind(report.differences);
  for (std::size_t i = 0; i < kinds.size(); ++i) by_kind[name_of(static_cast<Kind>(i))] = kinds[i];
  json by_severity = json::object();
  const auto severities = count_by_severity(report.differences);
  for (std::size_t i = 0; i < severities.size(); ++i) by_severity[name_of(static_cast<Severity>(i))] = severities[i];
  return {{"observations", report.observations},    {"same", report.same},
          {"different", report.differences.size()}, {"unstable", report.unstable},
          {"unreached", report.unreached},          {"by_kind", std::move(by_kind)},
          {"by_severity", std::move(by_severity)}};
}

json difference_to_json(const Difference& difference) {
  json cause;
  if (difference.cause) {
    cause = {
        {"kind", difference.cause->kind}, {"what", difference.cause->what}, {"evidence", difference.cause->evidence}};
  }
  return {{"id", difference.id},
          {"suite", difference.suite},
          {"check", difference.check},
          {"api", difference.api},
          {"subject", difference.subject},
          {"kind", name_of(difference.kind)},
          {"severity", name_of(difference.severity)},
          {"policy", difference.policy},
          {"before", difference.before},
          {"after", difference.after},
          {"detail", difference.detail},
          {"cause", std::move(cause)},
          {"introduced", difference.introduced ? json(*difference.introduced) : json()},
          {"group", difference.group},
          {"witness", difference.witness}};
}

json group_to_json(const Group& group) {
  return {{"id", group.id},
          {"title", group.title},
          {"api", group.api},
          {"kind", name_of(group.kind)},
          {"severity", name_of(group.severity)},
          {"count", group.count}};
}

json pattern_to_json(const Pattern& pattern) {
  return {{"id", pattern.id},           {"title", pattern.title},
          {"subject", pattern.subject}, {"severity", name_of(pattern.severity)},
          {"api", pattern.api},         {"groups", pattern.groups},
          {"count", pattern.count}};
}

}  // namespace

json to_json(const std::optional<SubjectFailure>& failure) {
  if (!failure) return nullptr;
  return {{"stage", failure->stage}, {"message", failure->message}, {"hint", failure->hint}};
}

json to_json(const Report& report) {
  json subjects = json::array();
  for (const SubjectReport& subject : report.subjects) subjects.push_back(subject_to_json(subject));
  json differences = json::array();
  for (const Difference& difference : report.differences) differences.push_back(difference_to_json(difference));
  json groups = json::array();
  for (const Group& group : report.groups) groups.push_back(group_to_json(group));
  json patterns = json::array();
  for (const Pattern& pattern : report.patterns) patterns.push_back(pattern_to_json(pattern));
  return {{"schema", "tfharness-report/1"},
          {"command", report.command},
          {"started", report.started},
          {"duration_s", report.duration_s},
          {"baseline", report.baseline},
          {"baseline_file", text_or_null(report.baseline_file)},
          {"common_python", report.common_python},
          {"subjects", std::move(subjects)},
          {"summary", summary_to_json(report)},
          {"differences", std::move(differences)},
          {"groups", std::move(groups)},
          {"patterns", std::move(patterns)}};
}

std::string json_text(const Report& report) {
  return to_json(report).dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace tfh
