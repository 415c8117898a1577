#include "harness/run/connection.h"

#include <sys/socket.h>
#include <sys/wait.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "harness/base/environment.h"
#include "harness/run/cpu.h"
#include "harness/run/fork_end.h"
#include "harness/run/frame.h"
#include "harness/run/worker_environment.h"

namespace tfh {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds greeting_timeout{60'000};
constexpr milliseconds closing_timeout{3'000};

std::string mode_name(SandboxMode mode) {
  switch (mode) {
    case SandboxMode::off:
      return "off";
    case SandboxMode::required:
      return "required";
    case SandboxMode::available:
      break;
  }
  return "available";
}

std::filesystem::path log_path(const WorkerSpec& spec) {
  return spec.scratch / "worker.log";
}

std::unexpected<Error> told_failure(const nlohmann::json& message) {
  return fail(message.value("doing", "starting a worker"), message.value("what", "unknown"), message.value("hint", ""));
}

}  // namespace

Result<SocketPair> make_socket_pair() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return fail("starting a worker", "no socket: " + errno_text(errno));
  return SocketPair{Descriptor(ends[0]), Descriptor(ends[1])};
}

Result<void> prepare_scratch(const WorkerSpec& spec) {
  for (const auto& folder : {worker_home(spec.scratch), worker_temporary(spec.scratch)}) TRY(create_folders(folder));
  for (const auto& folder : spec.writable) TRY(create_folders(folder));
  return {};
}

nlohmann::json start_frame(const WorkerSpec& spec) {
  const auto& library = spec.interpreter.shared_library;
  nlohmann::json writable{spec.scratch.string()};
  for (const auto& folder : spec.writable) writable.push_back(folder.string());
  return {{"type", "start"},
          {"interpreter", spec.interpreter.executable.string()},
          {"version", spec.interpreter.version},
          {"shared_library", library ? nlohmann::json(library->string()) : nlohmann::json(nullptr)},
          {"suites", spec.suites_library.string()},
          {"sandbox", mode_name(spec.sandbox)},
          {"writable", writable}};
}

Command worker_command(const WorkerSpec& spec, int socket) {
  Command command;
  command.program = spec.worker_program;
  command.arguments = {std::to_string(socket)};
  command.environment = worker_environment(spec, own_environment());
  command.directory = spec.scratch;
  command.inherited_descriptor = socket;
  return command;
}

Result<Connection> Connection::open(const WorkerSpec& spec, ProcessRunner& runner) {
  TRY(prepare_scratch(spec));
  SocketPair sockets = TRY(make_socket_pair());
  Command command = worker_command(spec, sockets.theirs.get());
  command.output_file = log_path(spec);
  // glibc fills what malloc hands out: a call that returns memory which nothing wrote returns the same in every run.
  command.environment.emplace("MALLOC_PERTURB_", std::to_string(spec.memory_fill));
  auto child = TRY(runner.spawn(command));
  sockets.theirs = Descriptor();
  Connection connection(log_path(spec), std::move(sockets.ours), std::move(child));
  const std::string doing = "starting Python " + spec.interpreter.version + " for " + spec.subject_id;
  TRY(connection.send(start_frame(spec), doing));
  connection.hello_ = TRY(connection.receive(greeting_timeout, doing));
  return connection;
}

Connection::~Connection() {
  if (!child_) return;
  socket_ = Descriptor();
  if (!child_->wait(closing_timeout)) child_->signal_group(SIGKILL);
}

Result<void> Connection::send(const nlohmann::json& request, const std::string& doing) {
  if (write_frame(socket_.get(), request)) return {};
  // It has closed its end, but may have said why.
  const auto last = read_frame(socket_.get(), std::chrono::milliseconds::zero());
  if (last && *last && (*last)->value("type", "") == "failed") return told_failure(**last);
  return death(doing);
}

Result<nlohmann::json> Connection::receive(milliseconds timeout, const std::string& doing) {
  auto message = read_frame(socket_.get(), timeout);
  if (!message) return fail(doing, message.error().what, "the worker's output is in " + log_.string());
  if (!*message) return death(doing);
  if ((*message)->value("type", "") == "failed") return told_failure(**message);
  return **std::move(message);
}

std::unexpected<Error> Connection::death(const std::string& doing) {
  const auto ended = child_->wait(closing_timeout);
  if (!ended) return fail(doing, "the worker closed its socket but runs on");
  const std::string said = last_line(read_file(log_).value_or(""));
  const bool illegal = WIFSIGNALED(ended->wait_status) && WTERMSIG(ended->wait_status) == SIGILL;
  return fail(doing, "the worker ended with " + ended->text() + (said.empty() ? "" : "; its last words: " + said),
              illegal ? illegal_instruction_hint(read_file("/proc/cpuinfo").value_or("")) : "");
}

}  // namespace tfh
