#include "harness/plan/interpreter.h"

#include <doctest/doctest.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/fakes/process_runner.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;
using nlohmann::json;

namespace {

std::string this_machine() {
  utsname system{};
  ::uname(&system);
  return system.machine;
}

// The answer of a static 3.8 whose standard library is in `folder`.
json good_answer(TemporaryFolder& folder) {
  folder.write("lib/python3.8/os.py", "");
  return {{"version", "3.8.18"},
          {"major", 3},
          {"minor", 8},
          {"implementation", "cpython"},
          {"cache_tag", "cpython-38"},
          {"executable", folder.path() / "bin/python3.8"},
          {"base_prefix", folder.path()},
          {"machine", this_machine()},
          {"libc", "glibc 2.36"},
          {"extension_suffix", ".cpython-38-x86_64-linux-gnu.so"},
          {"library_name", "libpython3.8.a"},
          {"library_folder", folder.path() / "lib"},
          {"library_build_folder", ""},
          {"multiarch", ""},
          {"free_threaded", false},
          {"standard_library", folder.path() / "lib/python3.8"}};
}

std::filesystem::path python_on_path() {
  for (const auto& file : interpreter_candidates({{"PATH", std::getenv("PATH")}, {"HOME", ""}}))
    if (file.filename().string().starts_with("python3")) return file;
  return {};
}

}  // namespace

TEST_CASE("a real interpreter says what it is") {
  const auto python = python_on_path();
  REQUIRE_MESSAGE(!python.empty(), "no python3 on PATH");
  const auto runner = make_process_runner();
  const auto asked = ask_interpreter(python, *runner);
  REQUIRE_MESSAGE(asked.has_value(), asked.error().text());
  CHECK(asked->implementation == "cpython");
  CHECK(asked->version.starts_with(asked->minor.str() + "."));
  CHECK(asked->machine == this_machine());
  CHECK(asked->extension_suffix.ends_with(".so"));
  CHECK(std::filesystem::exists(asked->executable));
  CHECK(std::filesystem::exists(asked->standard_library / "os.py"));
  if (asked->shared_library)
    CHECK(asked->shared_library->filename().string().starts_with("libpython" + asked->minor.str()));
}

TEST_CASE("the child's environment is built from nothing") {
  TemporaryFolder folder;
  ::setenv("PYTHONHOME", "/no/such/folder", 1);
  FakeProcessRunner runner([&](const Command&) { return completed(0, good_answer(folder).dump()); });
  CHECK(ask_interpreter("/opt/x/bin/python", runner).has_value());
  ::unsetenv("PYTHONHOME");
  REQUIRE(runner.commands.size() == 1);
  for (const auto& [name, value] : runner.commands[0].environment) CHECK((name == "PATH" || name == "LANG"));
}

TEST_CASE("a static build is usable without a shared library, and a truncated library is not taken") {
  TemporaryFolder folder;
  folder.write("lib/libpython3.8.so.1.0", std::string("\177ELF\2\1\1", 7) + std::string(10, '\0'));
  FakeProcessRunner runner(
      [&](const Command&) { return completed(0, "a warning\n" + good_answer(folder).dump() + "\n"); });
  const auto interpreter = probe_interpreter("/opt/x/bin/python", runner);
  REQUIRE_MESSAGE(interpreter.has_value(), interpreter.error().text());
  CHECK_FALSE(interpreter->shared_library.has_value());
  CHECK(interpreter->minor == PythonMinor{3, 8});
}

TEST_CASE("interpreters that are refused, and why") {
  TemporaryFolder folder;
  struct Row {
    json change;
    const char* reason;
  };
  const std::vector<Row> rows{{{{"version", "2.7.18"}, {"major", 2}, {"minor", 7}}, "it is Python 2.7.18 (CPython 3.7"},
                              {{{"version", "3.6.15"}, {"minor", 6}}, "can be downloaded, not run"},
                              {{{"implementation", "pypy"}}, "it is pypy, not CPython"},
                              {{{"free_threaded", true}}, "free-threaded"},
                              {{{"libc", "musl"}}, "musl"},
                              {{{"machine", "riscv64"}}, "it is built for riscv64, this machine is"},
                              {{{"standard_library", "/no/such/folder"}}, "its standard library is missing"},
                              {{{"version", nullptr}}, "did not answer as a Python interpreter does"}};
  for (const Row& row : rows) {
    json answer = good_answer(folder);
    answer.update(row.change);
    FakeProcessRunner runner([&](const Command&) { return completed(0, answer.dump()); });
    const auto interpreter = probe_interpreter("/opt/x/bin/python", runner);
    REQUIRE_FALSE(interpreter.has_value());
    CHECK_MESSAGE(interpreter.error().text().find(row.reason) != std::string::npos, interpreter.error().text());
  }
}

