#include "testsuites/modules/expressions.h"

#include <doctest/doctest.h>

namespace tfh::testsuites::modules {

TEST_CASE("a table of expressions becomes one check that tells each line") {
  static constexpr Use added[] = {{"tf.sparse.add: two", "tf.sparse.add(a, 2)"}};
  const Check check = check_of({.name = "sample", .module = "tf.sparse", .setup = "a = 1\n", .blocks = {{added}}});
  CHECK(check.id == "modules.sample");
  CHECK(check.api == std::vector<std::string>{"tf.sparse"});
  CHECK(check.independent);
  CHECK(check.alone);
  CHECK(check.setup == "a = 1\n");
  CHECK(check.source.find("    ('tf.sparse.add: two',\n     'tf.sparse.add(a, 2)'),\n") != std::string::npos);
}

TEST_CASE("a block with names has all its uses once for each name") {
  static constexpr Name names[] = {{"sin", "x"}, {"tan", "x, y"}};
  static constexpr Use uses[] = {{"tf.NAME: call", "tf.NAME(ARGUMENTS)"}, {"tf.NAME: kind", "type(tf.NAME)"}};
  const Check check = check_of({.name = "sample", .module = "tf", .blocks = {{uses, names}}});
  CHECK(check.source.find("    ('tf.sin: call',\n     'tf.sin(x)'),\n"
                          "    ('tf.sin: kind',\n     'type(tf.sin)'),\n"
                          "    ('tf.tan: call',\n     'tf.tan(x, y)'),\n"
                          "    ('tf.tan: kind',\n     'type(tf.tan)'),\n") != std::string::npos);
}

}  // namespace tfh::testsuites::modules
