// What a worker cannot do: reach the network (only loopback, or no internet sockets at all) and write outside its
// folders. Reading is not restricted. Applied in the process that becomes the interpreter, before any foreign code.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "embed/host/start_request.h"
#include "harness/base/error.h"

namespace tfh::embed {

// Applies what this kernel allows and returns what that was, for the record:
//   {"network": "namespace" | "no internet sockets" | "open", "files": "landlock 7" | "open", "missing": [text...]}
// An Error when the mode is `required` and something is missing, or when a part failed half-way.
Result<nlohmann::json> apply_sandbox(const SandboxRequest& request);

}  // namespace tfh::embed
