// Releases made ready before anything runs, as for the image or the cache of a CI job.
#include <doctest/doctest.h>

#include "tests/driver/mirror.h"
#include "tests/driver/store_validity.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

TEST_SUITE("end-to-end") {
  TEST_CASE("what was prepared runs at once without the network and a release that fails hides none") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Run run =
        workplace.run({"prepare", "2.4.0@py3.8", "9.9.9", "2.12.0@py3.8", "--json", workplace.file("p.json")});
    INFO(run.out);
    CHECK(run.status() == 2);
    CHECK(has(run.out, "2 releases ready"));
    CHECK(has(run.out, "9.9.9 failed"));
    CHECK(has(run.out, "nearest: "));
    const json report = json::parse(read_text(workplace.file("p.json")));
    CHECK(report.at("schema") == "tfharness-preparation/1");
    for (const std::size_t i : {0, 2}) {
      const json& release = report.at("releases").at(i);
      CHECK(release.at("status") == "ok");
      CHECK(release.at("fetched_bytes") > 0);
      CHECK(release.at("packages") > 1);
      CHECK(fs::exists(fs::path(release.at("prefix").get<std::string>()) / "prefix.json"));
    }
    CHECK(report.at("releases").at(1).at("error").at("stage") == "plan");
    CHECK(store_faults(workplace.store()) == "");

    const std::size_t before = mirror.requests().size();
    const Comparison comparison = workplace.compare({"2.4.0@py3.8", "2.12.0@py3.8", "--offline"});
    CHECK_MESSAGE(comparison.run.status() == 1, comparison.run.out, comparison.run.err);
    for (const json& subject : comparison.report.at("subjects")) CHECK(subject.at("phases").at("fetched_bytes") == 0);
    const Run again = workplace.run({"prepare", "2.4.0@py3.8", "2.12.0@py3.8"});
    CHECK(again.status() == 0);
    CHECK(has(again.out, "fetched 0 B"));
    CHECK(mirror.requests().size() == before);
  }

  TEST_CASE("a version is one release however it is written") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    CHECK(workplace.run({"prepare", "2.4@py3.8", "--json", workplace.file("p.json")}).status() == 0);
    const json report = json::parse(read_text(workplace.file("p.json")));
    CHECK(report.at("releases").at(0).at("id") == "tensorflow==2.4.0@py3.8");
    const Run again = workplace.run({"prepare", "2.4.0@py3.8", "2.4@py3.8", "v2.4.0.0@py3.8", "--offline"});
    CHECK_MESSAGE(again.status() == 0, again.out);
    CHECK(has(again.out, "tensorflow==2.4.0@py3.8#3"));
  }
}

}  // namespace tfh::test
