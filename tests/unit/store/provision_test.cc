#include "harness/store/provision.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "harness/store/download.h"
#include "tests/fakes/faulty_disk.h"
#include "tests/fakes/http_client.h"
#include "tests/fakes/loopback_server.h"
#include "tests/fakes/process_runner.h"
#include "tests/fakes/temporary_folder.h"
#include "tests/fakes/zip_maker.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;

// Wheels on a loopback server, a store, and an interpreter that compiles nothing.
struct Bench {
  TemporaryFolder folder;
  SystemClock clock;
  SilentProgress progress;
  FaultyDisk disk;
  FakeHttpClient http;
  FakeProcessRunner runner{[](const Command&) { return completed(0, ""); }};
  std::map<std::string, std::string> served;  // by path
  LoopbackServer server{[this](const LoopbackRequest& asked) {
    const auto found = served.find(asked.path);
    return found == served.end() ? http_answer(404, "") : ranged_answer(asked, found->second);
  }};
  std::unique_ptr<Fetcher> fetcher =
      make_fetcher({}, {.attempts = 2, .first_delay = std::chrono::milliseconds(1)}, clock, progress, disk);
  Workshop workshop{
      StoreLayout(folder.path() / "store"), *fetcher, http, runner, progress, clock, clock.steady(), disk};
  ProvisionRequest request;

  Bench() {
    request.interpreter.executable = "/opt/python/bin/python3.8";
    request.interpreter.version = "3.8.18";
    request.interpreter.minor = {3, 8};
    request.interpreter.cache_tag = "cpython-38";
  }

  void add(const std::string& name, const std::string& module_text) {
    const std::string bytes = made_wheel({{.name = name + "/__init__.py", .content = module_text},
                                          {.name = "pkg-1.0.data/scripts/run-" + name, .content = "#!python\npass\n"}})
                                  .bytes();
    const std::string filename = name + "-1.0-py3-none-any.whl";
    served["/" + filename] = bytes;
    request.lock.packages.push_back(
        {name, "1.0", {filename, server.url("/" + filename), sha256_hex(bytes), bytes.size()}, false});
  }

  std::set<std::string> names_in(const std::string& below) const {
    std::set<std::string> names;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(workshop.layout.root() / below, absent))
      names.insert(entry.path().filename());
    return names;
  }
};

}  // namespace

TEST_CASE("a lock becomes a prefix, and the second time nothing is asked for") {
  Bench bench;
  bench.add("one", "x = 1\n");
  bench.add("two", "x = 2\n");
  const auto first = provision(bench.request, bench.workshop);
  REQUIRE_MESSAGE(first, first.error().text());
  CHECK(read_file(first->prefix.site_packages / "one/__init__.py") == "x = 1\n");
  CHECK(read_file(first->prefix.site_packages / "two/__init__.py") == "x = 2\n");
  CHECK(first->fetched_bytes ==
        bench.request.lock.packages[0].file.size.value() + bench.request.lock.packages[1].file.size.value());
  CHECK(first->fetch.end >= first->fetch.start);
  CHECK(first->prefix.packages.size() == 2);

  const std::size_t asked = bench.server.requests().size(), commands = bench.runner.commands.size();
  const auto second = provision(bench.request, bench.workshop);
  REQUIRE(second);
  CHECK(second->prefix.root == first->prefix.root);
  CHECK(second->fetched_bytes == 0);
  CHECK(bench.server.requests().size() == asked);
  CHECK(bench.runner.commands.size() == commands);
}

TEST_CASE("a wheel's own script runs with the prefix's interpreter") {
  Bench bench;
  bench.add("one", "");
  const auto made = provision(bench.request, bench.workshop);
  REQUIRE_MESSAGE(made, made.error().text());
  CHECK(read_file(made->prefix.scripts / "run-one")->starts_with("#!/opt/python/bin/python3.8"));
  CHECK((fs::status(made->prefix.scripts / "run-one").permissions() & fs::perms::owner_exec) != fs::perms::none);
}

TEST_CASE("a prefix that was evicted is made again without the network") {
  Bench bench;
  bench.add("one", "x = 1\n");
  REQUIRE(provision(bench.request, bench.workshop));
  fs::remove_all(bench.workshop.layout.root() / "prefixes");
  fs::remove_all(bench.workshop.layout.root() / "wheels");
  bench.served.clear();
  const auto again = provision(bench.request, bench.workshop);
  REQUIRE_MESSAGE(again, again.error().text());
  CHECK(read_file(again->prefix.site_packages / "one/__init__.py") == "x = 1\n");
}

