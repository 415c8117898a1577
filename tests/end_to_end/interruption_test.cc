// Commands that are killed, interrupted, run side by side, or run out of disk: the store stays whole.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "tests/driver/leftovers.h"
#include "tests/driver/mirror.h"
#include "tests/driver/store_validity.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

TEST_SUITE("end-to-end") {
  TEST_CASE("killed at ten moments and then a clean run") {
    Mirror mirror({"--fault", "slow=60000"});
    Workplace workplace(mirror.url());
    std::mt19937 random(std::random_device{}());
    for (int round = 0; round < 10; ++round) {
      const milliseconds moment(std::uniform_int_distribution(20, 400 * (round + 1))(random));
      CAPTURE(moment.count());
      auto child = workplace.start({"compare", "2.4.0", "2.12.0", "--suites", "smoke"});
      child->wait(moment);
      kill(child->pid(), SIGKILL);
      child->wait(std::chrono::seconds(10));
      child.reset();
      CHECK(surviving_processes({mirror.pid()}) == std::vector<std::string>());
      CHECK(store_faults(workplace.store(), {.archives = {}, .killed = true}) == "");
    }
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0"});
    CHECK(comparison.run.status() == 1);
    CHECK(comparison.report.at("summary").at("by_severity").at("behaviour") == 1);
  }

  TEST_CASE("Ctrl-C leaves no process and a clean store") {
    Mirror mirror({"--fault", "slow=60000"});
    Workplace workplace(mirror.url());
    for (const int delay : {60, 300, 700, 1500, 3000}) {
      CAPTURE(delay);
      auto child = workplace.start({"compare", "2.4.0", "2.92.0@py3.8", "--suites", "smoke"});
      child->wait(milliseconds(delay));
      child->signal_group(SIGINT);
      const auto ended = child->wait(std::chrono::seconds(20));
      CHECK_MESSAGE(ended.has_value(), "still running 20 s after SIGINT");
      if (ended) CHECK_MESSAGE(!ended->ok(), "an interrupted command does not report success");
      CHECK(surviving_processes({mirror.pid()}) == std::vector<std::string>());
      CHECK(store_faults(workplace.store()) == "");
    }
    const Run next = workplace.compare({"2.4.0", "2.12.0"}).run;
    CHECK_MESSAGE(next.status() == 1, next.out, next.err);
  }

  TEST_CASE("two commands share a store") {
    Mirror mirror({"--fault", "slow=60000"});
    Workplace workplace(mirror.url());
    auto other = workplace.start({"compare", "2.4.0", "2.12.0", "--suites", "smoke"});
    const Comparison comparison = workplace.compare({"2.4.0", "2.12.0"});
    CHECK(comparison.run.status() == 1);
    const auto ended = other->wait(std::chrono::minutes(2));
    REQUIRE(ended.has_value());
    CHECK_MESSAGE(ended->text() == "exit status 1", read_text(workplace.file("background.log")));
    CHECK(store_faults(workplace.store()) == "");
  }

  TEST_CASE("a full disk is named and the store is usable once there is room") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    if (std::system("unshare -rm true 2>/dev/null") != 0)
      SKIP_TEST("this kernel lets nobody mount a small file system");
    const fs::path script = workplace.file("full.sh");
    std::ofstream(script) << R"(set -u
mkdir -p "$TFHARNESS_HOME"
mount -t tmpfs -o size=$3 tmpfs "$TFHARNESS_HOME" || exit 77
"$1" compare 2.4.0 2.12.0 --suites smoke --json "$2/full.json"
echo "full: $?"
mount -o remount,size=400m "$TFHARNESS_HOME"
"$1" compare 2.4.0 2.12.0 --suites smoke
echo "roomy: $?"
)";
    for (const char* size : {"40k", "180k", "400k"}) {
      CAPTURE(size);
      const Run run =
          workplace.run_program("/usr/bin/unshare", {"-rm", "/bin/sh", script, program(), workplace.folder(), size});
      if (run.status() == 77) SKIP_TEST("no tmpfs can be mounted here");
      INFO(run.out);
      INFO(run.err);
      CHECK(run.out.find("full: 2") != std::string::npos);
      CHECK(run.out.find("roomy: 1") != std::string::npos);
      const std::string said = run.out + run.err + read_text(workplace.file("full.json"));
      CHECK(said.find("No space left on device") != std::string::npos);
    }
  }
}

}  // namespace tfh::test
