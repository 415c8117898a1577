#include <algorithm>

#include "harness/run/connection.h"
#include "harness/run/frame.h"
#include "harness/run/worker.h"

namespace tfh {
namespace {

using std::chrono::milliseconds;

// The worker itself keeps the time, since it can kill what left the process group; the runner's deadline is a backstop.
constexpr milliseconds backstop{5'000};

// What the worker told while the script ran, in its socket since.
Result<void> read_told(int socket, ScriptOutcome& outcome) {
  for (;;) {
    const auto read = read_frame(socket, milliseconds(0));
    if (!read || !*read) return {};
    const nlohmann::json& message = **read;
    const std::string type = message.value("type", "");
    if (type == "failed") return fail(message.value("doing", ""), message.value("what", ""), message.value("hint", ""));
    if (type == "deadline_passed") outcome.ended.deadline_passed = true;
    if (type == "uncaught") {
      outcome.exception_type = message.value("exception_type", "");
      outcome.exception_message = message.value("message", "");
    }
  }
}

}  // namespace

Result<ScriptOutcome> run_script(const WorkerSpec& spec, const std::filesystem::path& script,
                                 const std::vector<std::string>& arguments, milliseconds timeout,
                                 ProcessRunner& runner) {
  TRY(prepare_scratch(spec));
  SocketPair sockets = TRY(make_socket_pair());
  nlohmann::json start = start_frame(spec);
  start["deadline_ms"] = timeout.count();
  TRY(write_frame(sockets.ours.get(), start));
  TRY(write_frame(sockets.ours.get(), {{"type", "script"},
                                       {"script", std::filesystem::absolute(script).string()},
                                       {"arguments", arguments},
                                       {"search_path", nlohmann::json::array({spec.site_packages.string()})}}));
  Command command = worker_command(spec, sockets.theirs.get());
  command.deadline = timeout + backstop;
  Completed completed = TRY(runner.run(command));
  sockets.theirs = Descriptor();
  ScriptOutcome outcome{completed.ended, std::move(completed.out), std::move(completed.err), "", ""};
  TRY(read_told(sockets.ours.get(), outcome));
  return outcome;
}

}  // namespace tfh