TEST_CASE("one wheel that cannot be had fails the lock, and keeps the others") {
  Bench bench;
  bench.add("one", "x = 1\n");
  bench.add("two", "x = 2\n");
  const std::string kept = bench.served["/two-1.0-py3-none-any.whl"];
  bench.served.erase("/two-1.0-py3-none-any.whl");
  const auto failed = provision(bench.request, bench.workshop);
  REQUIRE_FALSE(failed);
  CHECK(failed.error().text().find("two-1.0-py3-none-any.whl") != std::string::npos);
  CHECK(bench.names_in("prefixes").empty());
  CHECK(bench.names_in("unpacked").size() == 1);

  bench.served["/two-1.0-py3-none-any.whl"] = kept;
  const auto again = provision(bench.request, bench.workshop);
  REQUIRE_MESSAGE(again, again.error().text());
  CHECK(again->fetched_bytes == kept.size());
}

TEST_CASE("a full disk at any moment leaves whole things only, and the next run completes them") {
  for (const std::uint64_t room : {0, 100, 1000, 1500, 2000, 2500, 3000, 4000}) {
    CAPTURE(room);
    Bench bench;
    bench.add("one", std::string(500, '#'));
    bench.add("two", std::string(700, '#'));
    bench.disk.room = room;
    const auto result = provision(bench.request, bench.workshop);
    if (!result) CHECK(result.error().text().find("No space left") != std::string::npos);
    for (const LockedPackage& package : bench.request.lock.packages) {
      const fs::path wheel = bench.workshop.layout.wheel(package.file.sha256, package.file.filename);
      if (fs::exists(wheel)) CHECK(sha256_file(wheel) == package.file.sha256);
      const fs::path unpacked = bench.workshop.layout.unpacked(package.file.sha256);
      if (fs::exists(unpacked)) CHECK(fs::exists(unpacked / "purelib" / package.name / "__init__.py"));
    }
    bench.disk.room = UINT64_MAX;
    const auto again = provision(bench.request, bench.workshop);
    REQUIRE_MESSAGE(again, again.error().text());
    CHECK(read_file(again->prefix.site_packages / "two/__init__.py") == std::string(700, '#'));
  }
}

TEST_CASE("files are copied where hard links cannot be made") {
  for (const int error : {EXDEV, EMLINK}) {
    Bench bench;
    bench.add("one", "x = 1\n");
    bench.disk.link_error = error;
    const auto made = provision(bench.request, bench.workshop);
    REQUIRE_MESSAGE(made, made.error().text());
    CHECK(read_file(made->prefix.site_packages / "one/__init__.py") == "x = 1\n");
  }
}

TEST_CASE("a file that another run replaces while it is linked is linked all the same") {
  Bench bench;
  bench.add("one", "x = 1\n");
  bench.disk.failures = {{DiskCall::link, 0, ENOENT, false}};
  const auto made = provision(bench.request, bench.workshop);
  REQUIRE_MESSAGE(made, made.error().text());
  CHECK(read_file(made->prefix.site_packages / "one/__init__.py") == "x = 1\n");

  Bench hopeless;
  hopeless.add("one", "x = 1\n");
  hopeless.disk.link_error = ENOENT;
  CHECK_FALSE(provision(hopeless.request, hopeless.workshop));
}

TEST_CASE("two that want the same wheels in another order share them") {
  Bench bench;
  for (const char* name : {"one", "two", "three", "four"}) bench.add(name, std::string("name = '") + name + "'\n");
  ProvisionRequest reversed = bench.request;
  std::ranges::reverse(reversed.lock.packages);
  for (LockedPackage& package : reversed.lock.packages) package.file.size.reset();  // keeps the order
  reversed.lock.packages.pop_back();
  Result<Provisioned> first, second;
  {
    const std::jthread other([&] { second = provision(reversed, bench.workshop); });
    first = provision(bench.request, bench.workshop);
  }
  REQUIRE_MESSAGE(first, first.error().text());
  REQUIRE_MESSAGE(second, second.error().text());
  CHECK(first->prefix.root != second->prefix.root);
  CHECK(bench.server.requests().size() == 4);
}
