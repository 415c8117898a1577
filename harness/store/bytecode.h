// Byte-code of the modules that an import runs, made before it and never by an import that is timed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/process.h"
#include "harness/plan/interpreter.h"
#include "harness/store/layout.h"

namespace tfh {

struct CompiledPart {              // one wheel
  std::filesystem::path purelib;   // its modules
  std::filesystem::path bytecode;  // mirrors purelib: "pkg/module.py" -> "pkg/__pycache__/module.TAG.pyc"
};

// Compiles with the interpreter itself, as unchecked-hash .pyc files (PEP 552), the modules that importing `roots`
// runs: those that module code names in import statements and, as lazy loaders do, in dotted strings. What is there
// already is kept, what does not compile is left out: either costs time later, nothing else. Every file appears whole.
Result<void> add_bytecode(const std::vector<CompiledPart>& parts, const std::vector<std::string>& roots,
                          const Interpreter& interpreter, const StoreLayout& layout, ProcessRunner& runner);

// The top-level packages and modules in a purelib.
std::vector<std::string> top_level_modules(const std::filesystem::path& purelib);

}  // namespace tfh
