// `download` as a person uses it: what may be named, where it goes, what is said of each file.
#include <doctest/doctest.h>

#include <fstream>

#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

json downloaded(Workplace& workplace, const Arguments& arguments, int status) {
  Arguments all = {"download", "--json", workplace.file("download.json")};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const Run run = workplace.run(all);
  CHECK_MESSAGE(run.status() == status, run.out, run.err);
  return json::parse(read_text(workplace.file("download.json")));
}

// The versions of the files that are there, in order; failed ones with a question mark.
std::string versions(const json& report) {
  std::string text;
  for (const json& file : report.at("files")) {
    std::string id = file.at("id");
    if (const auto equals = id.find("=="); equals != std::string::npos) id = id.substr(equals + 2);
    text += (text.empty() ? "" : " ") + id + (file.at("status") == "ok" ? "" : "?");
  }
  return text;
}

constexpr auto kWheel24 = "tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl";

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("download leaves wheels that pip takes") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Run run = workplace.run({"download", "--versions", "2.4.0,2.8.0", "-d", workplace.file("wheels"), "--python",
                                   "3.8", "--json", workplace.file("files.json")});
    INFO(run.err);
    REQUIRE(run.status() == 0);
    for (const char* name : {"tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl",
                             "tensorflow-2.8.0-cp38-cp38-manylinux2010_x86_64.whl"}) {
      CAPTURE(name);
      REQUIRE(fs::exists(workplace.file("wheels") / name));
      CHECK(read_text(workplace.file("wheels") / name) == read_text(made_packages() / name));
    }
    CHECK(json::parse(read_text(workplace.file("files.json"))).at("files").size() == 2);
    const std::size_t before = mirror.requests_for("/files/");
    CHECK(workplace.run({"download", "--versions", "2.4.0", "--python", "3.8"}).status() == 0);
    CHECK(mirror.requests_for("/files/") == before);
  }

  TEST_CASE("download reports a release that does not exist beside those that do") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Run run = workplace.run({"download", "--versions", "2.4.0,2.4.7", "-d", workplace.file("wheels")});
    CHECK(run.status() == 2);
    CHECK(has(run.out + run.err, "2.4.7"));
    CHECK(fs::exists(workplace.file("wheels") / "tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl"));
  }

  TEST_CASE("a range means its final releases with a wheel that are not yanked") {
    Workplace workplace("");
    const fs::path packages = copied_packages(workplace.file("packages"));
    json details = json::parse(read_text(packages / "files.json"));
    for (auto& [name, file] : details.items())
      if (name.starts_with("tensorflow-2.8.0-")) file["yanked"] = true;
    std::ofstream(packages / "files.json") << details.dump();
    fs::copy(packages / kWheel24, packages / "tensorflow-2.9.0rc1-cp38-cp38-manylinux2010_x86_64.whl");
    Mirror mirror({}, packages);
    workplace.environment["TFHARNESS_INDEX_URL"] = mirror.url();

    const json range = downloaded(workplace, {"--versions", ">=2.4,<2.17", "--python", "3.8"}, 0);
    CHECK(versions(range) == "2.4.0@py3.8 2.12.0@py3.8");
    CHECK(has(range.at("notes").dump(), "2.8.0 (yanked)"));
    CHECK(has(range.at("notes").dump(), "2.16.1 (no wheel for Python 3.8)"));
    CHECK(versions(downloaded(workplace, {"2.8.0@py3.8"}, 0)) == "2.8.0@py3.8");
    CHECK(versions(downloaded(workplace, {"2.9.0rc1"}, 0)) == "2.9.0rc1@py3.8");
    CHECK(versions(downloaded(workplace, {">=2.9.0rc0,<2.12"}, 0)) == "2.9.0rc1@py3.8");
    CHECK(versions(downloaded(workplace, {"--versions", "2.4.0,>=2.10,<2.13,tensorflow==2.4.*", "--python", "3.8"},
                              0)) == "2.4.0@py3.8 2.12.0@py3.8");
    CHECK(versions(downloaded(workplace, {"latest", "--python", "3.6"}, 0)) == "2.4.0@py3.6");
    const json none = downloaded(workplace, {"2.4.0", ">=3,<4", "--python", "3.8"}, 2);
    CHECK(versions(none) == "2.4.0@py3.8 >=3,<4?");
  }

  TEST_CASE("wheels for every Python and for Pythons that are not here") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    CHECK(versions(downloaded(workplace, {"1.10.0", "2.4.0", "--python", "all"}, 0)) ==
          "1.10.0@py3.6 2.4.0@py3.6 2.4.0@py3.7 2.4.0@py3.8");
    CHECK(versions(downloaded(workplace, {"1.10.0", "2.8.0@py3.10"}, 0)) == "1.10.0@py3.6 2.8.0@py3.10");
    const json wrong = downloaded(workplace, {"2.4.0", "--python", "3.11"}, 2);
    CHECK(has(wrong.dump(), "3.6, 3.7, 3.8"));
  }

  TEST_CASE("any project can be downloaded and one without wheels says so") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const json source = downloaded(workplace, {"termcolor"}, 2);
    CHECK(has(source.dump(), "1.1.0 (source only)"));
    const json report = downloaded(workplace, {"absl-py>=1,<2", "numpy==1.19.5", "termcolor==1.1.0", "no-such"}, 2);
    CHECK(versions(report) == "1.4.0 1.19.5 1.1.0? no-such?");
  }

  TEST_CASE("with dependencies the folder installs without an index") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const fs::path wheels = workplace.file("wheels");
    const json report = downloaded(workplace, {"2.4.0", "--python", "3.8", "--deps", "-d", wheels}, 0);
    CHECK(report.at("files").at(0).at("filename") == kWheel24);
    CHECK(fs::exists(wheels / "pylock.tensorflow-2-4-0-py3-8.toml"));
    CHECK(has(read_text(wheels / "pylock.tensorflow-2-4-0-py3-8.toml"), "lock-version"));
    CHECK(has(report.dump(), "termcolor-1.1.0.tar.gz"));
    CHECK(fs::exists(wheels / "termcolor-1.1.0-py3-none-any.whl"));
    CHECK_FALSE(fs::exists(wheels / "termcolor-1.1.0.tar.gz"));
    const std::size_t before = mirror.requests_for("/");
    const Run installed = workplace.run_program(
        resolver_folder() / "uv",
        {"pip", "install", "--python", python(), "--python-version", "3.8", "--target", workplace.file("target"),
         "--cache-dir", workplace.file("cache"), "--no-index", "--find-links", wheels, "tensorflow==2.4.0"});
    CHECK_MESSAGE(installed.status() == 0, installed.err);
    CHECK(fs::exists(workplace.file("target") / "termcolor-1.1.0.dist-info"));
    CHECK(mirror.requests_for("/") == before);
    CHECK(versions(downloaded(workplace, {"2.4.0@py3.8", "2.12.0@py3.8", "2.16.1@py3.99", "--deps"}, 2))
              .starts_with("2.4.0@py3.8 2.12.0@py3.8 2.16.1@py3.99? "));
  }

  TEST_CASE("what is in the folder already is compared and not fetched again") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Arguments arguments = {"2.4.0", "--python", "3.8", "-d", workplace.file("wheels")};
    CHECK(downloaded(workplace, arguments, 0).at("files").at(0).at("state") == "fetched");
    fs::remove_all(workplace.store());
    const std::size_t before = mirror.requests_for("/files/");
    CHECK(downloaded(workplace, arguments, 0).at("files").at(0).at("state") == "in folder");
    CHECK(mirror.requests_for("/files/") == before);
    std::ofstream(workplace.file("wheels") / kWheel24, std::ios::app) << "x";
    CHECK(downloaded(workplace, arguments, 0).at("files").at(0).at("state") == "fetched");
    CHECK(read_text(workplace.file("wheels") / kWheel24) == read_text(made_packages() / kWheel24));
    fs::remove(workplace.file("wheels") / kWheel24);
    CHECK(downloaded(workplace, arguments, 0).at("files").at(0).at("state") == "in store");
    CHECK(fs::exists(workplace.file("wheels") / kWheel24));
  }

  TEST_CASE("one broken file does not stop the others and the table says why") {
    Mirror mirror({"--fault", "corrupt=3000@/files/tensorflow-2.8.0*"});
    Workplace workplace(mirror.url());
    const Run run =
        workplace.run({"download", "2.4.0", "2.8.0", "2.12.0", "--python", "3.8", "-d", workplace.file("w")});
    INFO(run.out);
    CHECK(run.status() == 2);
    CHECK(has(run.out, "verified"));
    CHECK(has(run.out, "tensorflow-2.8.0-cp38-cp38-manylinux2010_x86_64.whl failed"));
    CHECK(has(run.out, "sha256 is"));
    CHECK(has(run.out, "2 files"));
    CHECK(has(run.out, "1 failed"));
    CHECK(fs::exists(workplace.file("w") / kWheel24));
    CHECK(std::distance(fs::directory_iterator(workplace.file("w")), fs::directory_iterator()) == 2);
  }

  TEST_CASE("the rate of all transfers together is limited") {
    Workplace workplace("");
    const fs::path packages = copied_packages(workplace.file("packages"));
    for (const char digit : {'7', '8'})
      std::ofstream(packages / (std::string("tensorflow-2.8") + digit + ".0-cp38-cp38-manylinux2010_x86_64.whl"))
          << std::string(2'000'000, digit);
    Mirror mirror({}, packages);
    workplace.environment["TFHARNESS_INDEX_URL"] = mirror.url();
    const json report = downloaded(workplace, {"2.87.0", "2.88.0", "--limit-rate", "1M"}, 0);
    CHECK(report.at("seconds") > 2.0);
    workplace.environment["TFHARNESS_LIMIT_RATE"] = "fast";
    CHECK(has(workplace.run({"compare", "2.4.0", "2.12.0"}).err, "'fast' is not a size"));
  }

  TEST_CASE("what cannot be downloaded is said before anything is fetched") {
    Workplace workplace("");
    struct {
      Arguments arguments;
      std::string said;
    } const cases[] = {
        {{"download"}, "nothing is named"},
        {{"download", "tensorflow[and-cuda]==2.16.1"}, "extras"},
        {{"download", "2.4.0", "--versions", "2.8.0,=2"}, "no comparison"},
        {{"download", "2.4.0", "--python", "snake"}, "or all"},
        {{"download", "2.4.0", "--python", "all", "--deps"}, "one interpreter"},
        {{"download", "2.4.0", "--jobs", "0"}, "--jobs"},
        {{"download", "2.4.0", "--limit-rate", "fast"}, "--limit-rate"},
        {{"download", "2.4.0", "--mirror", "tuma"}, "did you mean 'tuna'?"},
        {{"download", "2.4.0", "--direktory", "x"}, "--directory"},
        {{"mirrors", "lst"}, "did you mean 'list'?"},
        {{"completion", "bsh"}, "did you mean 'bash'?"},
    };
    for (const auto& [arguments, said] : cases) {
      CAPTURE(said);
      const Run run = workplace.run(arguments);
      CHECK(run.status() == 2);
      CHECK_MESSAGE(has(run.err, said), run.err);
    }
    const Run help = workplace.run({"download", "--help"});
    CHECK(help.status() == 0);
    CHECK(has(help.out, "'>=2.4,<2.13'"));
  }

  TEST_CASE("bash completes commands and options and mirrors") {
    Workplace workplace("");
    const Run script = workplace.run({"completion", "bash"});
    REQUIRE(script.status() == 0);
    std::ofstream(workplace.file("completion.bash")) << script.out;
    const auto completed = [&](const std::string& words, int position) {
      const std::string program = "source " + workplace.file("completion.bash").string() + "; COMP_WORDS=(" + words +
                                  "); COMP_CWORD=" + std::to_string(position) +
                                  "; _tfharness; echo \"${COMPREPLY[*]}\"";
      return workplace.run_program("/bin/bash", {"-c", program}).out;
    };
    CHECK(completed("tfharness dow", 1) == "download\n");
    CHECK(completed("tfharness download --lim", 2) == "--limit-rate\n");
    CHECK(completed("tfharness mirrors tes", 2) == "test\n");
    CHECK(completed("tfharness download 2.4.0 --mirror tu", 4) == "tuna\n");
    CHECK(completed("tfharness deps 2.4.0 --resolve l", 4) == "latest\n");
  }
}

}  // namespace tfh::test
