// Byte-code of the modules that an import runs, made before it and never by an import that is timed.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/process.h"
#include "harness/plan/interpreter.h"
#include "harness/store/layout.h"
#include "harness/store/prefix.h"

namespace tfh {

// Compiles with the interpreter itself, as unchecked-hash .pyc files (PEP 552), the modules that importing `roots`
// runs: those that import statements outside of functions name. What is there already is kept; what does not compile,
// or is imported in another way, is left out and costs time later, nothing else. Every file appears whole. `directory`
// is where relative paths of the parts begin; it may be renamed meanwhile.
Result<void> add_bytecode(const std::vector<PrefixPart>& parts, const std::vector<std::string>& roots,
                          const Interpreter& interpreter, const StoreLayout& layout, ProcessRunner& runner,
                          const std::filesystem::path& directory = {});

// The top-level packages and modules that a wheel brings, sorted.
std::vector<std::string> top_level_modules(const PrefixPart& part);

}  // namespace tfh
