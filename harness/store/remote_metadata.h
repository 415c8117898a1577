// METADATA of a wheel that lies on a server which does not have it beside the wheel.
#pragma once

#include <string>

#include "harness/base/error.h"
#include "harness/base/http.h"

namespace tfh {

// Reads the archive's directory and that one member by ranges; where the server answers with the whole file, which may
// be 64 MiB then, out of that. Its CRC-32 is checked, the wheel's sha256 cannot be. Errors: those of the server, not a
// wheel.
Result<std::string> read_remote_metadata(const std::string& wheel_url, HttpClient& http);

}  // namespace tfh
