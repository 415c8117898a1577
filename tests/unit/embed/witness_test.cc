#include "embed/worker/witness.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace tfh::embed {
namespace {

TEST_CASE("a witness is the check's own text after a prelude of at most ten lines") {
  testsuites::Check check{.id = "suite.name", .source = "observe('x', 1)\n"};
  CHECK(witness_body(check) == check.source);
  const std::string short_prelude = witness_prelude(check);
  CHECK(short_prelude.find("scratch") == std::string::npos);
  check.source = "open(scratch + '/x')\n";
  CHECK(witness_prelude(check).find("scratch = tempfile.mkdtemp()") != std::string::npos);
  check.load = "observe('y', 2)\n";
  CHECK(std::ranges::count(witness_prelude(check), '\n') < 10);
}

TEST_CASE("a witness of an independent check begins with its setup alone") {
  testsuites::Check check{.id = "suite.name", .source = "evaluate('x', 'one(1)')\n", .setup = "def one(x):\n    ...\n"};
  CHECK(witness_body(check) == check.setup + check.source);
  check.independent = true;
  CHECK(witness_body(check) == check.setup);
}

TEST_CASE("a witness of cross-loading saves or loads as its first argument says") {
  const testsuites::Check check{.id = "suite.name", .source = "one()\n\nif two:\n    three()\n", .load = "four()"};
  CHECK(witness_body(check) ==
        "action, directory = sys.argv[1:]\n"
        "if action == 'save':\n"
        "    one()\n\n    if two:\n        three()\n"
        "else:\n"
        "    four()\n");
}

}  // namespace
}  // namespace tfh::embed
