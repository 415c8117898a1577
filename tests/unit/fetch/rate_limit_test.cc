#include "harness/fetch/rate_limit.h"

#include <doctest/doctest.h>

using namespace tfh;
using std::chrono::milliseconds;

TEST_CASE("a block is paid for by waiting after it, and idle time is not saved up but for a moment") {
  const RateLimit::Time start{std::chrono::hours(1)};
  RateLimit limit(1000);
  CHECK(limit.allows(start));
  limit.took(700, start);
  CHECK_FALSE(limit.allows(start + milliseconds(499)));
  CHECK(limit.allows(start + milliseconds(500)));
  limit.took(1000, start + milliseconds(500));
  CHECK_FALSE(limit.allows(start + milliseconds(1499)));
  CHECK(limit.allows(start + milliseconds(1500)));
  limit.took(300, start + milliseconds(5000));
  CHECK_FALSE(limit.allows(start + milliseconds(5099)));
  CHECK(limit.allows(start + milliseconds(5100)));
}

TEST_CASE("no limit is none") {
  RateLimit limit(0);
  limit.took(1'000'000'000, {});
  CHECK(limit.allows({}));
}
