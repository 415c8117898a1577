#include "harness/cli/options.h"

#include <doctest/doctest.h>

using tfh::split_commas;
using Words = std::vector<std::string>;

TEST_CASE("comma-separated words") {
  CHECK(split_commas("") == Words{});
  CHECK(split_commas("a") == Words{"a"});
  CHECK(split_commas("2.4.0,2.8.0,,2.12.0,") == Words{"2.4.0", "2.8.0", "2.12.0"});
}

TEST_CASE("a memory limit is a number with a unit") {
  tfh::CheckOptions options;
  CHECK(options.run()->memory_limit == 14ull << 30);
  options.memory_limit = "500M";
  CHECK(options.run()->memory_limit == 500ull << 20);
  for (const char* wrong : {"", "G", "5X", "-1", "99999999999999999999G"}) {
    options.memory_limit = wrong;
    CHECK_FALSE(options.run().has_value());
  }
}
