// The CPython interpreters of this machine: found, then asked about themselves in a scrubbed child.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/process.h"
#include "harness/plan/version.h"

namespace tfh {

struct Interpreter {
  std::filesystem::path executable;  // its own path in its own prefix, shims and symbolic links resolved
  std::string version;               // "3.8.18"
  PythonMinor minor;
  std::string implementation;    // "cpython"
  std::string machine;           // "x86_64"
  std::string libc;              // "glibc 2.36" or "musl 1.2"
  std::string extension_suffix;  // ".cpython-38-x86_64-linux-gnu.so"
  std::string cache_tag;         // "cpython-38"
  std::filesystem::path base_prefix;
  std::filesystem::path standard_library;               // .../lib/python3.8
  std::optional<std::filesystem::path> shared_library;  // libpython to embed; nullopt: static build, run the stock way
  bool free_threaded = false;
};

// What an executable says about itself, usable or not. Errors: not runnable, not Python, no standard library.
Result<Interpreter> ask_interpreter(const std::filesystem::path& executable, ProcessRunner& runner);
// Errors: not CPython, 2.7, older than 3.7 (its releases can be downloaded, not run), free-threaded, musl, another
// machine, no standard library.
Result<void> check_usable(const Interpreter& interpreter);
// Both: an interpreter that can be used.
Result<Interpreter> probe_interpreter(const std::filesystem::path& executable, ProcessRunner& runner);

// Where to look; `environment` is this process's (PATH, HOME, PYENV_ROOT, UV_PYTHON_INSTALL_DIR, CONDA_PREFIX ...).
// `installed`: a folder of installations of this program's own; empty: none.
std::vector<std::filesystem::path> interpreter_candidates(const std::map<std::string, std::string>& environment,
                                                          const std::filesystem::path& installed = {});

struct FoundInterpreters {
  std::vector<Interpreter> usable;  // best of each minor version first: embeddable before static, newest patch first
  std::vector<Error> rejected;      // shown by `doctor`
};
// Probes all candidates, in parallel; answers are cached in `cache_file` by path, mtime and size (empty: no cache).
FoundInterpreters find_interpreters(const std::map<std::string, std::string>& environment, ProcessRunner& runner,
                                    const std::filesystem::path& cache_file,
                                    const std::filesystem::path& installed = {});

}  // namespace tfh
