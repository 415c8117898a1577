#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>

#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

TEST_SUITE("end-to-end") {
  TEST_CASE("releases in the store are listed and cleaned and pinned and kept within a budget") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    REQUIRE(workplace.compare({"2.4.0", "2.12.0"}).run.status() == 1);
    const Run list = workplace.run({"cache", "list"});
    CHECK(has(list.out, "tensorflow==2.4.0"));
    CHECK(has(list.out, "tensorflow==2.12.0"));
    CHECK(has(workplace.run({"cache", "size"}).out, "in all"));

    CHECK(workplace.run({"cache", "clean"}).status() == 2);
    const Run dry = workplace.run({"cache", "clean", "2.4.0", "--dry-run"});
    CHECK(has(dry.out, "Would remove"));
    CHECK(workplace.run({"cache", "list"}).out == list.out);
    CHECK(workplace.run({"cache", "clean", "2.4.0"}).status() == 0);
    CHECK_FALSE(has(workplace.run({"cache", "list"}).out, "tensorflow==2.4.0"));

    // What is left is used as it is, what went is fetched again.
    const std::size_t before = mirror.requests_for("/files/");
    CHECK(workplace.compare({"2.12.0@py3.8", "2.12.0@py3.8"}).run.status() == 0);
    CHECK(mirror.requests_for("/files/") == before);
    CHECK(workplace.run({"cache", "pin", "2.12.0"}).status() == 0);
    workplace.environment["TFHARNESS_CACHE_MAX"] = "1K";
    CHECK(workplace.compare({"2.4.0", "2.12.0"}).run.status() == 1);
    CHECK(mirror.requests_for("/files/") > before);
    const Run bounded = workplace.run({"cache", "list"});
    CHECK_FALSE(has(bounded.out, "tensorflow==2.4.0"));
    CHECK(has(bounded.out, "pinned"));
    workplace.environment["TFHARNESS_CACHE_MAX"] = "much";
    CHECK(workplace.compare({"2.12.0@py3.8", "2.12.0@py3.8"}).run.status() == 2);
    workplace.environment.erase("TFHARNESS_CACHE_MAX");
    CHECK(workplace.run({"cache", "unpin", "2.12.0"}).status() == 0);
    CHECK(workplace.run({"cache", "unpin", "2.12.0"}).status() == 2);
    CHECK(workplace.run({"cache", "clean", "--all"}).status() == 0);
    CHECK_FALSE(has(workplace.run({"cache", "list"}).out, "tensorflow"));
  }

  TEST_CASE("a script runs as main under each release") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const fs::path script = workplace.file("script.py");
    std::ofstream(script) << "import sys\nimport tensorflow as tf\nassert __name__ == '__main__'\n"
                             "print(sys.argv[1:], tf.__version__ >= '2.4', hasattr(tf, 'experimental_fresh_symbol'))\n";
    const Run run = workplace.run(
        {"test", script, "--versions", "2.4.0,2.12.0", "--json", workplace.file("t.json"), "--", "a", "b"});
    INFO(run.out);
    INFO(run.err);
    CHECK(run.status() == 1);
    const json subjects = json::parse(read_text(workplace.file("t.json"))).at("subjects");
    CHECK(subjects.at(0).at("stdout") == "['a', 'b'] True False\n");
    CHECK(subjects.at(1).at("stdout") == "['a', 'b'] False True\n");
    CHECK_FALSE(subjects.at(1).at("differences").empty());
    std::ofstream(script) << "import tensorflow as tf\nprint(float(tf.constant(2.0) + 1))\n";
    CHECK(workplace.run({"test", script, "--versions", "2.4.0,2.12.0"}).status() == 0);
    std::ofstream(script) << "raise KeyError('gone')\n";
    const Run raised = workplace.run({"test", script, "--versions", "2.4.0,2.12.0"});
    CHECK(raised.status() == 1);
    CHECK(has(raised.out, "KeyError"));
  }

  TEST_CASE("a baseline holds and a later release breaks it") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const fs::path baseline = workplace.file("baseline.json");
    const Run recorded = workplace.run({"baseline", "record", "2.4.0@py3.8", "--suites", "smoke", "-o", baseline});
    INFO(recorded.err);
    REQUIRE(recorded.status() == 0);
    CHECK(has(read_text(baseline), "tfharness-record/1"));
    CHECK(workplace.run({"baseline", "check", baseline, "2.4.0@py3.8"}).status() == 0);
    const Run broken = workplace.run({"baseline", "check", baseline, "2.12.0@py3.8"});
    CHECK(broken.status() == 1);
    CHECK(has(broken.out, "smoke.save"));
  }

  TEST_CASE("records are held against each other and nothing is run") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const fs::path before = workplace.file("before.json"), after = workplace.file("after.json");
    REQUIRE(workplace.run({"baseline", "record", "2.4.0@py3.8", "--suites", "smoke", "-o", before}).status() == 0);
    REQUIRE(workplace.run({"baseline", "record", "2.12.0@py3.8", "--suites", "smoke", "-o", after}).status() == 0);
    fs::remove_all(workplace.store());
    const Run same = workplace.run({"baseline", "diff", before, before});
    CHECK(same.status() == 0);
    CHECK(has(same.out, "tensorflow==2.4.0@py3.8#2 compared with tensorflow==2.4.0@py3.8"));
    CHECK(has(same.out, "No difference"));
    const Run broken = workplace.run({"baseline", "diff", before, after, before, "--json", "-"});
    CHECK(broken.status() == 1);
    const auto report = json::parse(broken.out);
    CHECK(report.at("subjects").size() == 2);
    CHECK(report.at("summary").at("different") > 0);
    for (const auto& difference : report.at("differences"))
      CHECK(difference.at("subject") == "tensorflow==2.12.0@py3.8");
    CHECK(has(report.at("subjects")[0].at("notes").dump(), "nothing was run again"));
    CHECK_FALSE(fs::exists(workplace.store()));
    CHECK(workplace.run({"baseline", "diff", before}).status() == 2);
    json older = json::parse(read_text(before));
    for (json& check : older.at("checks"))
      if (!check.at("revision").get<std::string>().empty()) check["revision"] = "of other text";
    std::ofstream(workplace.file("older.json")) << older;
    CHECK(has(workplace.run({"baseline", "diff", workplace.file("older.json"), after}).out, "record it again"));
    std::ofstream(after) << "{}";
    CHECK(workplace.run({"baseline", "diff", before, after}).status() == 2);
  }

  TEST_CASE("reports for CI") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare(
        {"2.4.0", "2.12.0", "--junit", workplace.file("junit.xml"), "--markdown", workplace.file("report.md")});
    CHECK(comparison.run.status() == 1);
    const Run parsed =
        workplace.run_program(python(), {"-c",
                                         "import sys, xml.etree.ElementTree as E; r = E.parse(sys.argv[1]).getroot(); "
                                         "print(len(list(r.iter('testcase'))), len(list(r.iter('failure'))))",
                                         workplace.file("junit.xml")});
    INFO(parsed.err);
    CHECK(parsed.status() == 0);
    CHECK(has(parsed.out, " 1\n"));
    CHECK(has(read_text(workplace.file("report.md")), "smoke.save"));
  }

  TEST_CASE("severity decides the exit status") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    CHECK(workplace.compare({"2.4.0", "2.12.0", "--fail-on", "behaviour"}).run.status() == 1);
    CHECK(workplace.compare({"2.4.0", "2.12.0", "--fail-on", "breaking"}).run.status() == 0);
  }

  TEST_CASE("quiet prints nothing and JSON can go to stdout") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Run quiet = workplace.run({"compare", "2.12.0", "2.12.0", "--suites", "smoke", "--quiet"});
    CHECK(quiet.status() == 0);
    CHECK(quiet.out.empty());
    CHECK(quiet.err.empty());
    const Run piped = workplace.run({"compare", "2.12.0", "2.12.0", "--suites", "smoke", "--json", "-"});
    CHECK(json::parse(piped.out).at("schema") == "tfharness-report/1");
  }

  TEST_CASE("checks can be listed and shown") {
    Workplace workplace("");
    const Run list = workplace.run({"checks", "list"});
    CHECK(list.status() == 0);
    CHECK(has(list.out, "smoke.add"));
    const Run show = workplace.run({"checks", "show", "smoke.add"});
    CHECK(show.status() == 0);
    CHECK(has(show.out, "tf.math.add"));
    CHECK(workplace.run({"checks", "show", "smoke.ad"}).status() == 2);
  }

  TEST_CASE("doctor names the interpreters and the store") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    workplace.environment["TFHARNESS_INDEX_URL"].replace(0, 7, "http://somebody:secret@");
    const Run run = workplace.run({"doctor"});
    INFO(run.out);
    INFO(run.err);
    CHECK(run.status() == 0);
    CHECK_FALSE(has(run.out + run.err, "secret"));
    CHECK(has(run.out, workplace.store()));
    CHECK(has(run.out, "3.8"));
  }

  TEST_CASE("wrong usage ends with 2 and a suggestion") {
    Workplace workplace("");
    struct {
      Arguments arguments;
      std::string said;
    } const cases[] = {
        {{"comprae", "2.4.0", "2.12.0"}, "compare"},
        {{"compare", "2.4.0", "2.12.0", "--sutes", "smoke"}, "--suites"},
        {{"compare", "2.4.0", "2.12.0", "--suites", "smokey"}, "smoke"},
        {{"compare", "2.4.0", "2.12.0", "--fail-on", "often"}, "behaviour"},
        {{"compare", "2.4.0", "not a version", "--suites", "smoke"}, "PEP 440"},
        {{"compare"}, "compare"},
        {{}, "compare"},
    };
    for (const auto& [arguments, said] : cases) {
      CAPTURE(said);
      const Run run = workplace.run(arguments);
      CHECK(run.status() == 2);
      CHECK_MESSAGE(has(run.err + run.out, said), run.err, run.out);
    }
    // What is no subject is said at once, before anything is run for the others.
    const Run refused = workplace.run({"compare", "2.4.0", "tensorflow>=2", "--json", "-"});
    CHECK(refused.status() == 2);
    CHECK(refused.out.empty());
    CHECK(has(refused.err, "one exact version"));
    CHECK(workplace.run({"--version"}).status() == 0);
    CHECK(workplace.run({"compare", "--help"}).status() == 0);
  }
}

}  // namespace tfh::test
