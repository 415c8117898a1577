#include "harness/base/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/close_range.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <span>

#include "harness/base/file.h"

// One translation unit holds the compiled part of Boost.Process v2.
#define BOOST_PROCESS_V2_SEPARATE_COMPILATION
#include <boost/asio/io_context.hpp>
#include <boost/process/v2/posix/vfork_launcher.hpp>
#include <boost/process/v2/process.hpp>
#include <boost/process/v2/src.hpp>

namespace tfh {
namespace {

namespace process = boost::process::v2;
using SteadyTime = std::chrono::steady_clock::time_point;
using std::chrono::milliseconds;

// What the child does between vfork and exec: nothing but async-signal-safe calls. vfork, since the launcher itself
// allocates there: in a copy of this process an allocator can be locked for ever by a thread that was not copied.
struct ChildSetup {
  std::array<int, 3> standard{};  // become stdin, stdout, stderr
  int inherited = -1;
  const char* directory = nullptr;
  pid_t tied_to = 0;  // die with the calling thread of this process; 0: no

  process::error_code on_setup(process::posix::vfork_launcher& launcher, const process::filesystem::path&,
                               const char* const*) const {
    if (inherited >= 0) launcher.fd_whitelist.push_back(inherited);
    return {};
  }

  process::error_code on_exec_setup(process::posix::vfork_launcher&, const process::filesystem::path&,
                                    const char* const*) const {
    ::setpgid(0, 0);
    if (tied_to != 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      if (::getppid() != tied_to) ::_exit(127);
    }
    reset_signals();
    close_others_on_exec();
    for (int target = 0; target < 3; ++target)
      if (::dup2(standard[static_cast<std::size_t>(target)], target) < 0) return last_error();
    if (inherited >= 0 && ::fcntl(inherited, F_SETFD, 0) < 0) return last_error();
    if (directory != nullptr && ::chdir(directory) != 0) return last_error();
    return {};
  }

  // The launcher would leave through exit(), which flushes the parent's buffers again and runs its destructors.
  template <class... Arguments>
  void on_exec_error(Arguments&&...) const {
    ::_exit(127);
  }

 private:
  static process::error_code last_error() { return {errno, boost::system::system_category()}; }

  static void reset_signals() {
    for (int number = 1; number < NSIG; ++number) ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
  }

  // The launcher's own closing (Boost 1.81) leaves the descriptors between two kept ones open.
  static void close_others_on_exec() {
    if (::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return;
    const int limit = static_cast<int>(::sysconf(_SC_OPEN_MAX));
    for (int number = 3; number < limit; ++number) ::fcntl(number, F_SETFD, FD_CLOEXEC);
  }
};

// Reading end of a pipe whose other end is a child's output.
struct OutputPipe {
  Descriptor reader;
  std::string* text = nullptr;

  // False when there was nothing more to read now.
  bool read_once() {
    std::array<char, 65536> buffer;
    const ssize_t count = ::read(reader.get(), buffer.data(), buffer.size());
    if (count > 0) text->append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0) reader = Descriptor();
    return count > 0;
  }
};

class SystemChild : public Child {
 public:
  SystemChild(pid_t pid, Descriptor pidfd, SteadyTime started, std::optional<milliseconds> deadline)
      : pid_(pid), pidfd_(std::move(pidfd)), started_(started) {
    if (deadline) kill_at_ = started + *deadline;
  }
  SystemChild(const SystemChild&) = delete;
  SystemChild& operator=(const SystemChild&) = delete;
  ~SystemChild() override {
    if (!ended_) reap();
  }

  int pid() const override { return pid_; }
  bool watched() const { return pidfd_.is_open(); }

  void signal_group(int signal_number) override {
    if (!ended_) ::kill(-pid_, signal_number);
  }

  std::optional<Ended> wait(milliseconds timeout) override {
    const auto now = std::chrono::steady_clock::now();
    const bool endless = timeout > std::chrono::hours(24 * 365);
    return wait_until(endless ? SteadyTime::max() : now + timeout, {});
  }

