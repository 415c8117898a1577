#include "harness/cli/interruption.h"

#include <fmt/format.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <mutex>
#include <thread>

#include "harness/base/file.h"
#include "harness/base/new_file.h"
#include "harness/base/process.h"
#include "harness/store/scratch.h"

namespace tfh {

namespace {

constexpr std::string_view kFinish = "finish-interruption";  // no command: an argument of this program to itself

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

[[noreturn]] void end_by(int number, const std::filesystem::path& scratch) {
  kill_all_children();
  if (!scratch.empty()) remove_folder(scratch);
  fmt::print(stderr, "\ntfharness: ended by {}\n", signal_name(number));
  signal(number, SIG_DFL);
  const sigset_t signals = awaited_signals();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
  raise(number);
  _exit(2);
}

// execve(2) ends all other threads and keeps the process, its children and its blocked signals.
[[noreturn]] void start_over(int number) {
  const auto quiet = no_file_half_written(std::chrono::seconds(2));
  remove_new_files();
  const std::lock_guard lock(scratch_mutex);
  std::string finish(kFinish), signal = std::to_string(number), scratch = scratch_folder;
  char* words[] = {program_invocation_short_name, finish.data(), signal.data(), scratch.data(), nullptr};
  execv("/proc/self/exe", words);
  end_by(number, scratch_folder);  // as well as can be done among other threads
}

}  // namespace

void finish_interruption(int argc, char** argv) {
  if (argc == 4 && argv[1] == kFinish) end_by(std::atoi(argv[2]), argv[3]);
}

void end_cleanly_when_interrupted() {
  const sigset_t signals = awaited_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::thread([signals] {
    int number = 0;
    if (sigwait(&signals, &number) == 0) start_over(number);
  }).detach();
}

void set_interruption_scratch(const std::filesystem::path& folder) {
  const std::lock_guard lock(scratch_mutex);
  scratch_folder = folder;
}

}  // namespace tfh
