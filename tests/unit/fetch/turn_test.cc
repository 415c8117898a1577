#include "harness/fetch/turn.h"

#include <doctest/doctest.h>

#include "harness/fetch/content_range.h"
#include "harness/fetch/retry.h"

using namespace tfh;

TEST_CASE("transfers start in order of arrival, large ones of a later call wait on a fast link") {
  constexpr std::uint64_t small = 1000, large = 500'000'000;
  const std::chrono::steady_clock::time_point now{std::chrono::seconds(100)};
  const auto later = now + std::chrono::seconds(1);
  const Traffic fast{.parallel = 2, .bytes_per_second = 100e6, .measured = true, .now = now};
  const Traffic slow{.parallel = 2, .bytes_per_second = 5e6, .measured = true, .now = now};
  const Traffic begun{.parallel = 2, .bytes_per_second = 0, .measured = false, .now = now};
  struct Row {
    std::vector<WaitingTransfer> waiting;
    std::vector<RunningTransfer> running;
    Traffic traffic;
    std::optional<std::size_t> next;
  };
  const std::vector<Row> rows = {
      {{}, {}, fast, std::nullopt},
      {{{1, small, now}, {1, small, now}}, {}, fast, 0},
      {{{1, small, later}, {1, small, now}}, {}, fast, 1},
      {{{1, small, now}}, {{1, small}, {1, small}}, fast, std::nullopt},
      {{{2, large, now}, {2, small, now}}, {{1, large}}, fast, 1},
      {{{2, large, now}}, {{1, large}}, begun, std::nullopt},
      {{{2, large, now}}, {{1, large}}, slow, 0},
      {{{1, large, now}}, {{1, large}}, fast, 0},
      {{{2, large, now}}, {{1, small}}, fast, 0},
  };
  for (const Row& row : rows) CHECK(next_turn(row.waiting, row.running, row.traffic) == row.next);
}

TEST_CASE("delays double up to a bound, and the server's wish counts") {
  using std::chrono::milliseconds;
  using std::chrono::seconds;
  CHECK(delay_before(2, milliseconds(500), seconds(0)) == milliseconds(500));
  CHECK(delay_before(4, milliseconds(500), seconds(0)) == milliseconds(2000));
  CHECK(delay_before(40, milliseconds(500), seconds(0)) == seconds(30));
  CHECK(delay_before(2, milliseconds(500), seconds(60)) == seconds(60));
  CHECK(delay_before(2, milliseconds(500), seconds(6000)) == seconds(120));
}

TEST_CASE("Content-Range is read as RFC 9110 writes it") {
  CHECK(parse_content_range("bytes 5-9/10")->first == 5);
  CHECK(parse_content_range("bytes 5-9/*")->last == 9);
  for (const char* wrong : {"", "bytes", "bytes 9-5/10", "bytes 5-9", "bytes 5-10/10", "items 5-9/10", "bytes -5/10"})
    CHECK_FALSE(parse_content_range(wrong));
}
