#include "testsuites/modules/expressions.h"

#include <doctest/doctest.h>

namespace tfh::testsuites::modules {

TEST_CASE("a table of expressions becomes one check that tells each line") {
  const Check check = check_of({.name = "sample",
                                .module = "tf.sparse",
                                .setup = "a = 1\n",
                                .rows = {{"tf.sparse.add", {{"two", "tf.sparse.add(a, 2)"}}}},
                                .alone = true});
  CHECK(check.id == "modules.sample");
  CHECK(check.api == std::vector<std::string>{"tf.sparse"});
  CHECK(check.independent);
  CHECK(check.alone);
  CHECK(check.source.find("setup = 'a = 1\\n'\nexec(setup)\n") != std::string::npos);
  CHECK(check.source.find("    ('tf.sparse.add: two',\n     'tf.sparse.add(a, 2)'),\n") != std::string::npos);
}

}  // namespace tfh::testsuites::modules
