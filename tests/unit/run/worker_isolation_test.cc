// What a worker cannot do, and what it cannot leave behind.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/fakes/fake_framework.h"

namespace tfh {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

// Command lines of the processes whose environment names this folder: a worker's HOME lies in its scratch folder, and
// whatever it starts inherits that.
std::vector<std::string> processes_of(const fs::path& folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator("/proc")) {
    const auto text = [&](const char* name) {
      std::ifstream file(entry.path() / name, std::ios::binary);
      return std::string(std::istreambuf_iterator<char>(file), {});
    };
    if (text("environ").contains(folder.string()))
      found.push_back(entry.path().filename().string() + " " + text("cmdline"));
  }
  return found;
}

bool all_gone(const fs::path& folder) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!processes_of(folder).empty() && std::chrono::steady_clock::now() < give_up)
    std::this_thread::sleep_for(milliseconds(20));
  return processes_of(folder).empty();
}

const Interpreter& any_interpreter() {
  REQUIRE(!usable_interpreters().empty());
  return usable_interpreters().front();
}

struct Ran {
  nlohmann::json sandbox;
  nlohmann::json value;  // what the framework's add returned
};

Ran run_add(const WorkerSpec& spec) {
  auto runner = make_process_runner();
  auto worker = start_worker(spec, *runner);
  if (!worker) FAIL(worker.error().text());
  const auto imported = (*worker)->import();
  if (!imported) FAIL(imported.error().text());
  Slots slots(1);
  const auto outcomes = (*worker)->run({{"smoke.add", "", false, false, {}, {}}}, slots, [](std::size_t) {});
  if (!outcomes) FAIL(outcomes.error().text());
  return {imported->environment.at("sandbox"), outcomes->at(0).observations.at(0).value};
}

// A TCP server of this process that nobody accepts from: a connection succeeds as soon as it listens.
struct Listener {
  int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int port = 0;
  Listener() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(::bind(descriptor, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(::listen(descriptor, 1) == 0);
    REQUIRE(::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port = ntohs(address.sin_port);
  }
  ~Listener() { ::close(descriptor); }
};

TEST_CASE("worker isolation: no way to the network") {
  const Listener listener;
  const FakeFramework framework(
      fmt::format("try:\n    socket.create_connection(('127.0.0.1', {}), 5)\n    return 'reached'\n"
                  "except OSError:\n    return 'refused'",
                  listener.port),
      "import socket");
  WorkerSpec spec = framework.spec(any_interpreter());
  const Ran confined = run_add(spec);
  if (confined.sandbox.at("network") == "open") return;
  CHECK(confined.value.at("value") == "refused");
  spec.sandbox = SandboxMode::off;
  CHECK(run_add(spec).value.at("value") == "reached");
}

TEST_CASE("worker isolation: a server and a client within one worker find each other") {
  const FakeFramework framework(
      "server = socket.socket()\nserver.bind(('127.0.0.1', 0))\nserver.listen(1)\n"
      "socket.create_connection(server.getsockname(), 5)\nreturn 'met'",
      "import socket");
  const Ran ran = run_add(framework.spec(any_interpreter()));
  if (ran.sandbox.at("network") == "namespace") CHECK(ran.value.at("value") == "met");
}

TEST_CASE("worker isolation: writes only in its own folders, reads everywhere") {
  FakeFramework framework("");
  const auto attempt = [&](const std::string& path, const std::string& mode) {
    const FakeFramework writer(
        fmt::format("try:\n    open({:?}, '{}').close()\n    return 'done'\n"
                    "except OSError as error:\n    return type(error).__name__",
                    path, mode));
    WorkerSpec spec = writer.spec(any_interpreter());
    spec.writable = {framework.folder() / "artefacts"};
    const Ran ran = run_add(spec);
    return ran.sandbox.at("files") == "open" ? std::string() : ran.value.at("value").get<std::string>();
  };
  const std::string outside = (framework.folder() / "outside.txt").string();
  if (attempt(outside, "w").empty()) return;
  CHECK(attempt(outside, "w") == "PermissionError");
  CHECK(!fs::exists(outside));
  CHECK(attempt((framework.folder() / "artefacts/model.txt").string(), "w") == "done");
  CHECK(attempt("here.txt", "w") == "done");
  CHECK(attempt("/dev/null", "w") == "done");
  CHECK(attempt((framework.site_packages() / "numpy/__init__.py").string(), "r") == "done");
}

TEST_CASE("worker isolation: nothing is left when the worker goes, however it tried to stay") {
  const FakeFramework framework(
      "subprocess.Popen(['sleep', '1000'], start_new_session=True)\n"
      "subprocess.Popen(['sh', '-c', 'setsid sleep 1001 &'])\nreturn 'started'",
      "import subprocess\nsubprocess.Popen(['sleep', '1002'], start_new_session=True)");
  const WorkerSpec spec = framework.spec(any_interpreter());
  CHECK(run_add(spec).value.at("value") == "started");
  CHECK_MESSAGE(all_gone(spec.scratch), fmt::format("{}", fmt::join(processes_of(spec.scratch), "\n")));
}

TEST_CASE("worker isolation: nothing is left when the harness is killed while a check runs") {
  const FakeFramework framework(
      "time.sleep(1e6)", "import os, time, subprocess\nsubprocess.Popen(['sleep', '1000'], start_new_session=True)");
  const WorkerSpec spec = framework.spec(any_interpreter());
  const pid_t harness = ::fork();
  if (harness == 0) {
    run_add(spec);
    ::_exit(0);
  }
  // The host, the zygote, what the import started, and the fork that sleeps.
  for (int i = 0; i < 1000 && processes_of(spec.scratch).size() < 4; ++i) std::this_thread::sleep_for(milliseconds(20));
  CHECK(processes_of(spec.scratch).size() == 4);
  ::kill(harness, SIGKILL);
  ::waitpid(harness, nullptr, 0);
  CHECK_MESSAGE(all_gone(spec.scratch), fmt::format("{}", fmt::join(processes_of(spec.scratch), "\n")));
}

}  // namespace
}  // namespace tfh
