#include "harness/base/process.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <fstream>
#include <sstream>
#include <thread>

#include "tests/fakes/sanitizer.h"

using namespace tfh;
using namespace std::chrono_literals;

namespace {

Command shell(const std::string& script) {
  Command command;
  command.program = "/bin/sh";
  command.arguments = {"-c", script};
  return command;
}

Completed run(const Command& command) {
  auto completed = make_process_runner()->run(command);
  REQUIRE_MESSAGE(completed.has_value(), completed.error().text());
  return *completed;
}

bool alive(int pid) {
  return ::kill(pid, 0) == 0;
}

bool dies_soon(int pid) {
  for (int i = 0; i < 500 && alive(pid); ++i) std::this_thread::sleep_for(10ms);
  return !alive(pid);
}

}  // namespace

TEST_CASE("both outputs and the exit status come back apart") {
  const Completed completed = run(shell("echo out; echo err >&2; exit 3"));
  CHECK(completed.out == "out\n");
  CHECK(completed.err == "err\n");
  CHECK(completed.ended.text() == "exit status 3");
  CHECK_FALSE(completed.ended.ok());
}

TEST_CASE("more output than a pipe holds, on both streams at once") {
  const Completed completed =
      run(shell("i=0; while [ $i -lt 4000 ]; do printf '%0100d' 1; printf '%0100d' 2 >&2; i=$((i+1)); done"));
  CHECK(completed.out.size() == 400000);
  CHECK(completed.err.size() == 400000);
  CHECK(completed.ended.ok());
}

TEST_CASE("the environment is exactly the one given") {
  Command command;
  command.program = "/usr/bin/env";
  command.environment = {{"A", "1"}, {"B", "x=y z"}};
  CHECK(run(command).out == "A=1\nB=x=y z\n");
}

TEST_CASE("a signal is not an exit code") {
  const Ended ended = run(shell("kill -SEGV $$")).ended;
  CHECK(ended.text() == "signal SIGSEGV");
  CHECK(ended.wait_status == SIGSEGV);
}

TEST_CASE("names of signals") {
  CHECK(signal_name(11) == "SIGSEGV");
  CHECK(signal_name(9) == "SIGKILL");
  CHECK(signal_name(99) == "signal 99");
}

TEST_CASE("a command past its deadline is killed with everything it started") {
  Command command = shell("sleep 600 & echo $!; wait");
  command.deadline = 300ms;
  const Completed completed = run(command);
  CHECK(completed.ended.deadline_passed);
  CHECK(completed.ended.text().starts_with("killed after "));
  CHECK(dies_soon(std::stoi(completed.out)));
}

TEST_CASE("a grandchild that keeps the pipes open does not hold up the end") {
  Command command = shell("setsid sleep 600 & echo $!");
  command.deadline = 60s;
  const Completed completed = run(command);
  CHECK(completed.ended.ok());
  const int grandchild = std::stoi(completed.out);
  ::kill(grandchild, SIGKILL);
}

TEST_CASE("standard input is empty") {
  CHECK(run(shell("cat; echo end")).out == "end\n");
}

TEST_CASE("the working directory") {
  Command command = shell("pwd");
  command.directory = "/usr";
  CHECK(run(command).out == "/usr\n");
}

TEST_CASE("a program that cannot be started is an error that names it") {
  const std::filesystem::path script =
      std::filesystem::temp_directory_path() / ("tfh-no-" + std::to_string(::getpid()));
  std::ofstream(script) << "not a program";
  std::filesystem::permissions(script, std::filesystem::perms::owner_all);
  struct Row {
    std::filesystem::path program, directory;
    const char* part;
  };
  const std::vector<Row> rows{{"/no/such/program", "", "/no/such/program: No such file"},
                              {"sh", "", "not an absolute path"},
                              {"/etc/passwd", "", "Permission denied"},
                              {"/bin/sh", "/no/such/folder", "/no/such/folder is not there"},
                              {script, "", "Exec format error"}};
  for (const Row& row : rows) {
    if (under_thread_sanitizer && row.program == script) continue;
    Command command;
    command.program = row.program;
    command.directory = row.directory;
    const auto completed = make_process_runner()->run(command);
    REQUIRE_FALSE(completed.has_value());
    CHECK_MESSAGE(completed.error().text().find(row.part) != std::string::npos, completed.error().text());
  }
  std::filesystem::remove(script);
}

TEST_CASE("no descriptor is passed on but the one asked for") {
  std::array<int, 2> pair{};
  REQUIRE(::pipe(pair.data()) == 0);
  const int high = ::fcntl(pair[1], F_DUPFD, 20);
  REQUIRE(high == 20);
  Command command = shell("ls /proc/$$/fd; echo hello > /proc/$$/fd/20");
  command.inherited_descriptor = high;
  const int also_open = ::open("/dev/null", O_RDONLY);
  const Completed completed = run(command);
  std::istringstream lines(completed.out);
  std::vector<std::string> open;
  for (std::string line; std::getline(lines, line);)
    if (line != "255" && line != "10") open.push_back(line);  // a shell's own
  CHECK(open == std::vector<std::string>{"0", "1", "2", std::to_string(high)});
  std::array<char, 16> buffer{};
  CHECK(::read(pair[0], buffer.data(), buffer.size()) == 6);
  for (const int descriptor : {pair[0], pair[1], high, also_open}) ::close(descriptor);
}

TEST_CASE("output can go to a file") {
  const std::filesystem::path file = std::filesystem::temp_directory_path() / ("tfh-out-" + std::to_string(::getpid()));
  Command command = shell("echo one; echo two >&2");
  command.output_file = file;
  CHECK(run(command).out.empty());
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  CHECK(text.str() == "one\ntwo\n");
  std::filesystem::remove(file);
}

TEST_CASE("a spawned child runs on until it is waited for, and has a group of its own") {
  auto child = make_process_runner()->spawn(shell("sleep 600"));
  REQUIRE(child.has_value());
  CHECK_FALSE((*child)->wait(20ms).has_value());
  CHECK(::getpgid((*child)->pid()) == (*child)->pid());
  (*child)->signal_group(SIGTERM);
  const auto ended = (*child)->wait(std::chrono::milliseconds::max());
  REQUIRE(ended.has_value());
  CHECK(ended->text() == "signal SIGTERM");
  CHECK((*child)->wait(0ms)->text() == "signal SIGTERM");
}

TEST_CASE("destroying a child leaves no process and no zombie") {
  int pid = 0;
  {
    auto child = make_process_runner()->spawn(shell("sleep 600 & wait"));
    REQUIRE(child.has_value());
    pid = (*child)->pid();
  }
  CHECK_FALSE(alive(pid));
}

TEST_CASE("signals that this process ignores or blocks are as usual in the child") {
  ::signal(SIGTERM, SIG_IGN);
  const Ended ended = run(shell("kill -TERM $$")).ended;
  ::signal(SIGTERM, SIG_DFL);
  CHECK(ended.text() == "signal SIGTERM");
}

TEST_CASE("many threads start programs at once") {
  std::array<std::string, 8> answers;
  {
    std::vector<std::jthread> threads;
    threads.reserve(answers.size());
    for (std::size_t i = 0; i < answers.size(); ++i)
      threads.emplace_back([&answers, i] {
        for (int repeat = 0; repeat < 5; ++repeat) answers[i] = run(shell("echo " + std::to_string(i))).out;
      });
  }
  for (std::size_t i = 0; i < answers.size(); ++i) CHECK(answers[i] == std::to_string(i) + "\n");
}
