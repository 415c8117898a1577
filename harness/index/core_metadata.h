// What METADATA says of one version of a project (core metadata specifications, PyPA), as far as a resolver asks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"

namespace tfh {

struct CoreMetadata {
  std::string name, version;
  std::string requires_python;             // empty: not said
  std::vector<std::string> requires_dist;  // PEP 508
  std::vector<std::string> extras;
};

// Errors: no name of a project (PEP 508), or no version (PEP 440).
Result<CoreMetadata> parse_core_metadata(std::string_view text);

// A uv.toml that states them, so that the resolver does not look for them.
std::string uv_configuration(const std::vector<CoreMetadata>& stated);

}  // namespace tfh
