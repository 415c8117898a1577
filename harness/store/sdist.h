// Source distributions, built into wheels once: some dependencies of old releases exist in no other form.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "harness/base/error.h"
#include "harness/base/process.h"
#include "harness/plan/interpreter.h"
#include "harness/store/layout.h"

namespace tfh {

struct BuildTools {
  std::string index_url;     // build requirements come from here
  std::filesystem::path uv;  // the resolver's executable builds, too
};

// Asked for only when something has to be built: a warm run needs neither pip's configuration nor uv.
using AskBuildTools = std::function<Result<BuildTools>()>;

// The wheel built from `sdist` for this interpreter, in built/<sha256>-<tag>/. Build requirements are those of the
// time `exclude_newer` (RFC 3339; empty: of today).
Result<std::filesystem::path> build_wheel(const std::filesystem::path& sdist, const std::string& sha256,
                                          const std::string& exclude_newer, const Interpreter& interpreter,
                                          const AskBuildTools& ask_tools, const StoreLayout& layout,
                                          ProcessRunner& runner);

}  // namespace tfh
