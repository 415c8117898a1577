// How workers are to run, and what one prepared subject's worker is started with.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

#include "harness/cli/planning.h"
#include "harness/cli/preparation.h"
#include "harness/run/worker.h"

namespace tfh {

struct RunOptions {
  PreparationOptions preparation;
  Keep keep = Keep::all;
  SandboxMode sandbox = SandboxMode::available;
  Isolation isolation = Isolation::fork;
  bool once = false;  // a second run only of what differs
  std::chrono::milliseconds check_timeout{40'000};
  std::uint64_t memory_limit = 14ull << 30;  // bytes
  unsigned forks = 1;                        // of all subjects, at once
};

// What is imported for a project: "tensorflow-cpu", "intel-tensorflow" and their like bring the module `tensorflow`.
std::string framework_module(const std::string& project);

// Makes the scratch folder. The error: this installation lacks the worker's programs, or the folder cannot be made.
Result<WorkerSpec> worker_spec(const PlannedSubject& planned, const PreparedSubject& prepared,
                               const RunOptions& options, const std::filesystem::path& scratch);

// A subject's id as a folder's name: "tensorflow__2.4.0_py3.8"
std::string folder_name(const std::string& subject_id);

}  // namespace tfh
