#include "harness/diff/line_diff.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using tfh::changed_lines;
using tfh::LineChange;
using Lines = std::vector<std::string>;

namespace {

Lines told(const Lines& before, const Lines& after) {
  Lines texts;
  for (const LineChange& change : changed_lines(before, after))
    texts.push_back(fmt::format("{} {}>{}", change.number, change.before.value_or("-"), change.after.value_or("-")));
  return texts;
}

}  // namespace

TEST_CASE("only the lines that changed are told, whatever stands before them") {
  CHECK(told({"a", "b", "c"}, {"a", "b", "c"}).empty());
  CHECK(told({"a", "b", "c"}, {"a", "x", "c"}) == Lines{"2 b>x"});
  CHECK(told({"a", "b", "c", "d"}, {"a", "new", "b", "c", "e"}) == Lines{"2 ->new", "4 d>e"});
  CHECK(told({"a", "b", "c", "d"}, {"b", "c", "d"}) == Lines{"1 a>-"});
  CHECK(told({"a", "b", "c", "z"}, {"x", "y", "c", "z"}) == Lines{"1 a>x", "2 b>y"});
  CHECK(told({}, {"a"}) == Lines{"1 ->a"});
  CHECK(told({"a"}, {}) == Lines{"1 a>-"});
}

TEST_CASE("lines that repeat are aligned, too") {
  CHECK(told({"x", "x", "a", "x"}, {"x", "x", "x", "a", "x"}) == Lines{"3 ->x"});
}

TEST_CASE("long texts are compared line by line") {
  Lines before(9000, "old"), after(9000, "new");
  before[4500] = after[4500] = "same";
  const auto changes = changed_lines(before, after);
  REQUIRE(changes.size() == 8999);
  CHECK(changes[4500].number == 4502);
}
