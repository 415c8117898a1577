// Interpreters that the store brings itself, installed by uv from a loopback host.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

// One of this machine whose version is 3.8.x, as `python list` says; null: none.
json python38(Workplace& workplace) {
  const Run run = workplace.run({"python", "list", "--json", "-"});
  REQUIRE(run.status() == 0);
  const json pythons = json::parse(run.out).at("pythons");
  for (const json& python : pythons)
    if (python.at("version").get<std::string>().starts_with("3.8.")) return python;
  return nullptr;
}

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("an interpreter is installed into the store and used where it was missing") {
    Workplace workplace("");
    const json found = python38(workplace);
    if (found.is_null()) SKIP_TEST("no Python 3.8 here to make a build of");
    const fs::path prefix = fs::path(found.at("executable").get<std::string>()).parent_path().parent_path();
    if (prefix == "/usr") SKIP_TEST("the Python 3.8 of this system is spread over its folders");
    const std::string version = found.at("version");

    // The same folder serves the build and the releases.
    const fs::path packages = workplace.file("packages");
    fs::copy(made_packages(), packages);
    Mirror mirror({}, packages);
    const std::string files = mirror.url().substr(0, mirror.url().rfind("simple/")) + "files/";
    const Run packed = workplace.run_program(
        python(),
        {fs::path(TFHARNESS_SOURCE) / "tests/fixtures/make_python_build.py", prefix, version, packages, files});
    REQUIRE_MESSAGE(packed.status() == 0, packed.err);

    // A machine that has no 3.8.
    workplace.environment["TFHARNESS_INDEX_URL"] = mirror.url();
    workplace.environment["HOME"] = workplace.file("home");
    workplace.environment.erase("PYENV_ROOT");
    workplace.environment["PATH"] = resolver_folder().string() + ":/usr/bin:/bin";
    workplace.environment["TFHARNESS_PYTHON_DOWNLOADS"] = packages / "list.json";
    if (!python38(workplace).is_null()) SKIP_TEST("this system has a Python 3.8 of its own");
    const Comparison without = workplace.compare({"2.4.0", "2.12.0@py3.8"});
    CHECK(without.run.status() == 2);
    CHECK(has(without.run.out, "tfharness python install 3.8"));
    CHECK(has(without.run.out, "--install-python"));

    // A build with other bytes than listed is refused, and nothing of it stays.
    const std::string list = read_text(packages / "list.json");
    const std::size_t hash = list.find("\"sha256\": \"") + 11;
    std::ofstream(packages / "wrong.json") << std::string(list).replace(hash, 4, "0000");
    const Run refused = workplace.run({"python", "install", "3.8", "--python-downloads", packages / "wrong.json"});
    CHECK(refused.status() == 2);
    CHECK_MESSAGE(has(refused.err, "Hash mismatch"), refused.err);
    CHECK(python38(workplace).is_null());

    const Run installed = workplace.run({"python", "install", "3.8"});
    INFO(installed.err);
    REQUIRE(installed.status() == 0);
    CHECK(has(installed.out, list.substr(hash, 64)));
    CHECK(python38(workplace).at("in_store") == true);
    CHECK_FALSE(fs::exists(workplace.file("home") / ".local"));
    CHECK(has(workplace.run({"python", "install", "3.8"}).out, "was there already"));
    CHECK(has(workplace.run({"python", "list"}).out, "(in the store)"));

    REQUIRE(workplace.run({"cache", "clean", "--all"}).status() == 0);
    CHECK(python38(workplace).is_null());
    const Comparison with = workplace.compare({"2.4.0", "2.12.0", "--install-python"});
    INFO(with.run.err);
    CHECK(with.run.status() == 1);
    CHECK(with.subject("tensorflow==2.4.0@py3.8").at("status") == "ok");
    CHECK(with.subject("tensorflow==2.12.0@py3.8").at("python") == version);

    CHECK(workplace.run({"python", "install", "3.99"}).status() == 2);
    CHECK(workplace.run({"python", "install", "three"}).status() == 2);
    CHECK(workplace.run({"python", "install"}).status() == 2);
  }
}

}  // namespace tfh::test
