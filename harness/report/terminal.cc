#include <fmt/format.h>

#include <algorithm>

#include "harness/report/report.h"
#include "harness/report/terminal_findings.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

constexpr std::size_t kShownUnstable = 5;  // ids of one subject, without --verbose

std::string phase_text(double seconds) {
  return seconds > 0 ? fmt::format("{:.1f}", seconds) : "-";
}

// One row per subject, and an empty line: the phases overlap, so they do not add up to the total. Nothing where nothing
// was run.
std::string phases_table(const Report& report, const TerminalStyle& style) {
  const auto ran = [](const SubjectReport& subject) { return subject.phases.total_s > 0; };
  if (std::ranges::none_of(report.subjects, ran)) return "";
  std::size_t first = 7;
  for (const SubjectReport& subject : report.subjects) first = std::max(first, columns_of(subject.id));
  const auto row = [&](const std::string& name, const std::vector<std::string>& cells) {
    std::string line = padded_right(name, first);
    for (const std::string& cell : cells) line += padded_left(cell, 8);
    return line + "\n";
  };
  std::string text =
      toned(row("seconds", {"resolve", "fetch", "unpack", "import", "checks", "total"}), Tone::dim, style);
  for (const SubjectReport& subject : report.subjects) {
    const Phases& phases = subject.phases;
    text += row(subject.id, {phase_text(phases.resolve_s), phase_text(phases.fetch_s), phase_text(phases.unpack_s),
                             phase_text(phases.import_s), phase_text(phases.checks_s), phase_text(phases.total_s)});
  }
  return text + "\n";
}

std::string subject_line(const SubjectReport& subject, std::size_t width) {
  const CheckCounts& checks = subject.checks;
  std::string text = subject.id + ": ";
  if (subject.error) return wrapped_text(text + "not run, see below", "", width);
  text += counted(checks.ran, "check") + " ran";
  if (checks.crashed > 0) text += fmt::format(", {} crashed", checks.crashed);
  if (checks.timed_out > 0) text += fmt::format(", {} timed out", checks.timed_out);
  if (checks.skipped > 0) text += fmt::format(", {} skipped", checks.skipped);
  if (!subject.python.empty()) text += "; Python " + subject.python;
  if (!subject.packages.empty()) text += "; " + counted(subject.packages.size(), "package");
  if (subject.phases.fetched_bytes > 0) text += "; fetched " + size_text(subject.phases.fetched_bytes);
  if (subject.peak_rss_bytes > 0) text += "; peak memory " + size_text(subject.peak_rss_bytes);
  return wrapped_text(text, "", width);
}

std::string counts_line(const Report& report, const TerminalStyle& style) {
  const auto counts = count_by_severity(report.differences);
  std::string line;
  for (const Severity severity :
       {Severity::breaking, Severity::behaviour, Severity::drift, Severity::cosmetic, Severity::info}) {
    const std::size_t count = counts[static_cast<std::size_t>(severity)];
    const std::string text = fmt::format("{} {}", count, name_of(severity));
    line += (line.empty() ? "" : "   ") + toned(text, count > 0 ? tone_of(severity) : Tone::plain, style);
  }
  return line + "\n";
}

std::string head_text(const Report& report, const TerminalStyle& style, std::size_t width) {
  std::string text;
  for (const SubjectReport& subject : report.subjects) {
    if (is_baseline(report, subject) || subject.error) continue;
    text += toned(subject.id, Tone::bold, style) + " compared with " + toned(report.baseline, Tone::bold, style) + "\n";
  }
  if (!report.common_python) {
    text +=
        toned(wrapped_text("No Python has a wheel for all of them: some differences may be Python's own.", "", width),
              Tone::yellow, style);
  }
  text += "\n" + phases_table(report, style);
  for (const SubjectReport& subject : report.subjects) {
    text += subject_line(subject, width);
    for (const std::string& note : subject.notes) text += wrapped_text("note: " + note, "  ", width);
  }
  std::string counts =
      fmt::format("{}: {} the same, {} different, {} unstable", counted(report.observations, "observation"),
                  report.same, report.differences.size(), report.unstable);
  if (report.unreached > 0) counts += fmt::format(", {} not reached on one side", report.unreached);
  return text + "\n" + wrapped_text(counts, "", width) + counts_line(report, style);
}

std::string unstable_text(const Report& report, const TerminalStyle& style, std::size_t width) {
  std::string text;
  for (const SubjectReport& subject : report.subjects) {
    if (subject.unstable.empty()) continue;
    std::vector<std::string> ids = subject.unstable;
    const std::size_t hidden = style.verbose ? 0 : ids.size() - std::min(ids.size(), kShownUnstable);
    ids.resize(ids.size() - hidden);
    if (hidden > 0) ids.push_back(fmt::format("and {} more", hidden));
    text += "\n" + wrapped_text("Set apart, not the same in two runs of " + subject.id + ":", "", width) +
            wrapped_list(ids, "  ", width);
  }
  return text;
}

std::string failures_text(const Report& report, const TerminalStyle& style, std::size_t width) {
  std::string text;
  for (const SubjectReport& subject : report.subjects) {
    if (!subject.error) continue;
    text += "\n" + toned("FAILED " + subject.id, Tone::red, style) + " at the stage " + subject.error->stage + "\n" +
            wrapped_text(subject.error->message, "  ", width);
    if (!subject.error->hint.empty()) text += wrapped_text("hint: " + subject.error->hint, "  ", width);
  }
  return text;
}

std::string closing_text(const Report& report, const TerminalStyle& style, std::size_t width) {
  const auto failed =
      static_cast<std::size_t>(std::count_if(report.subjects.begin(), report.subjects.end(),
                                             [](const SubjectReport& subject) { return subject.error.has_value(); }));
  if (failed > 0 && failed + 1 >= report.subjects.size()) {
    return wrapped_text("Nothing was compared: " + counted(failed, "subject") + " could not be run.", "", width);
  }
  const auto counts = count_by_severity(report.differences);
  const std::size_t serious =
      counts[static_cast<std::size_t>(Severity::breaking)] + counts[static_cast<std::size_t>(Severity::behaviour)];
  if (serious == 0) {
    return toned(
        wrapped_text(fmt::format("No difference in behaviour, in {}.", seconds_text(report.duration_s)), "", width),
        Tone::green, style);
  }
  const auto worst =
      std::max_element(report.differences.begin(), report.differences.end(),
                       [](const Difference& left, const Difference& right) { return left.severity < right.severity; });
  return wrapped_text(
      fmt::format("{} in behaviour, in {}. What a check does: tfharness checks show {}. Everything, with "
                  "a program that shows each difference: --json FILE.",
                  counted(serious, "difference"), seconds_text(report.duration_s), worst->check_id()),
      "", width);
}

}  // namespace

std::string terminal_text(const Report& report, const TerminalStyle& style) {
  const auto width = page_width(style);
  std::string text = head_text(report, style, width);
  const bool several = report.subjects.size() > 2;
  for (const SubjectReport& subject : report.subjects) {
    const std::string findings = findings_text(report, subject.id, style);
    if (several && !findings.empty()) text += "\n" + toned("== " + subject.id + " ==", Tone::bold, style) + "\n";
    text += findings;
  }
  return text + unstable_text(report, style, width) + failures_text(report, style, width) + "\n" +
         closing_text(report, style, width);
}

}  // namespace tfh
