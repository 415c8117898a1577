#include "embed/worker/fork.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>

#include "embed/python/object.h"
#include "embed/worker/harness_socket.h"
#include "harness/base/file.h"
#include "harness/run/frame.h"

namespace tfh::embed {
namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds stack_patience{1000};  // for faulthandler to write the stack of a fork that hangs
constexpr std::size_t tail_bytes = 8192;      // of the log and the stack that are told

class Fork {
 public:
  Fork(const ForkRequest& request, pid_t pid, Descriptor pipe)
      : request_(request),
        pid_(pid),
        pidfd_(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))),
        pipe_(std::move(pipe)) {
    ::fcntl(pipe_.get(), F_SETFL, O_NONBLOCK);
    if (request.import) deadline_ = Clock::now() + request.import_timeout;
  }

  bool watch() {
    while (!ended()) {
      wait();
      relay();
      if (deadline_ && Clock::now() >= *deadline_) stop();
    }
    ::kill(-pid_, SIGKILL);
    relay();
    return tell_end();
  }

 private:
  bool ended() const {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid_;
  }

  // For bytes, the end, or the deadline. Kernels before 5.3 have no descriptor for the end: they are asked again.
  void wait() {
    milliseconds left = pidfd_.is_open() ? milliseconds(60'000) : milliseconds(20);
    if (deadline_) left = std::min(left, std::chrono::ceil<milliseconds>(*deadline_ - Clock::now()));
    std::array<pollfd, 2> polled{{{pipe_.get(), POLLIN, 0}, {pidfd_.get(), POLLIN, 0}}};
    ::poll(polled.data(), polled.size(), static_cast<int>(std::max(left, milliseconds(0)).count()));
  }

  // Whole frames only: what a dying fork leaves unfinished never reaches the harness. Grandchildren may hold the pipe
  // open, so there is no waiting for its end.
  void relay() {
    std::array<char, 65536> piece;
    ssize_t count = 0;
    while (pipe_.is_open() && (count = ::read(pipe_.get(), piece.data(), piece.size())) >= 0) {
      if (count == 0) pipe_ = Descriptor();
      buffer_.append({piece.data(), static_cast<std::size_t>(count)});
      for (auto text = buffer_.take(); text && *text; text = buffer_.take()) pass_on(**text);
    }
  }

  void pass_on(const std::string& text) {
    const auto message = decode_frame(text);
    if (!message) return;
    const json& type = (*message)["type"];
    if (type == "check_started") deadline_ = Clock::now() + request_.timeout;
    if (type == "check_ended" || type == "imported") deadline_.reset();
    if (!write_frame(harness_socket, *message)) harness_gone_ = true;
  }

  void stop() {
    timed_out_ = true;
    deadline_.reset();
    ::kill(pid_, SIGUSR2);
    const auto patience = Clock::now() + stack_patience;
    std::error_code missing;
    std::uintmax_t before = 0, now = 0;
    do {  // until the file has stopped growing
      before = now;
      ::poll(nullptr, 0, 50);
      now = std::filesystem::file_size(request_.stack(), missing);
    } while (!ended() && Clock::now() < patience && (now == 0 || missing || now != before));
    ::kill(-pid_, SIGKILL);
    ::kill(pid_, SIGKILL);
    siginfo_t info{};
    while (::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOWAIT) != 0 && errno == EINTR) {
    }
  }

  static std::string tail(const std::filesystem::path& path, std::size_t bytes) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    const auto size = static_cast<std::streamoff>(file.tellg());
    if (size <= 0) return {};
    file.seekg(std::max<std::streamoff>(0, size - static_cast<std::streamoff>(bytes)));
    return std::string(std::istreambuf_iterator<char>(file), {});
  }

  bool tell_end() {
    int status = 0;
    rusage usage{};
    while (::wait4(pid_, &status, 0, &usage) < 0 && errno == EINTR) {
    }
    if (harness_gone_) return false;
    return write_frame(harness_socket, {{"type", "fork_ended"},
                                        {"wait_status", status},
                                        {"timed_out", timed_out_},
                                        {"stack", tail(request_.stack(), tail_bytes)},
                                        {"log", tail(request_.log(), tail_bytes)},
                                        {"peak_rss_bytes", static_cast<std::uint64_t>(usage.ru_maxrss) * 1024}})
        .has_value();
  }

  const ForkRequest& request_;
  pid_t pid_;
  Descriptor pidfd_, pipe_;
  std::optional<Clock::time_point> deadline_;
  FrameBuffer buffer_;
  bool timed_out_ = false;
  bool harness_gone_ = false;
};

}  // namespace

bool run_fork(const ForkRequest& request) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  Descriptor reader(ends[0]), writer(ends[1]);
  for (const auto& file : {request.log(), request.stack()}) std::filesystem::remove(file);
  const pid_t zygote = ::getpid();
  PyOS_BeforeFork();
  const pid_t pid = ::fork();
  if (pid == 0) {
    PyOS_AfterFork_Child();
    reader = Descriptor();
    run_as_check_process(request, writer.get(), zygote);
  }
  PyOS_AfterFork_Parent();
  if (pid < 0) return false;
  writer = Descriptor();
  return Fork(request, pid, std::move(reader)).watch();
}

}  // namespace tfh::embed
