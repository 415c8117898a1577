#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/cli/script_run.h"

namespace tfh {

namespace {

struct TestOptions {
  std::string script, versions, json;
  std::vector<std::string> arguments;
  double timeout = 600;  // seconds
  SourceOptions source;
  CheckOptions checks;
};

std::string outcome_text(const ScriptOutcome& outcome) {
  if (!outcome.exception_type.empty()) return outcome.exception_type + ": " + outcome.exception_message;
  return outcome.ended.text();
}

std::string results_text(const std::vector<ScriptRun>& runs) {
  std::string text;
  for (const ScriptRun& run : runs) {
    if (run.error) {
      text += fmt::format("{:<28} could not be run: {}\n", run.id, run.error->message);
      if (!run.error->hint.empty()) text += fmt::format("{:<28}   {}\n", "", run.error->hint);
      continue;
    }
    text += fmt::format("{:<28} {}\n", run.id, outcome_text(run.outcome));
    for (const std::string& line : run.differences) text += "    " + line + "\n";
  }
  return text;
}

nlohmann::json as_json(const std::vector<ScriptRun>& runs) {
  nlohmann::json subjects = nlohmann::json::array();
  for (const ScriptRun& run : runs) {
    nlohmann::json subject = {{"id", run.id}, {"status", run.error ? "failed" : "ok"}, {"error", to_json(run.error)}};
    if (!run.error)
      subject.update({{"ended", run.outcome.ended.text()},
                      {"exception", {{"type", run.outcome.exception_type}, {"message", run.outcome.exception_message}}},
                      {"stdout", run.outcome.out},
                      {"stderr", run.outcome.err},
                      {"differences", run.differences}});
    subjects.push_back(std::move(subject));
  }
  return {{"schema", "tfharness-test/1"}, {"subjects", subjects}};
}

// 2: one could not be run; 1: the script failed somewhere, or did not do the same everywhere.
int status_of(const std::vector<ScriptRun>& runs) {
  if (std::ranges::any_of(runs, [](const ScriptRun& run) { return run.error.has_value(); })) return 2;
  return std::ranges::any_of(runs,
                             [](const ScriptRun& run) { return !run.outcome.ended.ok() || !run.differences.empty(); });
}

int test_command(const TestOptions& options) {
  auto python = options.source.python_minor();
  auto run_options = options.checks.run();
  if (!python) return trouble(python.error());
  if (!run_options) return trouble(run_options.error());
  auto session = options.source.open_session();
  if (!session) return trouble(session.error());
  ScriptRequest request{options.script, options.arguments,
                        std::chrono::milliseconds(static_cast<std::int64_t>(options.timeout * 1000))};
  auto runs = run_scripts(request, split_commas(options.versions), *python, *run_options, **session);
  session->reset();
  if (!runs) return trouble(runs.error());
  Output output;
  if (!options.source.quiet) output.page = results_text(*runs);
  output.add(options.json, as_json(*runs).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
  return deliver(output, status_of(*runs));
}

}  // namespace

void add_test_command(CLI::App& app, int& status) {
  auto options = std::make_shared<TestOptions>();
  CLI::App* command = app.add_subcommand("test", "Run your own script as __main__ under each release and diff it");
  command->add_option("SCRIPT", options->script, "Python file")->required();
  command->add_option("--versions", options->versions, "Releases, comma-separated; the first is the baseline")
      ->required();
  command->add_option("ARGS", options->arguments, "Arguments of the script, after --");
  command->add_option("--timeout", options->timeout, "Seconds the script may take")
      ->check(time_limit())
      ->capture_default_str();
  command->add_option("--json", options->json, "Write the outcomes as JSON to this file ('-': stdout)")
      ->check(output_file());
  options->source.add_to(*command);
  options->checks.add_to(*command);
  command->callback([options, &status] { status = test_command(*options); });
}

}  // namespace tfh
