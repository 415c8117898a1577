#include "harness/base/credentials.h"

#include <doctest/doctest.h>

using namespace tfh;

TEST_CASE("addresses are shown without their secrets wherever they stand in a text") {
  CHECK(without_credentials("https://u:p@host/simple/x.whl?sig=1#sha256=2") == "https://host/simple/x.whl");
  CHECK(without_credentials("https://host/a@b") == "https://host/a@b");
  CHECK(without_credentials("https://u:p@host") == "https://host");
  CHECK(without_credentials("https://u:p/a@host?b@c") == "https://u:p/a@host");
  CHECK(without_credentials("see https://a:b@c/d?e=f and http://f@g/h, 'http://i@j'.") ==
        "see https://c/d and http://g/h, 'http://j'.");
  CHECK(without_credentials("none: a@b?c") == "none: a@b?c");
  CHECK(without_credentials("cut off://") == "cut off://");
  CHECK(without_credentials("") == "");
}
