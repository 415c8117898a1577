#include "harness/base/clock.h"

#include <doctest/doctest.h>

#include <vector>

using namespace tfh;

TEST_CASE("times as indexes write them") {
  struct Row {
    std::string text, read;  // empty: refused
  };
  const std::vector<Row> rows{{"2026-11-22T22:07:36Z", "2026-11-22T22:07:36Z"},
                              {"2026-11-22T22:07:36.123456Z", "2026-11-22T22:07:36Z"},
                              {"2026-11-22T22:07:36+01:30", "2026-11-22T20:37:36Z"},
                              {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"},
                              {"2026-13-22T22:07:36Z", ""},
                              {"2026-11-22T24:07:36Z", ""},
                              {"9999-11-22T22:07:36Z", ""},
                              {"-100-11-22T22:07:36Z", ""},
                              {"2026-11-22", ""},
                              {"", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::chrono::system_clock::time_point time;
    const bool understood = parse_rfc3339(row.text, time);
    CHECK(understood == !row.read.empty());
    if (understood) CHECK(rfc3339(time) == row.read);
  }
}
