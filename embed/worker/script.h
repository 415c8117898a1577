// A user's script as __main__ of this process.
#pragma once

#include <nlohmann/json.hpp>

namespace tfh::embed {

// Runs it as `python SCRIPT ARGUMENTS...` would, with the search path of the request: sys.argv, __name__, __file__,
// the script's folder first on sys.path, tracebacks that begin in the script, and the exit status. An uncaught
// exception is told to the harness in the frame "uncaught". 0, or -1 with the exception set that must end Python.
int run_script(const nlohmann::json& message);

}  // namespace tfh::embed
