// Running one check inside the interpreter. Called in the forked child by the zygote's loop, with the GIL held.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "embed/python/check_sink.h"
#include "embed/python/observer.h"
#include "testsuites/check.h"

namespace tfh::embed {

struct RunContext {
  std::string framework;            // module name, already imported: "tensorflow"
  std::filesystem::path scratch;    // empty folder of this check's own; the working directory
  std::filesystem::path artefacts;  // where a saving check saves
  std::vector<std::pair<std::string, std::filesystem::path>> load;  // (producer, folder): only run the load part
  WantedObservations wanted = {};
};

// Always ends with the observation "outcome": {"kind": "value", "value": "completed"}, or the exception that ended it.
// Load parts prefix their keys with "load PRODUCER/" and each ends with an outcome of its own.
// The texts sent to sink.source, joined with newlines, are the witness: a whole Python program.
// Never throws and leaves no Python error set.
void run_check(const testsuites::Check& check, const RunContext& context, CheckSink& sink);

}  // namespace tfh::embed
