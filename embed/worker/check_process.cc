#include "embed/worker/check_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

#include "embed/python/call.h"
#include "embed/worker/harness_socket.h"
#include "embed/worker/run_check.h"
#include "harness/run/frame.h"
#include "testsuites/registry.h"

namespace tfh::embed {
namespace {

using nlohmann::json;

// Writes frames to the zygote; there is nobody to tell when that fails, so the process ends.
class FrameSink : public CheckSink {
 public:
  FrameSink(int pipe, int place) : pipe_(pipe), place_(place) {}
  void send(json message) const {
    message["fork"] = place_;
    if (!write_frame(pipe_, message)) ::_exit(1);
  }
  void source(const std::string& line) override { send({{"type", "source"}, {"line", line}}); }
  void observing(const std::string& key, const std::string& source) override {
    send({{"type", "observing"}, {"key", key}, {"source", source}});
  }
  void observed(const std::string& key, const json& value) override {
    send({{"type", "observed"}, {"key", key}, {"value", value}});
  }

 private:
  int pipe_, place_;
};

int open_for_appending(const std::filesystem::path& path) {
  return ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0644);
}

// A group of its own lets the zygote kill whatever the checks start, and nothing else.
void take_own_place(pid_t zygote) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != zygote) ::_exit(1);
  ::close(harness_socket);
}

void redirect_output(const std::filesystem::path& log) {
  const int descriptor = open_for_appending(log);
  if (descriptor < 0) return;
  ::dup2(descriptor, STDOUT_FILENO);
  ::dup2(descriptor, STDERR_FILENO);
  ::close(descriptor);
}

// Python's stack goes to the file on a crash, and on SIGUSR2.
void enable_fault_handler(const std::filesystem::path& stack) {
  const Object file = python_integer(open_for_appending(stack));  // open until the process ends
  const Outcome module = import_module("faulthandler");
  if (!module) return;
  (void)call_method(*module, "enable", {file});
  (void)call_method(*module, "register", {python_integer(SIGUSR2), file});
}

void run_one(const ForkRequest& request, std::size_t index, const FrameSink& sink) {
  const json& wanted = request.checks[index];
  const std::string id = wanted.at("id");
  const auto start = std::chrono::steady_clock::now();
  sink.send({{"type", "check_started"}, {"check", index}});
  RunContext context{request.framework,
                     request.check_scratch(id),
                     wanted.at("artefacts").get<std::string>(),
                     {},
                     {wanted.at("only"), wanted.at("made")}};
  for (const auto& [producer, folder] : wanted.at("load").get<std::vector<std::pair<std::string, std::string>>>())
    context.load.emplace_back(producer, folder);
  std::error_code ignored;  // what cannot be created or removed shows in the check itself
  std::filesystem::remove_all(context.scratch, ignored);
  std::filesystem::create_directories(context.scratch, ignored);
  if (context.artefacts.empty()) context.artefacts = context.scratch;
  FrameSink own = sink;
  if (const auto* check = testsuites::find_check(id))
    run_check(*check, context, own);
  else
    sink.send({{"type", "unknown_check"}});
  std::filesystem::current_path(request.scratch, ignored);
  std::filesystem::remove_all(context.scratch, ignored);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  sink.send({{"type", "check_ended"}, {"seconds", took.count()}});
}

void limit_memory(std::uint64_t bytes) {
#ifndef __SANITIZE_ADDRESS__  // AddressSanitizer's own tables are larger than any limit
  const rlimit limit{bytes, bytes};
  ::setrlimit(RLIMIT_DATA, &limit);
#else
  static_cast<void>(bytes);
#endif
}

}  // namespace

// Paths are as long in one place as in another.
std::filesystem::path ForkRequest::folder() const {
  return scratch / "forks" / ((place < 10 ? "0" : "") + std::to_string(place));
}

ForkRequest parse_fork_request(const json& message) {
  ForkRequest request{.place = message.at("fork"),
                      .checks = message.at("checks"),
                      .scratch = message.at("scratch").get<std::string>(),
                      .timeout = std::chrono::milliseconds(message.at("timeout_ms")),
                      .memory_limit = message.at("memory_limit"),
                      .framework = message.at("framework")};
  if (message.contains("search_path")) {
    request.import = parse_import_request(message);
    request.import_timeout = std::chrono::milliseconds(message.at("import_timeout_ms"));
  }
  return request;
}

void run_as_check_process(const ForkRequest& request, int pipe, pid_t zygote) {
  take_own_place(zygote);
  redirect_output(request.log());
  enable_fault_handler(request.stack());
  const FrameSink sink(pipe, request.place);
  bool ready = true;
  if (request.import) {
    const json imported = import_framework(*request.import);
    sink.send(imported);
    ready = imported.at("type") == "imported";
  }
  limit_memory(request.memory_limit);
  for (std::size_t index = 0; ready && index < request.checks.size(); ++index) run_one(request, index, sink);
  ::_exit(0);
}

}  // namespace tfh::embed
