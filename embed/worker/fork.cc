#include "embed/worker/fork.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fstream>

#include "embed/worker/harness_socket.h"

namespace tfh::embed {
namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds stack_patience{1000};  // for faulthandler to write the stack of a fork that hangs
constexpr std::size_t tail_bytes = 8192;      // of the log and the stack that are told

std::string tail(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::streamoff>(file.tellg());
  if (size <= 0) return {};
  file.seekg(std::max<std::streamoff>(0, size - static_cast<std::streamoff>(tail_bytes)));
  return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

Fork::Fork(ForkRequest request, pid_t pid, Descriptor pipe)
    : request_(std::move(request)),
      pid_(pid),
      pidfd_(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0))),
      pipe_(std::move(pipe)) {
  ::fcntl(pipe_.get(), F_SETFL, O_NONBLOCK);
  if (request_.import) deadline_ = Clock::now() + request_.import_timeout;
}

void Fork::add_to(std::vector<pollfd>& polled) const {
  for (const Descriptor* descriptor : {&pipe_, &pidfd_})
    if (descriptor->is_open()) polled.push_back({descriptor->get(), POLLIN, 0});
}

// Kernels before 5.3 have no descriptor for the end: they are asked again.
milliseconds Fork::patience() const {
  milliseconds left = pidfd_.is_open() ? milliseconds(60'000) : milliseconds(20);
  if (deadline_) left = std::min(left, std::chrono::ceil<milliseconds>(*deadline_ - Clock::now()));
  return std::max(left, milliseconds(0));
}

bool Fork::tend() {
  relay();
  if (deadline_ && Clock::now() >= *deadline_) stop();
  if (!ended()) return true;
  ::kill(-pid_, SIGKILL);
  relay();
  tell_end();
  return false;
}

bool Fork::ended() const {
  siginfo_t info{};
  return ::waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid_;
}

// Whole frames only: what a dying fork leaves unfinished never reaches the harness. Grandchildren may hold the pipe
// open, so there is no waiting for its end.
void Fork::relay() {
  std::array<char, 65536> piece;
  ssize_t count = 0;
  while (pipe_.is_open() && (count = ::read(pipe_.get(), piece.data(), piece.size())) >= 0) {
    if (count == 0) pipe_ = Descriptor();
    buffer_.append({piece.data(), static_cast<std::size_t>(count)});
    for (auto text = buffer_.take(); text && *text; text = buffer_.take()) pass_on(**text);
  }
}

void Fork::pass_on(const std::string& text) {
  const auto message = decode_frame(text);
  if (!message) return;
  const json& type = (*message)["type"];
  if (type == "check_ended" || type == "imported")
    deadline_.reset();
  else  // a long table on a slow machine is no hang: the time begins again with each observation
    deadline_ = Clock::now() + request_.timeout;
  tell(*message);
}

void Fork::tell(const json& message) {
  if (!write_frame(harness_socket, message)) harness_gone_ = true;
}

void Fork::stop() {
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

void Fork::tell_end() {
  int status = 0;
  rusage usage{};
  while (::wait4(pid_, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  tell({{"type", "fork_ended"},
        {"fork", request_.place},
        {"wait_status", status},
        {"timed_out", timed_out_},
        {"stack", tail(request_.stack())},
        {"log", tail(request_.log())},
        {"peak_rss_bytes", static_cast<std::uint64_t>(usage.ru_maxrss) * 1024}});
}

}  // namespace tfh::embed
