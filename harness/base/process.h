// Starting other programs. The real runner (process.cc) is the only user of Boost.Process.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"

namespace tfh {

struct Command {
  std::filesystem::path program;                      // absolute; never looked up on PATH
  std::vector<std::string> arguments;                 // without argv[0]
  std::map<std::string, std::string> environment;     // exactly this: nothing is inherited
  std::filesystem::path directory;                    // working directory; empty: the caller's
  std::optional<std::chrono::milliseconds> deadline;  // from start; then the process group gets SIGKILL
  std::optional<int> inherited_descriptor;            // passed on under the same number; all others are closed
  std::optional<std::filesystem::path> output_file;   // stdout and stderr go there together instead of to `out`, `err`
};

// How a process ended: the raw status of waitpid(2), so a signal is never read as an exit code.
struct Ended {
  int wait_status = 0;
  bool deadline_passed = false;
  std::chrono::milliseconds ran{0};  // from start to end
  bool ok() const { return wait_status == 0 && !deadline_passed; }
  std::string text() const;  // "exit status 2", "signal SIGSEGV", "killed after 30 s"
};

struct Completed {
  Ended ended;
  std::string out;
  std::string err;
};

// A running child in a process group of its own. What is left of the group when the child ends is killed. The
// destructor kills the group and reaps the child. A deadline of the command takes effect inside wait().
class Child {
 public:
  virtual ~Child() = default;
  virtual int pid() const = 0;
  virtual void signal_group(int signal_number) = 0;
  // Waits until the child ends or `timeout` passes (nullopt then; the child runs on).
  virtual std::optional<Ended> wait(std::chrono::milliseconds timeout) = 0;
};

// Standard input is empty. An Error means that the program could not be started; any end of it is an Ended.
class ProcessRunner {
 public:
  virtual ~ProcessRunner() = default;
  // Waits for the end. The child is killed when this process dies.
  virtual Result<Completed> run(const Command& command) = 0;
  // Returns at once. Without an output_file the output is discarded. The child outlives this process unless it asks
  // for the contrary itself: PR_SET_PDEATHSIG belongs to the thread that called spawn().
  virtual Result<std::unique_ptr<Child>> spawn(const Command& command) = 0;
};

// "SIGSEGV" for 11; "signal 99" for a number without a name.
std::string signal_name(int number);

std::unique_ptr<ProcessRunner> make_process_runner();

}  // namespace tfh
