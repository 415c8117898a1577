// `deps`: what environments hold, side by side.
#include <doctest/doctest.h>

#include <fstream>

#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

TEST_SUITE("end-to-end") {
  TEST_CASE("deps compares what two environments hold without fetching them") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Run run = workplace.run(
        {"deps", "2.4.0", "2.12.0", "--json", workplace.file("deps.json"), "--markdown", workplace.file("deps.md")});
    INFO(run.out);
    INFO(run.err);
    CHECK(run.status() == 1);
    CHECK(has(run.out, "tensorflow 2.4.0 -> 2.12.0"));
    CHECK(has(read_text(workplace.file("deps.md")), "| tensorflow | 2.4.0 | 2.12.0 | minor |"));
    const json report = json::parse(read_text(workplace.file("deps.json")));
    CHECK(report.at("schema") == "tfharness-deps/1");
    CHECK(report.at("subjects").at(1).at("changes").size() >= 1);
    CHECK(fs::is_empty(workplace.store() / "scratch"));
    CHECK_FALSE(fs::exists(workplace.store() / "prefixes"));

    CHECK(workplace.run({"deps", "2.4.0", "2.4.0"}).status() == 0);
    const Run alone = workplace.run({"deps", "2.4.0"});
    CHECK(alone.status() == 2);
    CHECK(has(alone.err, "--resolve latest"));
    CHECK(workplace.run({"deps", "2.4.0", "--resolve", "latest"}).status() <= 1);
    const Run failed = workplace.run({"deps", "2.4.0", "2.12.0", "2.4.7"});
    CHECK(failed.status() == 2);
    CHECK(has(failed.out, "tensorflow 2.4.0 -> 2.12.0"));
    CHECK(has(failed.out, "2.4.7"));
    CHECK(failed.status() == 2);
  }

  TEST_CASE("more than two environments are compared with the first and side by side") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Run run = workplace.run({"deps", "2.4.0@py3.8", "2.8.0@py3.8", "2.12.0@py3.8", "--json",
                                   workplace.file("deps.json"), "--markdown", workplace.file("deps.md")});
    CHECK(run.status() == 1);
    CHECK(has(run.out, "tensorflow==2.12.0@py3.8 compared with tensorflow==2.4.0@py3.8"));
    const json subjects = json::parse(read_text(workplace.file("deps.json"))).at("subjects");
    REQUIRE(subjects.size() == 3);
    CHECK(subjects.at(0).at("changes").empty());
    CHECK_FALSE(subjects.at(2).at("changes").empty());
    CHECK(has(read_text(workplace.file("deps.md")), "| numpy | 1.19.5 | 1.19.5 | 1.24.2 |"));
  }

  TEST_CASE("a release against itself as of today shows what drifted") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Run run = workplace.run({"deps", "2.12.0@py3.8", "--resolve", "latest"});
    CHECK(run.status() == 1);
    CHECK(has(run.out, "absl-py 1.4.0 -> 2.3.1"));
    CHECK(has(run.out, "(latest)"));
  }
}

}  // namespace tfh::test
