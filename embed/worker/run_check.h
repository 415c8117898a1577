// Running one check inside the interpreter. Called in the forked child by the zygote's loop, with the GIL held.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "testsuites/check.h"

namespace tfh::embed {

// Where a running check tells what it does. Every call has left the process before it returns, so that a crash in the
// next step keeps its source and the key it happened in.
class CheckSink {
 public:
  virtual ~CheckSink() = default;
  virtual void source(const std::string& line) = 0;                                // before a call runs
  virtual void observing(const std::string& key) = 0;                              // before an observation is made
  virtual void observed(const std::string& key, const nlohmann::json& value) = 0;  // value: harness/record/README.md
};

struct RunContext {
  std::string framework;            // module name, already imported: "tensorflow"
  std::filesystem::path scratch;    // empty folder of this check's own; the working directory
  std::filesystem::path artefacts;  // where a saving check saves
  std::vector<std::pair<std::string, std::filesystem::path>> load;  // (producer, folder): only run the load part
};

// Always ends with the observation "outcome": {"kind": "value", "value": "completed"}, or the exception that ended it.
// Load parts prefix their keys with "load PRODUCER/". Never throws and leaves no Python error set.
void run_check(const testsuites::Check& check, const RunContext& context, CheckSink& sink);

}  // namespace tfh::embed
