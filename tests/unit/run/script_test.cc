// A user's script in a worker behaves as it does under `python SCRIPT`.
#include <doctest/doctest.h>

#include "tests/fakes/fake_framework.h"
#include "tests/fakes/sanitizer.h"

namespace tfh {
namespace {

using std::chrono::milliseconds;

struct Script {
  FakeFramework framework{"return x"};
  TemporaryFolder folder;
  std::unique_ptr<ProcessRunner> runner = make_process_runner();

  ScriptOutcome run(const Interpreter& interpreter, const std::string& text,
                    const std::vector<std::string>& arguments = {}, milliseconds timeout = milliseconds(60'000)) {
    const auto path = folder.write("script.py", text);
    const auto outcome = run_script(framework.spec(interpreter), path, arguments, timeout, *runner);
    if (!outcome) FAIL(outcome.error().text());
    return *outcome;
  }
};

constexpr const char* facts = R"(
import os, pickle, sys, helper
import tensorflow as tf
class Kept: pass
print(__name__, os.path.basename(__file__), sys.argv[1:], tf.math.add(1, 2), helper.answer)
print(type(pickle.loads(pickle.dumps(Kept()))) is Kept, os.environ.get("PYTHONPATH"), callable(exit))
print(sorted(name for name in globals() if not name.startswith("__")))
)";

TEST_CASE("script: is __main__, with its arguments, its folder and the framework, in every interpreter") {
  Script script;
  script.folder.write("helper.py", "answer = 42\n");
  for (Interpreter interpreter : usable_interpreters()) {
    CAPTURE(interpreter.version);
    for (int way = 0; way < (under_address_sanitizer ? 1 : 2); ++way) {
      const auto outcome = script.run(interpreter, facts, {"a b", "-c"});
      CHECK_MESSAGE(outcome.ended.ok(), outcome.err);
      CHECK(outcome.out ==
            "__main__ script.py ['a b', '-c'] 1 42\nTrue None True\n['Kept', 'helper', 'os', 'pickle', 'sys', 'tf']\n");
      CHECK(outcome.exception_type.empty());
      interpreter.shared_library.reset();
    }
  }
}

TEST_CASE("script: ends as Python would end it") {
  struct Row {
    std::string text;
    std::string ended, error, exception;
  };
  Script script;
  for (const Row& row : {
           Row{"import sys\nsys.exit(7)", "exit status 7", "", ""},
           Row{"exit('bye')", "exit status 1", "bye\n", ""},
           Row{"import os\nos.abort()", "signal SIGABRT", "", ""},
           Row{"import atexit, sys\natexit.register(lambda: sys.stderr.write('last'))", "exit status 0", "last", ""},
       }) {
    CAPTURE(row.text);
    const auto outcome = script.run(usable_interpreters().front(), row.text);
    CHECK(outcome.ended.text() == row.ended);
    CHECK(outcome.err == row.error);
    CHECK(outcome.exception_type == row.exception);
  }
}

TEST_CASE("script: an uncaught exception is told apart, and its traceback begins in the script") {
  Script script;
  const auto raised = script.run(usable_interpreters().front(), "def deep():\n    raise KeyError('k')\ndeep()\n");
  CHECK(raised.ended.text() == "exit status 1");
  CHECK(raised.exception_type == "KeyError");
  CHECK(raised.exception_message == "'k'");
  CHECK(raised.err.starts_with("Traceback (most recent call last):\n  File \""));
  CHECK(raised.err.contains("line 2, in deep"));
  CHECK(!raised.err.contains("<tfharness>"));
  CHECK(!raised.err.contains("<string>"));

  const auto broken = script.run(usable_interpreters().front(), "def f(:\n");
  CHECK(broken.exception_type == "SyntaxError");
  CHECK(broken.err.contains("script.py\", line 1"));
}

TEST_CASE("script: one that does not end is killed, with what it started") {
  Script script;
  const auto outcome = script.run(usable_interpreters().front(),
                                  "import subprocess, time\nprint('begun')\n"
                                  "subprocess.Popen(['sleep', '1000'], start_new_session=True)\ntime.sleep(1e6)\n",
                                  {}, milliseconds(1500));
  CHECK(outcome.ended.deadline_passed);
  CHECK(!outcome.ended.ok());
  CHECK(outcome.out == "begun\n");
}

}  // namespace
}  // namespace tfh
