// `cache verify`: what is damaged is named and put aside, and comes back.
#include <doctest/doctest.h>

#include <fstream>

#include "tests/driver/mirror.h"
#include "tests/driver/store_validity.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr auto kWheel = "tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl";

fs::path find_file(const fs::path& folder, const std::string& name) {
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.path().filename() == name) return entry.path();
  return {};
}

// Writes over one byte, whatever the file's permissions.
void damage(const fs::path& file) {
  fs::permissions(file, fs::perms::owner_write, fs::perm_options::add);
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(30);
  const char byte = static_cast<char>(stream.get() ^ 1);
  stream.seekp(30);
  stream.put(byte);
}

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("verify names a damaged wheel and a damaged folder and both come back") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    REQUIRE(workplace.compare({"2.4.0", "2.12.0"}).run.status() == 1);
    const Run good = workplace.run({"cache", "verify", "--json", workplace.file("good.json")});
    CHECK_MESSAGE(good.status() == 0, good.out, good.err);
    CHECK(has(good.out, "each has its sha256"));
    const json verified = json::parse(read_text(workplace.file("good.json")));
    CHECK(verified.at("schema") == "tfharness-verification/1");
    CHECK(verified.at("files").get<int>() > 20);

    damage(find_file(workplace.store() / "wheels", kWheel));
    const Run wheel = workplace.run({"cache", "verify", "2.4.0"});
    CHECK(wheel.status() == 1);
    CHECK(has(wheel.out, std::string("DAMAGED  ") + kWheel));
    CHECK(has(wheel.out, "quarantine"));
    CHECK(find_file(workplace.store() / "wheels", kWheel).empty());
    CHECK(workplace.run({"cache", "verify"}).status() == 0);

    // The prefix shares the bytes with what was unpacked.
    damage(find_file(workplace.store() / "unpacked", "_tensor.py"));
    const Run folder = workplace.run({"cache", "verify"});
    INFO(folder.out);
    CHECK(folder.status() == 1);
    CHECK(has(folder.out, "_tensor.py"));
    CHECK(has(folder.out, "made of it"));
    const std::size_t before = mirror.requests_for("/files/");
    CHECK(workplace.compare({"2.4.0", "2.12.0"}).run.status() == 1);
    CHECK(mirror.requests_for("/files/") <= before + 1);
    CHECK(workplace.run({"cache", "verify"}).status() == 0);
    CHECK(faults_of_store(workplace.store()) == std::vector<std::string>());
    CHECK(workplace.run({"cache", "verify", "2.8.0"}).status() == 2);
  }

  TEST_CASE("verify compares with the index and a mirror and shows what is attested") {
    Mirror mirror({"--attest"});
    Workplace workplace(mirror.url());
    REQUIRE(workplace.run({"download", "--versions", "2.4.0,2.12.0", "--python", "3.8"}).status() == 0);
    const Run online = workplace.run({"cache", "verify", "--online"});
    INFO(online.out);
    CHECK(online.status() == 0);
    CHECK(has(online.out, "2 archives as the index states"));
    CHECK(has(online.out, "by GitHub made/for-tests, release.yml"));
    CHECK(has(online.out, "the signature is not verified"));

    const fs::path packages = workplace.file("packages");
    fs::copy(made_packages(), packages);
    damage(packages / kWheel);
    fs::remove(packages / "tensorflow-2.12.0-cp38-cp38-manylinux_2_17_x86_64.manylinux2014_x86_64.whl");
    Mirror other({}, packages);
    const Run run =
        workplace.run({"cache", "verify", "--against", other.url(), "--json", workplace.file("verified.json")});
    INFO(run.out);
    CHECK(run.status() == 1);
    CHECK(has(run.out, std::string(kWheel) + ": the mirror says sha256"));
    CHECK(has(run.out, "2.12.0-cp38-cp38-manylinux_2_17_x86_64.manylinux2014_x86_64.whl: the mirror does not have it"));
    const json origin = json::parse(read_text(workplace.file("verified.json"))).at("origin");
    CHECK(origin.at("mirrors").at(0).at("differences").size() == 2);
    CHECK(origin.at("attestations").size() == 2);
    Mirror same;
    CHECK(workplace.run({"cache", "verify", "--against", same.url()}).status() == 0);
    CHECK(workplace.run({"cache", "verify", "--against", "tuma"}).status() == 2);
  }

  TEST_CASE("auditwheel tells in the report and in cache verify what cannot run here") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison compared = workplace.compare({"2.4.0", "2.12.0", "--binary"});
    INFO(compared.run.out, compared.run.err);
    REQUIRE(compared.run.status() == 1);
    const json subjects = compared.report.at("subjects");
    const std::string first = subjects.at(0).at("notes").dump(), second = subjects.at(1).at("notes").dump();
    CHECK(has(first, "what the wheels with machine code need: manylinux_2_12_x86_64 (1)"));
    CHECK_FALSE(has(first, "too old"));
    CHECK(has(second, "manylinux_2_99_x86_64, which this machine is too old for, with libmade.so.1 from outside"));
    const Run verified = workplace.run({"cache", "verify", "--binary"});
    CHECK(verified.status() == 1);
    CHECK(has(verified.out, "manylinux_2_99_x86_64, which this machine is too old for"));
  }

  TEST_CASE("download with verify says what the index and a mirror state of what it fetched") {
    Mirror mirror({"--attest"});
    Workplace workplace(mirror.url());
    const Arguments fetch = {"download", "2.4.0", "--python", "3.8", "-d", workplace.file("wheels"), "--verify"};
    const Run good = workplace.run(fetch);
    CHECK(good.status() == 0);
    CHECK(has(good.out, "1 archive as the index states"));
    CHECK(has(good.out, "by GitHub made/for-tests, release.yml"));

    const fs::path packages = workplace.file("packages");
    fs::copy(made_packages(), packages);
    damage(packages / kWheel);
    Mirror other({}, packages);
    Arguments against = fetch;
    against.insert(against.end(), {"--mirror", other.url(), "--json", workplace.file("download.json")});
    const Run run = workplace.run(against);
    INFO(run.out);
    CHECK(run.status() == 2);
    CHECK(has(run.out, std::string("DIFFERS  ") + kWheel + ": the mirror says sha256"));
    const json origin = json::parse(read_text(workplace.file("download.json"))).at("origin");
    CHECK(origin.at("confirmed") == 1);
    CHECK(origin.at("mirrors").at(0).at("differences").size() == 1);
  }
}

}  // namespace tfh::test
