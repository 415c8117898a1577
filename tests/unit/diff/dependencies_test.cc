#include "harness/diff/dependencies.h"

#include <doctest/doctest.h>

using namespace tfh;

TEST_CASE("a change of version is named after the first part of the release that differs") {
  struct {
    const char *before, *after, *move;
    bool backwards;
  } const rows[] = {
      {"1.2.3", "2.0.0", "major", false},
      {"1.2.3", "1.3", "minor", false},
      {"1.2.3", "1.2.10", "micro", false},
      {"1.2", "1.2.1", "micro", false},
      {"1.2.3.4", "1.2.3.5", "micro", false},
      {"1.2rc1", "1.2", "other", false},
      {"2.15.0", "2.15.0.post1", "other", false},
      {"2.0", "1.9", "major", true},
      {"", "1.0", "added", false},
      {"1.0", "", "removed", false},
      {"odd", "1.0", "other", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.after);
    const auto listed = [](const char* version) {
      return *version == 0 ? std::vector<RecordedPackage>() : std::vector<RecordedPackage>{{"pkg", version, "", ""}};
    };
    const auto changes = dependency_changes(listed(row.before), listed(row.after));
    REQUIRE(changes.size() == 1);
    CHECK(move_name(changes[0].move) == std::string(row.move));
    CHECK(changes[0].backwards == row.backwards);
  }
}

TEST_CASE("changes come by how far they go, then by name, and what is the same is none") {
  const std::vector<RecordedPackage> before = {{"a", "1.0", "", ""}, {"b", "1.0", "", ""}, {"c", "1.0", "", ""}};
  const std::vector<RecordedPackage> after = {
      {"a", "1.1", "", ""}, {"b", "1.0", "", ""}, {"c", "2.0", "", ""}, {"d", "1.0", "", ""}};
  const auto changes = dependency_changes(before, after);
  REQUIRE(changes.size() == 3);
  CHECK(changes[0].name == "d");
  CHECK(changes[1].name == "c");
  CHECK(changes[2].name == "a");
}

TEST_CASE("several environments side by side hold what is not the same in all") {
  const auto rows = dependency_rows({{{"a", "1", "", ""}, {"b", "1", "", ""}},
                                     {{"a", "1", "", ""}, {"b", "2", "", ""}},
                                     {{"a", "1", "", ""}, {"c", "1", "", ""}}});
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].name == "b");
  CHECK(rows[0].versions == std::vector<std::string>{"1", "2", ""});
  CHECK(rows[1].versions == std::vector<std::string>{"", "", "1"});
}
