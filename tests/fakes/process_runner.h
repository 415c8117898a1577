// A process runner that runs nothing: it remembers the commands and gives the answers it was told to give.
#pragma once

#include <algorithm>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

#include "harness/base/process.h"

namespace tfh {

class FakeProcessRunner : public ProcessRunner {
 public:
  using Answer = std::function<Result<Completed>(const Command&)>;
  explicit FakeProcessRunner(Answer answer) : answer_(std::move(answer)) {}

  Result<Completed> run(const Command& command) override {
    const std::lock_guard guard(mutex_);
    commands.push_back(command);
    return answer_(command);
  }
  Result<std::unique_ptr<Child>> spawn(const Command& command) override {
    return fail("starting " + command.program.string(), "this runner starts nothing");
  }

  std::vector<Command> commands;

 private:
  Answer answer_;
  std::mutex mutex_;
};

// The argument after `name`; empty: the command does not have it.
inline std::string option(const Command& command, const std::string& name) {
  const auto found = std::ranges::find(command.arguments, name);
  return found == command.arguments.end() ? "" : *(found + 1);
}

// An end with an exit status.
inline Completed completed(int exit_status, std::string out, std::string err = "") {
  Completed result;
  result.ended.wait_status = exit_status << 8;
  result.out = std::move(out);
  result.err = std::move(err);
  return result;
}

}  // namespace tfh
