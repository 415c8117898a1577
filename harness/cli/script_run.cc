#include "harness/cli/script_run.h"

#include <fmt/format.h>

#include <ranges>
#include <sstream>

#include "harness/diff/difference.h"
#include "harness/diff/line_diff.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kShownLines = 10;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(normalized_text(line));
  return lines;
}

// One more line says how many are not shown.
void diff_lines(const std::string& name, const std::string& before, const std::string& after,
                std::vector<std::string>& differences) {
  const auto changes = changed_lines(lines_of(before), lines_of(after));
  const std::string none = "(no such line)";
  for (const LineChange& change : changes | std::views::take(kShownLines))
    differences.push_back(fmt::format("{} line {}: {} -> {}", name, change.number, change.before.value_or(none),
                                      change.after.value_or(none)));
  if (changes.size() > kShownLines)
    differences.push_back(fmt::format("{}: {} more lines", name, changes.size() - kShownLines));
}

std::string exception_text(const ScriptOutcome& outcome) {
  return outcome.exception_type.empty() ? "none"
                                        : outcome.exception_type + ": " + normalized_text(outcome.exception_message);
}

}  // namespace

std::vector<std::string> script_differences(const ScriptOutcome& before, const ScriptOutcome& after) {
  std::vector<std::string> differences;
  if (before.ended.text() != after.ended.text())
    differences.push_back("end: " + before.ended.text() + " -> " + after.ended.text());
  if (exception_text(before) != exception_text(after))
    differences.push_back("exception: " + exception_text(before) + " -> " + exception_text(after));
  diff_lines("stdout", before.out, after.out, differences);
  return differences;
}

Result<std::vector<ScriptRun>> run_scripts(const ScriptRequest& request, const std::vector<std::string>& versions,
                                           const std::optional<PythonMinor>& python, const RunOptions& options,
                                           Session& session) {
  std::error_code error;
  const fs::path script = fs::canonical(request.script, error);
  if (error || !fs::is_regular_file(script))
    return fail("reading the script", request.script.string() + ": " + (error ? error.message() : "not a file"));
  Plan plan = plan_subjects(TRY(parse_subjects(versions)), python, session);
  session.keep_only(options.keep);
  session.stop_holding_store();
  std::vector<ScriptRun> runs;
  const ScriptRun* baseline = nullptr;
  runs.reserve(plan.subjects.size());
  for (const PlannedSubject& planned : plan.subjects) {
    ScriptRun& run = runs.emplace_back(ScriptRun{planned.id, planned.error, {}, {}});
    if (run.error) continue;
    session.discard();  // what the one before brought
    auto prepared = prepare(planned, options.preparation, session);
    if (!prepared) {
      run.error = prepared.error();
      continue;
    }
    const auto spec = worker_spec(planned, *prepared, options, session.scratch() / folder_name(planned.id));
    auto outcome = spec ? run_script(*spec, script, request.arguments, request.timeout, session.runner())
                        : std::unexpected(spec.error());
    if (!outcome) {
      run.error = failure("checks", outcome.error());
      continue;
    }
    run.outcome = std::move(*outcome);
    if (baseline)
      run.differences = script_differences(baseline->outcome, run.outcome);
    else
      baseline = &run;
  }
  return runs;
}

}  // namespace tfh
