#include "tests/driver/workplace.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string from_environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

fs::path make_folder() {
  const char* set = std::getenv("TFHARNESS_TEST_FOLDER");
  std::string name = (set ? fs::path(set) : fs::temp_directory_path()) / "tfharness-test-XXXXXX";
  REQUIRE(mkdtemp(name.data()) != nullptr);
  return fs::canonical(name);
}

bool contains_any(const Arguments& arguments, const Arguments& words) {
  return std::ranges::any_of(arguments, [&](const std::string& word) { return std::ranges::count(words, word) > 0; });
}

}  // namespace

int Run::status() const {
  return WIFEXITED(ended.wait_status) ? WEXITSTATUS(ended.wait_status) : -1;
}

Workplace::Workplace(const std::string& index_url) : folder_(make_folder()) {
  for (const char* kept : {"HOME", "PYENV_ROOT", "SSL_CERT_FILE", "PIP_CERT", "http_proxy", "https_proxy", "no_proxy"})
    if (const std::string value = from_environment(kept); !value.empty()) environment[kept] = value;
  environment["PATH"] = from_environment("PATH");
  environment["LANG"] = "C.UTF-8";
  environment["TFHARNESS_HOME"] = folder_ / "store";
  environment["XDG_CONFIG_HOME"] = folder_ / "config";
  environment["TMPDIR"] = folder_ / "tmp";
  fs::create_directories(folder_ / "tmp");
  fs::create_directories(folder_ / "work");
  if (index_url.empty()) return;
  environment["PATH"] = resolver_folder().string() + ":" + environment["PATH"];
  environment["TFHARNESS_INDEX_URL"] = index_url;
}

Workplace::~Workplace() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

Command Workplace::command(const fs::path& program, const Arguments& arguments) const {
  Command command;
  command.program = program;
  command.arguments = arguments;
  command.environment = environment;
  command.directory = folder_ / "work";
  command.deadline = std::chrono::minutes(25);
  return command;
}

Run Workplace::run_program(const fs::path& program, const Arguments& arguments) {
  auto completed = runner_->run(command(program, arguments));
  REQUIRE_MESSAGE(completed, (completed ? "" : completed.error().text()));
  return {completed->ended, completed->out, completed->err};
}

Run Workplace::run(const Arguments& arguments) {
  return run_program(program(), arguments);
}

std::unique_ptr<Child> Workplace::start(const Arguments& arguments) {
  Command background = command(program(), arguments);
  background.output_file = file("background.log");
  auto child = runner_->spawn(background);
  REQUIRE_MESSAGE(child, (child ? "" : child.error().text()));
  return std::move(*child);
}

Comparison Workplace::compare(Arguments arguments) {
  const fs::path report = file("report.json");
  fs::remove(report);
  arguments.insert(arguments.begin(), "compare");
  if (!contains_any(arguments, {"--suites", "--checks"})) arguments.insert(arguments.end(), {"--suites", "smoke"});
  arguments.insert(arguments.end(), {"--json", report});
  Comparison comparison{run(arguments), nullptr};
  INFO(comparison.run.out);
  INFO(comparison.run.err);
  if (!fs::exists(report)) return comparison;
  comparison.report = json::parse(read_text(report));
  const Run validated = run_program(python(), {fs::path(TFHARNESS_SOURCE) / "tests/validate_report.py", report});
  INFO(validated.out);
  INFO(validated.err);
  CHECK(validated.status() == 0);
  return comparison;
}

const json& Comparison::subject(const std::string& id) const {
  INFO(run.out);
  INFO(run.err);
  REQUIRE(report.is_object());
  for (const json& subject : report.at("subjects"))
    if (subject.at("id") == id) return subject;
  FAIL("no subject " << id << " in " << report.at("subjects").dump(1));
  return report;
}

const json& Comparison::difference(const std::string& id) const {
  INFO(run.out);
  INFO(run.err);
  REQUIRE(report.is_object());
  for (const json& difference : report.at("differences"))
    if (difference.at("id").get<std::string>().find(id) != std::string::npos) return difference;
  FAIL("no difference " << id << " in " << report.at("differences").dump(1));
  return report;
}

fs::path program() {
  return TFHARNESS_PROGRAM;
}

fs::path python() {
  return TFHARNESS_TEST_PYTHON;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string read_text(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace tfh::test
