#include "harness/cli/interruption.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <mutex>
#include <thread>

#include "harness/base/process.h"

namespace tfh {

namespace {

std::mutex scratch_mutex;
std::filesystem::path scratch_folder;

sigset_t awaited_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGHUP);
  return signals;
}

// Each child leads a process group of its own, so the terminal's signal did not reach it.
void kill_all_children() {
  std::error_code ignored;
  for (const auto& thread : std::filesystem::directory_iterator("/proc/self/task", ignored)) {
    std::ifstream children(thread.path() / "children");
    for (pid_t child = 0; children >> child;) {
      kill(-child, SIGKILL);
      kill(child, SIGKILL);
    }
  }
  while (waitpid(-1, nullptr, 0) > 0) continue;
}

[[noreturn]] void end_by(int number) {
  kill_all_children();
  {
    const std::lock_guard lock(scratch_mutex);
    std::error_code ignored;
    if (!scratch_folder.empty()) std::filesystem::remove_all(scratch_folder, ignored);
  }
  fmt::print(stderr, "\ntfharness: ended by {}\n", signal_name(number));
  signal(number, SIG_DFL);
  const sigset_t signals = awaited_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  raise(number);
  _exit(2);
}

}  // namespace

void end_cleanly_when_interrupted() {
  const sigset_t signals = awaited_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([signals] {
    int number = 0;
    if (sigwait(&signals, &number) == 0) end_by(number);
  }).detach();
}

void set_interruption_scratch(const std::filesystem::path& folder) {
  const std::lock_guard lock(scratch_mutex);
  scratch_folder = folder;
}

}  // namespace tfh
