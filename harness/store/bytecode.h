// Byte-code of one wheel's content for one interpreter, made once and never by an import that is timed.
#pragma once

#include <filesystem>
#include <string>

#include "harness/base/error.h"
#include "harness/base/process.h"
#include "harness/plan/interpreter.h"
#include "harness/store/layout.h"

namespace tfh {

// The part of `bytecode/<sha256>-<tag>/` that mirrors purelib: "pkg/module.py" -> "pkg/__pycache__/module.TAG.pyc".
// Compiles unchecked-hash .pyc files with the interpreter itself; files that do not compile are left out. When it is
// there already, only its place is returned.
Result<std::filesystem::path> make_bytecode(const std::filesystem::path& purelib, const std::string& sha256,
                                            const Interpreter& interpreter, const StoreLayout& layout,
                                            ProcessRunner& runner);

}  // namespace tfh
