// The environment of a worker, made from nothing: what this process has set does not reach the subject. Pure.
#pragma once

#include <map>
#include <string>

#include "harness/run/worker.h"

namespace tfh {

// PATH begins with the prefix's scripts and the interpreter's own folder; HOME and TMPDIR are in the scratch folder;
// thread counts are fixed, GPUs hidden, and of TensorFlow's log the errors and fatal messages are kept. The subject's
// flags win over all of it. Of `parent`, only OPENBLAS_CORETYPE is passed on: it keeps an old OpenBLAS from crashing
// on a CPU it does not know.
std::map<std::string, std::string> worker_environment(const WorkerSpec& spec,
                                                      const std::map<std::string, std::string>& parent);

std::filesystem::path worker_home(const std::filesystem::path& scratch);
std::filesystem::path worker_temporary(const std::filesystem::path& scratch);

}  // namespace tfh
