// The user's own script under each release, in a process of its own, and what it did otherwise than the baseline.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "harness/cli/session.h"
#include "harness/cli/subject_run.h"
#include "harness/report/report.h"
#include "harness/run/worker.h"

namespace tfh {

struct ScriptRequest {
  std::filesystem::path script;
  std::vector<std::string> arguments;
  std::chrono::milliseconds timeout{600'000};
};

struct ScriptRun {
  std::string id;
  std::optional<SubjectFailure> error;  // it could not be run
  ScriptOutcome outcome;
  std::vector<std::string> differences;  // against the first that ran: "stdout: line 3: ...", for people
};

// One after another, so that each has the machine to itself. The error: the script cannot be read.
Result<std::vector<ScriptRun>> run_scripts(const ScriptRequest& request, const std::vector<std::string>& versions,
                                           const std::optional<PythonMinor>& python, const RunOptions& options,
                                           Session& session);

// How one outcome differs from another: how it ended, what it raised, the lines of its output (texts normalised).
std::vector<std::string> script_differences(const ScriptOutcome& before, const ScriptOutcome& after);

}  // namespace tfh
