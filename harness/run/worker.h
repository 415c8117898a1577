// A worker as the harness sees it: started, asked to run checks, and never trusted to survive.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/process.h"
#include "harness/plan/interpreter.h"
#include "harness/record/observation.h"
#include "harness/run/slots.h"

namespace tfh {

enum class SandboxMode { off, available, required };
enum class Isolation { fork, process };

struct WorkerSpec {
  std::string subject_id;
  std::string framework = "tensorflow";  // module to import
  Interpreter interpreter;
  std::filesystem::path site_packages;          // on sys.path after the standard library
  std::filesystem::path scripts;                // first on the worker's PATH
  std::filesystem::path worker_program;         // tfharness-worker
  std::filesystem::path suites_library;         // suites.so
  std::filesystem::path scratch;                // it may write there; everything may be read
  std::vector<std::filesystem::path> writable;  // more folders it may write in: where checks save, if not in `scratch`
  std::map<std::string, std::string> flags;     // the subject's environment flags (TF_ENABLE_ONEDNN_OPTS=0)
  SandboxMode sandbox = SandboxMode::available;
  Isolation isolation = Isolation::fork;
  std::chrono::milliseconds check_timeout{40'000};
  std::chrono::milliseconds import_timeout{300'000};
  std::uint64_t memory_limit = 14ull << 30;  // bytes of private data of one fork (RLIMIT_DATA)
  int memory_fill = 165;                     // what malloc's memory holds in checks (MALLOC_PERTURB_), 1 to 255
};

struct Imported {
  std::string framework_version;  // as the module reports itself
  std::string python_version;
  double seconds = 0;                // of the import alone
  nlohmann::json environment;        // CPU flags, sandbox applied, start mode, threads...
  std::uint64_t peak_rss_bytes = 0;  // of the import
  std::size_t libraries = 0;         // shared ones, mapped when it was done
};

struct CheckRun {  // what to run
  std::string id;
  std::string group;  // checks of one group share a fork
  bool alone = false;
  bool independent = false;         // after a death, what it has not observed yet is observed in another fork
  std::filesystem::path artefacts;  // where a saving check saves; empty: its scratch folder
  std::vector<std::pair<std::string, std::filesystem::path>> load;  // (producer, folder): run the check's load part
  std::set<std::string> only = {};  // of an independent check: keys to observe; empty: all
};

struct CheckOutcome {
  std::string id;
  std::string status;                     // "ok", "crashed", "timed_out", "out_of_memory"
  std::vector<Observation> observations;  // with the crash, timeout or out_of_memory under the key it happened in
  std::string witness;                    // source of what ran, prelude included, as far as it came
  double seconds = 0;
};

using ChecksEnded = std::function<void(std::size_t)>;  // how many so far

class Worker {
 public:
  virtual ~Worker() = default;  // kills and reaps whatever is left
  virtual Result<Imported> import() = 0;
  // Runs the checks, begun in this order, in as many forks at once as there are slots for; an outcome for each,
  // whatever happens to the forks (one for several parts of a check that follow each other). An Error only when the
  // worker itself could not go on.
  virtual Result<std::vector<CheckOutcome>> run(const std::vector<CheckRun>& checks, Slots& slots,
                                                const ChecksEnded& ended) = 0;
  virtual std::uint64_t peak_rss_bytes() const = 0;
};

Result<std::unique_ptr<Worker>> start_worker(const WorkerSpec& spec, ProcessRunner& runner);

// The user's own script as __main__ in a new process under the same isolation, never in a fork.
struct ScriptOutcome {
  Ended ended;
  std::string out, err;
  std::string exception_type, exception_message;  // of an uncaught exception, else empty
};
Result<ScriptOutcome> run_script(const WorkerSpec& spec, const std::filesystem::path& script,
                                 const std::vector<std::string>& arguments, std::chrono::milliseconds timeout,
                                 ProcessRunner& runner);

}  // namespace tfh
