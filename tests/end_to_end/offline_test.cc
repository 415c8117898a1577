// Without a network: from the store alone, and from a bundle that another machine made.
#include <doctest/doctest.h>

#include <fstream>

#include "tests/driver/mirror.h"
#include "tests/driver/store_validity.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr auto kNobody = "http://127.0.0.1:1/simple/";

// Without the resolver on PATH, too: nothing of it is needed.
void take_network_away(Workplace& workplace) {
  workplace.environment["TFHARNESS_INDEX_URL"] = kNobody;
  workplace.environment["PATH"] = "/usr/bin:/bin";
}

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("offline says exactly what is missing and runs what is there") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison nothing = workplace.compare({"2.4.0", "2.12.0", "--offline"});
    CHECK(nothing.run.status() == 2);
    CHECK(has(nothing.run.out, "the store does not know this release"));
    CHECK(has(nothing.run.out, "--from-bundle"));

    REQUIRE(workplace.run({"deps", "2.4.0", "2.12.0"}).status() == 1);  // the locks alone
    CHECK(workplace.run({"deps", "2.4.0", "2.12.0", "--offline"}).status() == 1);
    const Run unknown = workplace.run({"deps", "2.8.0", "2.12.0", "--offline"});
    CHECK(unknown.status() == 2);
    CHECK(has(unknown.out, "2.8.0"));
    const std::size_t resolved = mirror.requests_for("/files/");  // the resolver reads metadata
    const Comparison locked = workplace.compare({"2.4.0", "2.12.0", "--offline", "--verbose"});
    CHECK(locked.run.status() == 2);
    const std::string said = locked.subject("tensorflow==2.4.0@py3.8").at("error").at("message");
    CHECK_MESSAGE(has(said, "tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl ("), said);
    CHECK_MESSAGE(has(said, "numpy-1.19.5-py3-none-any.whl ("), said);
    CHECK_MESSAGE(has(said, "not built for cpython-38: termcolor-1.1.0.tar.gz"), said);
    // One after the other, so that nothing is left to compare the second one with.
    const Comparison in_turn = workplace.compare({"2.4.0", "2.12.0", "--offline", "--keep", "none"});
    for (const json& subject : in_turn.report.at("subjects"))
      CHECK_MESSAGE(has(subject.at("error").at("message"), "numpy-1."), subject.dump());
    const Run download = workplace.run({"download", "--versions", "2.4.0", "--python", "3.8", "--offline"});
    CHECK(download.status() == 2);
    CHECK(has(download.out, "it is not in the store"));
    CHECK(mirror.requests_for("/files/") == resolved);

    REQUIRE(workplace.compare({"2.4.0", "2.12.0"}).run.status() == 1);
    const std::size_t before = mirror.requests().size();
    take_network_away(workplace);
    const Comparison there = workplace.compare({"2.4.0", "2.12.0", "--offline"});
    CHECK_MESSAGE(there.run.status() == 1, there.run.out, there.run.err);
    CHECK(mirror.requests().size() == before);
  }

  TEST_CASE("a bundle runs on a machine with an empty store and no network") {
    Workplace workplace("");
    const fs::path bundle = workplace.file("releases.tar");
    {
      Mirror mirror;
      Workplace maker(mirror.url());
      const Run made = maker.run({"bundle", "2.4.0", "2.12.0", "-o", bundle});
      INFO(made.err);
      REQUIRE(made.status() == 0);
      CHECK(has(made.out, "tensorflow==2.12.0@py3.8"));
    }
    take_network_away(workplace);
    const Run listed = workplace.run_program("/usr/bin/tar", {"-tf", bundle});
    CHECK(listed.out.starts_with("manifest.json\n"));
    CHECK(has(listed.out, "/tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl"));

    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0", "--from-bundle", bundle});
    INFO(comparison.run.err);
    CHECK(comparison.run.status() == 1);
    CHECK(comparison.difference("smoke.save").at("kind") == "exception");
    CHECK(workplace.compare({"2.4.0", "2.12.0", "--offline"}).run.status() == 1);
    CHECK(faults_of_store(workplace.store()) == std::vector<std::string>());
    const Comparison absent = workplace.compare({"2.4.0", "2.8.0", "--from-bundle", bundle});
    CHECK(absent.run.status() == 2);
    CHECK(absent.subject("tensorflow==2.8.0").at("status") == "failed");
  }

  TEST_CASE("a damaged or foreign bundle leaves the store as it was") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const fs::path bundle = workplace.file("releases.tar");
    REQUIRE(workplace.run({"bundle", "2.4.0", "-o", bundle}).status() == 0);
    const std::string good = read_text(bundle);
    workplace.environment["TFHARNESS_HOME"] = workplace.file("other-store");
    struct {
      std::string name, content, said;
    } const cases[] = {
        {"cut off", good.substr(0, good.size() / 2), "ends too early"},
        {"one bit",
         std::string(good).replace(good.size() - 2000, 1, 1, static_cast<char>(good[good.size() - 2000] ^ 1)),
         "sha256"},
        {"not a bundle", "hello", "ends too early"},
        {"a text", std::string(2000, 'x'), "no tar archive"},
    };
    for (const auto& [name, content, said] : cases) {
      CAPTURE(name);
      std::ofstream(workplace.file("bad.tar"), std::ios::binary) << content;
      const Run run = workplace.run({"compare", "2.4.0", "2.4.0", "--from-bundle", workplace.file("bad.tar")});
      CHECK(run.status() == 2);
      CHECK_MESSAGE(has(run.err, said), run.err);
      CHECK_FALSE(fs::exists(workplace.store() / "wheels"));
      CHECK_FALSE(fs::exists(workplace.store() / "locks"));
    }
    CHECK(workplace.run({"compare", "2.4.0", "2.4.0", "--from-bundle", "absent.tar"}).status() == 2);
    CHECK(workplace.run({"bundle", "2.4.7", "-o", workplace.file("none.tar")}).status() == 2);
    CHECK_FALSE(fs::exists(workplace.file("none.tar")));
    CHECK(workplace.run({"bundle", "2.4.0"}).status() == 2);
  }
}

}  // namespace tfh::test