TEST_CASE("executables that do not answer") {
  struct Row {
    Completed completed;
    const char* reason;
  };
  Completed crashed;
  crashed.ended.wait_status = 11;
  const std::vector<Row> rows{
      {completed(127, "", "python: error while loading shared libraries: libpython3.8.so.1.0: cannot open\n"),
       "it does not run: python: error while loading shared libraries: libpython3.8.so.1.0"},
      {completed(1, "", "ModuleNotFoundError: No module named 'encodings'\n\nCurrent thread ...\n"),
       "its standard library is missing"},
      {crashed, "it does not run: signal SIGSEGV"},
      {completed(0, "hello\n"), "did not answer as a Python interpreter does"},
      {completed(0, ""), "did not answer as a Python interpreter does"}};
  for (const Row& row : rows) {
    FakeProcessRunner runner([&](const Command&) { return row.completed; });
    const auto interpreter = probe_interpreter("/opt/x/bin/python", runner);
    REQUIRE_FALSE(interpreter.has_value());
    CHECK_MESSAGE(interpreter.error().text().find(row.reason) != std::string::npos, interpreter.error().text());
  }
}

TEST_CASE("candidates: versions of pyenv and uv and programs on PATH, each once, never shims") {
  TemporaryFolder home;
  const auto python38 = home.write(".pyenv/versions/3.8.18/bin/python3.8", "", true);
  std::filesystem::create_symlink(python38, home.path() / ".pyenv/versions/3.8.18/bin/python");
  home.write(".pyenv/versions/3.8.18/bin/python3-config", "", true);
  home.write(".pyenv/versions/3.8.18/bin/pip", "", true);
  home.write(".pyenv/shims/python3.8", "", true);
  const auto uv = home.write(".local/share/uv/python/cpython-3.10.1-linux/bin/python3.10", "", true);
  const auto conda = home.write("miniconda3/envs/old/bin/python3.9", "", true);
  const auto program = home.write("bin/python3.12", "", true);
  home.write("bin/python3.13", "", false);
  const auto candidates = interpreter_candidates(
      {{"HOME", home.path()},
       {"PATH", (home.path() / ".pyenv/shims").string() + ":relative:" + (home.path() / "bin").string()}});
  const auto below_home = std::ranges::count_if(
      candidates, [&](const auto& file) { return file.string().starts_with(home.path().string()); });
  CHECK(below_home == 4);
  for (const auto& expected : {python38, uv, conda, program}) {
    CAPTURE(expected);
    CHECK(std::ranges::find(candidates, expected) != candidates.end());
  }
}

TEST_CASE("the best of each minor version comes first, and answers are kept until the executable changes") {
  TemporaryFolder home;
  const auto old_patch = home.write("bin/python3.8", "", true);
  const auto new_patch = home.write(".pyenv/versions/x/bin/python3.8", "", true);
  const auto other = home.write("bin/python3.9", "", true);
  FakeProcessRunner runner([&](const Command& command) -> Result<Completed> {
    if (!command.program.string().starts_with(home.path().string())) return completed(1, "", "not here");
    json answer = good_answer(home);
    const bool is_new = command.program == new_patch;
    answer["version"] = command.program == other ? "3.9.1" : is_new ? "3.8.10" : "3.8.9";
    answer["minor"] = command.program == other ? 9 : 8;
    answer["base_prefix"] = is_new ? command.program.parent_path().parent_path() : home.path();
    return completed(0, answer.dump());
  });
  const std::map<std::string, std::string> environment{{"HOME", home.path()}, {"PATH", home.path() / "bin"}};
  const auto cache = home.path() / "cache/interpreters.json";
  const auto versions = [&] {
    std::string text;
    for (const auto& interpreter : find_interpreters(environment, runner, cache).usable)
      text += interpreter.version + " ";
    return text;
  };
  const auto asked_of = [&](const std::filesystem::path& program) {
    return std::ranges::count_if(runner.commands, [&](const Command& command) { return command.program == program; });
  };
  CHECK(versions() == "3.9.1 3.8.10 3.8.9 ");
  CHECK(versions() == "3.9.1 3.8.10 3.8.9 ");
  CHECK(asked_of(old_patch) == 1);
  CHECK(asked_of(other) == 1);
  home.write("bin/python3.9", "changed", true);
  CHECK(versions() == "3.9.1 3.8.10 3.8.9 ");
  CHECK(asked_of(other) == 2);
  home.write("cache/interpreters.json", "{damaged");
  CHECK(versions() == "3.9.1 3.8.10 3.8.9 ");
}