  std::optional<Ended> wait_until(SteadyTime until, std::span<OutputPipe> pipes) {
    while (!ended_) {
      std::vector<pollfd> polled{{pidfd_.get(), POLLIN, 0}};
      for (const OutputPipe& pipe : pipes) polled.push_back({pipe.reader.get(), POLLIN, 0});
      const bool may_kill = kill_at_ && !killed_;
      poll_until(polled, may_kill ? std::min(until, *kill_at_) : until);
      for (std::size_t i = 0; i < pipes.size(); ++i)
        if (polled[i + 1].revents != 0) pipes[i].read_once();
      if (polled[0].revents != 0) {
        reap();
        drain(pipes);
        break;
      }
      const auto now = std::chrono::steady_clock::now();
      if (may_kill && now >= *kill_at_) {
        killed_ = true;
        signal_group(SIGKILL);
      } else if (now >= until) {
        return std::nullopt;
      }
    }
    return ended_;
  }

 private:
  static void poll_until(std::vector<pollfd>& polled, SteadyTime until) {
    int timeout = -1;
    if (until != SteadyTime::max()) {
      const auto left = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now());
      timeout = static_cast<int>(std::clamp<milliseconds::rep>(left.count(), 0, 3'600'000));
    }
    ::poll(polled.data(), polled.size(), timeout);
  }

  // Grandchildren may hold the pipes open for ever, so reading ends with what a pipe can have held at the end.
  static void drain(std::span<OutputPipe> pipes) {
    for (OutputPipe& pipe : pipes)
      for (int reads = 0; reads < 16 && pipe.reader.is_open() && pipe.read_once();) ++reads;
  }

  // The group goes before its leader is reaped: until then its number cannot belong to anybody else.
  void reap() {
    ::kill(-pid_, SIGKILL);
    Ended ended;
    while (::waitpid(pid_, &ended.wait_status, 0) < 0 && errno == EINTR) {
    }
    ended.deadline_passed = killed_;
    ended.ran = std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - started_);
    ended_ = ended;
  }

  pid_t pid_;
  Descriptor pidfd_;  // readable when the child has ended
  SteadyTime started_;
  std::optional<SteadyTime> kill_at_;
  bool killed_ = false;
  std::optional<Ended> ended_;
};

// Standard streams are set up with dup2, so none of their sources may be 0, 1 or 2 itself.
Descriptor above_standard(int number) {
  if (number < 0 || number > 2) return Descriptor(number);
  Descriptor low(number);
  return Descriptor(::fcntl(number, F_DUPFD_CLOEXEC, 3));
}

Result<Descriptor> open_descriptor(const std::string& doing, const std::filesystem::path& path, int flags) {
  Descriptor opened = above_standard(::open(path.c_str(), flags | O_CLOEXEC, 0644));
  if (!opened.is_open()) return fail(doing, path.string() + ": " + errno_text(errno));
  return opened;
}

struct PipeEnds {
  Descriptor reader, writer;
};

Result<PipeEnds> open_pipe(const std::string& doing) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return fail(doing, "no pipe: " + errno_text(errno));
  PipeEnds pipe{above_standard(ends[0]), above_standard(ends[1])};
  ::fcntl(pipe.reader.get(), F_SETFL, O_NONBLOCK);
  return pipe;
}

Result<pid_t> launch(const Command& command, const ChildSetup& setup, const std::string& doing) {
  std::vector<std::string> entries;
  entries.reserve(command.environment.size());
  for (const auto& [name, value] : command.environment) entries.push_back(fmt::format("{}={}", name, value));
  std::vector<const char*> environment;
  environment.reserve(entries.size() + 1);
  for (const std::string& entry : entries) environment.push_back(entry.c_str());
  environment.push_back(nullptr);

  process::posix::vfork_launcher launcher;
  launcher.env = environment.data();
  std::string reason;
  try {
    boost::asio::io_context context;
    process::error_code error;
    auto started = launcher(context.get_executor(), error, command.program.native(), command.arguments, setup);
    if (!error) {
      started.detach();
      ::setpgid(launcher.pid, launcher.pid);  // as the child does: whoever is first
      return launcher.pid;
    }
    reason = errno_text(error.value());
  } catch (const std::exception& exception) {
    reason = exception.what();
  }
  if (launcher.pid > 0) {  // forked, but exec failed or nobody can watch it
    ::kill(launcher.pid, SIGKILL);
    ::waitpid(launcher.pid, nullptr, 0);
  }
  return fail(doing, reason);
}

