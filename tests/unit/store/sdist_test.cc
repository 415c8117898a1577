#include "harness/store/sdist.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/fakes/process_runner.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;

struct Building {
  TemporaryFolder folder;
  StoreLayout layout{folder.path() / "store"};
  fs::path sdist = folder.write("termcolor-1.1.0.tar.gz", "sources");
  int asked = 0;  // for the tools

  Result<fs::path> build(ProcessRunner& runner) {
    Interpreter interpreter;
    interpreter.executable = "/opt/python3.8";
    interpreter.cache_tag = "cpython-38";
    const AskBuildTools tools = [this]() -> Result<BuildTools> {
      ++asked;
      return BuildTools{"https://user:secret@mirror.example/simple", "/opt/uv"};
    };
    return build_wheel(sdist, std::string(64, 'a'), "2020-12-15T00:00:00Z", interpreter, tools, layout, runner);
  }
  std::size_t left_over() const { return files_below(layout.scratch()); }
};

// Leaves a wheel where uv was told to.
Completed make_wheel(const Command& command) {
  std::ofstream(fs::path(option(command, "-o")) / "termcolor-1.1.0-py3-none-any.whl") << "wheel";
  return completed(0, "");
}

}  // namespace

TEST_CASE("a source distribution is built once, within its era, and the index's password stays out of sight") {
  Building building;
  FakeProcessRunner runner(make_wheel);
  const auto wheel = building.build(runner);
  REQUIRE_MESSAGE(wheel.has_value(), wheel.error().text());
  CHECK(wheel->filename() == "termcolor-1.1.0-py3-none-any.whl");
  CHECK(fs::exists(*wheel));
  const Command& command = runner.commands.at(0);
  CHECK(command.program == "/opt/uv");
  CHECK(command.arguments.back() == building.sdist);
  CHECK(option(command, "-p") == "/opt/python3.8");
  CHECK(option(command, "--exclude-newer") == "2020-12-15T00:00:00Z");
  CHECK(command.environment.at("UV_DEFAULT_INDEX") == "https://user:secret@mirror.example/simple");
  CHECK(std::ranges::none_of(command.arguments,
                             [](const auto& text) { return text.find("secret") != std::string::npos; }));

  const auto again = building.build(runner);
  REQUIRE(again.has_value());
  CHECK(*again == *wheel);
  CHECK(runner.commands.size() == 1);
  CHECK(building.asked == 1);
}

TEST_CASE("a build that fails tells its last lines and leaves nothing") {
  Building building;
  FakeProcessRunner failing([](const Command& command) {
    make_wheel(command);
    return completed(1, "", "Building wheel from https://user:secret@mirror.example/simple\ngcc: not found\n");
  });
  const auto failed = building.build(failing);
  REQUIRE_FALSE(failed.has_value());
  CHECK(failed.error().doing == "building termcolor-1.1.0.tar.gz");
  CHECK(failed.error().what.find("gcc: not found") != std::string::npos);
  CHECK(failed.error().what.find("secret") == std::string::npos);
  CHECK(building.left_over() == 0);

  FakeProcessRunner idle([](const Command&) { return completed(0, ""); });
  CHECK_FALSE(building.build(idle).has_value());  // it says that all is well, and there is no wheel
  FakeProcessRunner runner(make_wheel);
  CHECK(building.build(runner).has_value());
}
