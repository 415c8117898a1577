#include "embed/host/supervisor.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "harness/run/frame.h"

namespace tfh::embed {
namespace {

using Clock = std::chrono::steady_clock;

// Ours, and those of dead descendants: this process is their subreaper.
bool kill_children() {
  std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
  bool any = false;
  for (pid_t child = 0; children >> child; any = true) ::kill(child, SIGKILL);
  return any;
}

// Killing a parent hands its children to us, hence the loop.
void kill_descendants(pid_t worker) {
  ::kill(worker, SIGKILL);
  while (kill_children())
    while (::waitpid(-1, nullptr, 0) < 0 && errno == EINTR) {
    }
}

[[noreturn]] void end_like(int wait_status) {
  if (WIFSIGNALED(wait_status)) {
    const int number = WTERMSIG(wait_status);
    ::signal(number, SIG_DFL);
    sigset_t all;
    ::sigfillset(&all);
    ::sigprocmask(SIG_UNBLOCK, &all, nullptr);
    ::kill(::getpid(), number);
  }
  ::_exit(WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 1);
}

[[noreturn]] void run_worker(const std::function<int()>& worker, pid_t supervisor, const sigset_t& signals) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != supervisor) ::_exit(1);
  ::sigprocmask(SIG_UNBLOCK, &signals, nullptr);
  std::exit(worker());
}

// Whether `worker` is among those that have ended; reaps the others, which are orphans.
std::optional<int> reap(pid_t worker) {
  int status = 0;
  std::optional<int> ended;
  for (pid_t pid = 0; (pid = ::waitpid(-1, &status, WNOHANG)) > 0;)
    if (pid == worker) ended = status;
  return ended;
}

int milliseconds_left(std::optional<Clock::time_point> deadline) {
  if (!deadline) return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, 3'600'000));
}

[[noreturn]] void watch(pid_t worker, int socket, int signal_descriptor, std::optional<Clock::time_point> deadline) {
  for (;;) {
    std::array<pollfd, 2> polled{{{signal_descriptor, POLLIN, 0}, {socket, POLLRDHUP, 0}}};
    ::poll(polled.data(), polled.size(), milliseconds_left(deadline));
    bool stop = polled[1].revents != 0;
    if (polled[0].revents != 0) {
      signalfd_siginfo signal{};
      if (::read(signal_descriptor, &signal, sizeof signal) == sizeof signal && signal.ssi_signo != SIGCHLD)
        stop = true;
      if (const auto status = reap(worker)) {
        kill_descendants(worker);
        end_like(*status);
      }
    }
    if (deadline && Clock::now() >= *deadline) {
      (void)write_frame(socket, {{"type", "deadline_passed"}});
      stop = true;
    }
    if (stop) {
      kill_descendants(worker);
      end_like(SIGKILL);
    }
  }
}

}  // namespace

void supervise(int socket, std::optional<std::chrono::milliseconds> deadline, const std::function<int()>& worker) {
  std::optional<Clock::time_point> until;
  if (deadline) until = Clock::now() + *deadline;
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  sigset_t signals;
  ::sigemptyset(&signals);
  for (const int number : {SIGCHLD, SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&signals, number);
  ::sigprocmask(SIG_BLOCK, &signals, nullptr);
  const int descriptor = ::signalfd(-1, &signals, SFD_CLOEXEC);
  const pid_t self = ::getpid();
  const pid_t child = ::fork();
  if (child == 0) {
    ::close(descriptor);
    run_worker(worker, self, signals);
  }
  if (child < 0) ::_exit(1);
  watch(child, socket, descriptor, until);
}

}  // namespace tfh::embed