Result<std::unique_ptr<SystemChild>> start(const Command& command, std::array<int, 3> standard, bool tied) {
  const std::string doing = "starting " + command.program.string();
  if (!command.program.is_absolute()) return fail(doing, "not an absolute path");
  if (::access(command.program.c_str(), X_OK) != 0) return fail(doing, errno_text(errno));
  if (!command.directory.empty() && !std::filesystem::is_directory(command.directory))
    return fail(doing, "its working directory " + command.directory.string() + " is not there");

  ChildSetup setup;
  setup.standard = standard;
  setup.inherited = command.inherited_descriptor.value_or(-1);
  setup.directory = command.directory.empty() ? nullptr : command.directory.c_str();
  setup.tied_to = tied ? ::getpid() : 0;
  const auto started = std::chrono::steady_clock::now();
  const pid_t pid = TRY(launch(command, setup, doing));
  Descriptor pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  const int pidfd_error = errno;
  auto child = std::make_unique<SystemChild>(pid, std::move(pidfd), started, command.deadline);
  if (!child->watched()) return fail(doing, "pidfd_open: " + errno_text(pidfd_error), "Linux 5.3 or newer is needed");
  return child;
}

class SystemRunner : public ProcessRunner {
 public:
  Result<Completed> run(const Command& command) override {
    const std::string doing = "starting " + command.program.string();
    const Descriptor null = TRY(open_descriptor(doing, "/dev/null", O_RDONLY));
    Completed completed;
    std::array<OutputPipe, 2> pipes;
    std::array<Descriptor, 2> writers;
    if (command.output_file) {
      writers[0] = TRY(open_descriptor(doing, *command.output_file, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND));
    } else {
      for (std::size_t i = 0; i < 2; ++i) {
        PipeEnds ends = TRY(open_pipe(doing));
        pipes[i] = {std::move(ends.reader), i == 0 ? &completed.out : &completed.err};
        writers[i] = std::move(ends.writer);
      }
    }
    const int error_writer = writers[1].is_open() ? writers[1].get() : writers[0].get();
    const auto child = TRY(start(command, {null.get(), writers[0].get(), error_writer}, true));
    for (Descriptor& writer : writers) writer = Descriptor();
    completed.ended = *child->wait_until(SteadyTime::max(), pipes);
    return completed;
  }

  Result<std::unique_ptr<Child>> spawn(const Command& command) override {
    const std::string doing = "starting " + command.program.string();
    const Descriptor null = TRY(open_descriptor(doing, "/dev/null", O_RDONLY));
    const Descriptor output =
        TRY(open_descriptor(doing, command.output_file.value_or("/dev/null"), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND));
    return TRY(start(command, {null.get(), output.get(), output.get()}, false));
  }
};

}  // namespace

std::string Ended::text() const {
  if (deadline_passed) return fmt::format("killed after {:.3g} s", static_cast<double>(ran.count()) / 1000.0);
  if (WIFSIGNALED(wait_status)) {
    const std::string name = signal_name(WTERMSIG(wait_status));
    return name.starts_with("SIG") ? "signal " + name : name;
  }
  return fmt::format("exit status {}", WEXITSTATUS(wait_status));
}

std::string signal_name(int number) {
  const char* abbreviation = ::sigabbrev_np(number);
  return abbreviation != nullptr ? std::string("SIG") + abbreviation : fmt::format("signal {}", number);
}

std::unique_ptr<ProcessRunner> make_process_runner() {
  return std::make_unique<SystemRunner>();
}

}  // namespace tfh
