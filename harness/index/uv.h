// One run of the resolver: requirements in, the text of a pylock.toml out.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/process.h"
#include "harness/index/core_metadata.h"

namespace tfh {

struct UvRequest {
  std::filesystem::path uv;
  std::filesystem::path cache;
  std::filesystem::path python;
  std::filesystem::path folder;  // exists; the requirements and the lock are written here
  std::string name;              // of the lock: pylock.NAME.toml, without dots
  std::vector<std::string> requirements;
  std::string index_url;
  std::string exclude_newer;                             // RFC 3339; empty: no bound
  std::map<std::string, std::string> exclude_newer_for;  // package -> RFC 3339
  std::vector<CoreMetadata> stated;                      // what the resolver need not look for
};

// What the resolver would need to go on: a package that is pinned to a version younger than the bound.
struct BeyondBound {
  std::string package;
  std::string version;
  std::string uploaded;  // RFC 3339
};

struct UvOutcome {
  std::filesystem::path lock_file;        // empty: there is no solution
  Error error;                            // why, when there is none
  std::vector<BeyondBound> beyond_bound;  // with no solution: pinned packages that only the bound keeps away
  std::string without_metadata;           // the wheel whose METADATA its index announces beside it and does not serve
};

// An Error is a resolver that could not be run or talk to the index; no solution is an outcome.
Result<UvOutcome> run_uv(const UvRequest& request, ProcessRunner& runner);

}  // namespace tfh
