// A fork of the zygote, from the inside: the process that runs checks and may die of it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>

#include "embed/worker/framework.h"

namespace tfh::embed {

struct ForkRequest {
  int place = 0;                        // the number that its frames carry; no other fork at work has it
  nlohmann::json checks = {};           // list of {"id", "artefacts", "load": [[producer, folder]...], "made", "only"}
  std::filesystem::path scratch = {};   // of the worker
  std::chrono::milliseconds timeout{};  // of one observation
  std::uint64_t memory_limit = 0;       // bytes of private data
  std::string framework = {};
  std::optional<ImportRequest> import = {};  // the fork imports the framework itself; the zygote has not
  std::chrono::milliseconds import_timeout{};

  std::filesystem::path folder() const;                               // of this fork's own
  std::filesystem::path log() const { return folder() / "log"; }      // its standard output and error
  std::filesystem::path stack() const { return folder() / "stack"; }  // what faulthandler wrote
  std::filesystem::path check_scratch(const std::string& id) const { return folder() / id; }
};

ForkRequest parse_fork_request(const nlohmann::json& message);

// Called in the child. Runs the checks in order, telling each step on `pipe` before it happens, and leaves without
// finalizing the interpreter: a framework's own clean-up is not what is tested.
[[noreturn]] void run_as_check_process(const ForkRequest& request, int pipe, pid_t zygote);

}  // namespace tfh::embed
