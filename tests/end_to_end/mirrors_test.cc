// Mirrors that behave as the public ones do: in JSON and HTML, in HTML alone, on demand, behind, gone, lying.
#include <doctest/doctest.h>

#include <fstream>

#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr auto kWheel212 = "tensorflow-2.12.0-cp38-cp38-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";

// Of one file: the server that gave it, as the report names it.
std::string server_of(Workplace& workplace, const Arguments& arguments, Run& run) {
  Arguments all = {"download", "2.12.0@py3.8", "--json", workplace.file("download.json")};
  all.insert(all.end(), arguments.begin(), arguments.end());
  run = workplace.run(all);
  CHECK_MESSAGE(run.status() == 0, run.out, run.err);
  return json::parse(read_text(workplace.file("download.json"))).at("files").at(0).at("server");
}

std::string host_of(const Mirror& mirror) {
  const std::string rest = mirror.url().substr(std::string("http://").size());
  return rest.substr(0, rest.find('/'));
}

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("mirrors are listed and measured from here") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    CHECK(has(workplace.run({"mirrors", "list"}).out, "tuna"));
    const Run run = workplace.run({"mirrors", "test", mirror.url(), "http://127.0.0.1:1/simple", "--versions",
                                   "2.4.0,2.4.7", "--json", workplace.file("mirrors.json")});
    INFO(run.out);
    CHECK(run.status() == 0);
    const json mirrors = json::parse(read_text(workplace.file("mirrors.json"))).at("mirrors");
    CHECK(mirrors.at(0).at("missing") == json{"2.4.7"});
    CHECK(mirrors.at(0).at("json") == true);
    CHECK(mirrors.at(0).at("behind").at("missing_files") == 0);
    CHECK(mirrors.at(1).at("error").is_string());
    CHECK(workplace.run({"mirrors", "test", "http://127.0.0.1:1/simple"}).status() == 2);
    CHECK(workplace.run({"mirrors", "test", "tuma"}).status() == 2);
  }

  TEST_CASE("how far a mirror is behind and what form it answers in is measured") {
    Workplace workplace("");
    const fs::path old = copied_packages(workplace.file("old"));
    for (const auto& entry : fs::directory_iterator(made_packages()))
      if (entry.path().filename().string().starts_with("tensorflow-2.12.0-")) fs::remove(old / entry.path().filename());
    const Mirror index({"--metadata"}), behind({"--html-only"}, old);
    workplace.environment["TFHARNESS_INDEX_URL"] = index.url();
    const Run run = workplace.run({"mirrors", "test", behind.url(), "--versions", "2.4.0,2.12.0", "--json", "-"});
    CHECK(run.status() == 0);
    const json mirrors = json::parse(run.out).at("mirrors");
    REQUIRE(mirrors.size() == 2);
    CHECK(mirrors.at(0).at("name") == "index");  // what misses a version comes after
    CHECK(mirrors.at(1).at("json") == false);
    CHECK(mirrors.at(1).at("upload_times") == false);
    CHECK(mirrors.at(1).at("missing") == json{"2.12.0"});
    CHECK(mirrors.at(1).at("behind").at("missing_files") == 4);
    CHECK(mirrors.at(1).at("behind").at("seconds") > 86400.0 * 365);
    const Run text = workplace.run({"mirrors", "test", behind.url()});
    CHECK(has(text.out, "4 files"));
    CHECK(has(text.out, "html"));
  }

  TEST_CASE("an HTML mirror gives the bytes and the index gives dates and hashes") {
    const Mirror index, html({"--html-only"});
    Workplace workplace(index.url());
    const Run run = workplace.run({"download", "2.4.0", "--python", "3.8", "--deps", "--mirror", html.url()});
    CHECK_MESSAGE(run.status() == 0, run.out, run.err);
    CHECK(html.requests_for("/files/tensorflow-2.4.0") == 1);
    for (const json& request : index.requests())  // the resolver reads metadata there
      CHECK((request.at("agent") != "tfharness" || !has(request.at("path"), "/files/")));
  }

  TEST_CASE("dates come from a mirror that has them where the index is HTML") {
    const Mirror html({"--html-only"}), dated;
    Workplace workplace(html.url());
    const Run run = workplace.run({"download", "2.4.0", "--python", "3.8", "--deps", "--mirror", dated.url()});
    CHECK_MESSAGE(run.status() == 0, run.out, run.err);
    CHECK(has(run.err, "upload times and hashes of tensorflow come from"));
    CHECK(has(run.out, "absl_py-0.10.0"));  // of its time
    const Run without = workplace.run({"download", "2.8.0", "--python", "3.8", "--deps"});
    CHECK(without.status() == 2);
    CHECK(has(without.out, "--resolve latest"));
  }

  TEST_CASE("a mirror on demand that redirects to the index serves") {
    const Mirror index;
    const Mirror on_demand({"--html-only", "--files-at", index.url()});
    Workplace workplace(index.url());
    Run run;
    CHECK(server_of(workplace, {"--mirror", on_demand.url()}, run) == host_of(on_demand));
  }

  TEST_CASE("mirrors are taken in order and a file is continued in the middle from the next") {
    const Mirror index;
    const Mirror breaks({"--fault", "drop=3000@/files/*#1", "--fault", "forbidden@/files/*#2-"});
    const Mirror next;
    Workplace workplace(index.url());
    Run run;
    const std::string mirrors = "http://127.0.0.1:1/simple," + breaks.url() + "," + next.url();
    CHECK(server_of(workplace, {"--mirror", mirrors}, run) == host_of(next));
    CHECK(has(run.err, "mirror passed over: http://127.0.0.1:1/simple"));
    const auto requests = next.requests();
    const auto file = std::ranges::find_if(
        requests, [](const json& request) { return request.at("path").get<std::string>().starts_with("/files/"); });
    REQUIRE(file != requests.end());
    CHECK(file->at("range") == "bytes=3000-");
    CHECK(index.requests_for("/files/") == 0);
  }

  TEST_CASE("a mirror with other bytes and another hash never gets its file in") {
    Workplace workplace("");
    const fs::path other = copied_packages(workplace.file("other"));
    std::fstream(other / kWheel212, std::ios::in | std::ios::out | std::ios::binary).seekp(3000) << 'X';
    const Mirror index, lies({}, other);
    workplace.environment["TFHARNESS_INDEX_URL"] = index.url();
    Run run;
    CHECK(server_of(workplace, {"--mirror", lies.url(), "-d", workplace.file("w")}, run) == "index");
    CHECK(has(run.err, "sha256"));
    CHECK(read_text(workplace.file("w") / kWheel212) == read_text(made_packages() / kWheel212));
    const Run tested = workplace.run({"mirrors", "test", lies.url()});
    CHECK(tested.status() == 2);
    CHECK(has(tested.out, "OTHER HASHES of 1 file"));
    const std::string secret = "http://somebody:secret@" + lies.url().substr(std::string("http://").size());
    for (const Arguments& arguments : {Arguments{"mirrors", "test", secret, "--json", "-"},
                                       Arguments{"download", "2.4.0", "--mirror", secret, "--json", "-"},
                                       Arguments{"download", "2.8.0", "--mirror", "auto," + secret}}) {
      const Run said = workplace.run(arguments);
      CHECK_MESSAGE(!has(said.out + said.err, "secret"), said.out, said.err);
    }
  }

  TEST_CASE("auto measures and says what it takes and keeps that for the next run") {
    Workplace workplace("");
    const fs::path packages = copied_packages(workplace.file("packages"));
    std::ofstream(packages / "tensorflow-2.99.0-cp38-cp38-manylinux2010_x86_64.whl") << std::string(5'000'000, 'x');
    const Mirror index({"--fault", "slow=400000"}, packages), slow({"--fault", "slow=800000"}, packages),
        fast({"--html-only"}, packages);
    workplace.environment["TFHARNESS_INDEX_URL"] = index.url();
    const std::string mirrors = "auto," + slow.url() + ",http://127.0.0.1:1/simple," + fast.url();
    Run run;
    CHECK(server_of(workplace, {"--mirror", mirrors}, run) == host_of(fast));
    INFO(run.err);
    CHECK(has(run.err, "--mirror auto: " + fast.url().substr(0, fast.url().size() - 1)));
    CHECK(has(run.err, ", then " + slow.url().substr(0, slow.url().size() - 1)));
    const std::size_t before = slow.requests_for("/");
    fs::remove_all(workplace.store() / "wheels");
    CHECK(server_of(workplace, {"--mirror", mirrors}, run) == host_of(fast));
    CHECK(has(run.err, "measured at"));
    CHECK(slow.requests_for("/files/") <= before);
    CHECK(workplace.run({"download", "2.12.0@py3.8", "--mirror", "auto,nowhere"}).status() == 2);
  }
}

}  // namespace tfh::test
