#include "harness/store/console_scripts.h"

#include <doctest/doctest.h>

#include "harness/base/process.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace fs = std::filesystem;

TEST_CASE("a console script runs beside its packages wherever the prefix is moved") {
  TemporaryFolder folder;
  const fs::path made = folder.path() / "made", published = folder.path() / "published";
  folder.write(
      "made/lib/python3/site-packages/pkg/tool.py",
      "import site, sys\ndef main():\n    print(type(site.USER_SITE).__name__, *sys.argv[1:])\n    return 3\n");
  folder.write("made/lib/python3/site-packages/pkg-1.0.dist-info/entry_points.txt",
               "[console_scripts]\npkg-tool = pkg.tool:main\n");
  fs::create_directories(made / "bin");
  REQUIRE(
      write_console_scripts(made / "lib/python3/site-packages", made / "bin", TFHARNESS_TEST_PYTHON, system_disk()));
  fs::rename(made, published);
  Command command;
  command.program = published / "bin/pkg-tool";
  command.arguments = {"a b"};
  const auto run = make_process_runner()->run(command);
  REQUIRE_MESSAGE(run, run.error().text());
  // TensorFlow up to 2.2 asks where user packages would be, and takes no None.
  CHECK(run->out == "str a b\n");
  CHECK(run->ended.text() == "exit status 3");
}
