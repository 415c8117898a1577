// What a run leaves in the store: everything, nothing, or a part; and never what was there before.
#include <doctest/doctest.h>

#include <atomic>
#include <fstream>
#include <thread>

#include "tests/driver/mirror.h"
#include "tests/driver/store_validity.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;

namespace {

std::size_t entries(const fs::path& folder) {
  std::error_code absent;
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(folder, absent)) count += entry.path().extension() != ".partial";
  return count;
}

// Looks at a folder while a command runs.
class Watch {
 public:
  explicit Watch(const fs::path& folder)
      : thread_([this, folder] {
          while (!done_) {
            most_ = std::max(most_.load(), entries(folder));
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
          }
        }) {}
  std::size_t most() {
    done_ = true;
    if (thread_.joinable()) thread_.join();
    return most_;
  }
  ~Watch() { most(); }

 private:
  std::atomic<bool> done_{false};
  std::atomic<std::size_t> most_{0};
  std::thread thread_;
};

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("keep none holds one release at a time and finds the same") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison kept = workplace.compare({"2.4.0", "2.8.0", "2.12.0", "--suites", "smoke,saved_model"});
    REQUIRE(workplace.run({"cache", "clean", "--all"}).status() == 0);

    Watch prefixes(workplace.store() / "prefixes");
    const Comparison discarded =
        workplace.compare({"2.4.0", "2.8.0", "2.12.0", "--suites", "smoke,saved_model", "--keep", "none"});
    CHECK(prefixes.most() == 1);
    CHECK(discarded.run.status() == kept.run.status());
    CHECK(discarded.report.at("differences").size() == kept.report.at("differences").size());
    CHECK(discarded.report.at("summary").at("by_kind") == kept.report.at("summary").at("by_kind"));
    for (const char* folder : {"prefixes", "wheels", "unpacked", "bytecode", "built", "scratch"}) {
      CAPTURE(folder);
      CHECK(entries(workplace.store() / folder) == 0);
    }
  }

  TEST_CASE("cleaning leaves what another run is using and takes the rest") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    REQUIRE(workplace.run({"prepare", "2.12.0"}).status() == 0);
    std::ofstream(workplace.file("waits.py")) << "import pathlib, time, tensorflow as tf\n"
                                                 "while not pathlib.Path(__file__).with_name('go').exists():\n"
                                                 "    time.sleep(0.02)\n"
                                                 "import tensorboard\n";
    const auto run = workplace.start({"test", workplace.file("waits.py"), "--versions", "2.4.0"});
    const auto list = [&] { return workplace.run({"cache", "list"}).out; };
    for (int i = 0; i < 600 && !has(list(), "in use"); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    CHECK(has(list(), "in use"));

    const Run named = workplace.run({"cache", "clean", "2.4.0"});
    CHECK(named.status() == 2);
    CHECK(has(named.err, "another run is using it"));
    const Run all = workplace.run({"cache", "clean", "--all"});
    CHECK(all.status() == 0);
    CHECK(has(all.out, "Left, since another run is using it: tensorflow==2.4.0"));
    CHECK_FALSE(has(list(), "tensorflow==2.12.0"));

    std::ofstream(workplace.file("go")) << "now";
    const auto ended = run->wait(std::chrono::minutes(1));
    REQUIRE(ended.has_value());
    CHECK_MESSAGE(ended->ok(), read_text(workplace.file("background.log")));
    CHECK(store_faults(workplace.store()) == "");
    CHECK(workplace.run({"cache", "clean", "2.4.0"}).status() == 0);
  }

  TEST_CASE("keep wheels brings a prefix back without fetching and keep prefixes runs without wheels") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    REQUIRE(workplace.compare({"2.4.0", "2.12.0", "--keep", "wheels"}).run.status() == 1);
    CHECK(entries(workplace.store() / "prefixes") == 0);
    CHECK(entries(workplace.store() / "unpacked") == 0);
    const std::size_t fetched = mirror.requests_for("/files/");
    CHECK(workplace.compare({"2.4.0", "2.12.0"}).run.status() == 1);
    CHECK(mirror.requests_for("/files/") == fetched);
    CHECK(entries(workplace.store() / "prefixes") == 2);

    REQUIRE(workplace.run({"cache", "clean", "--all"}).status() == 0);
    REQUIRE(workplace.compare({"2.4.0", "2.12.0", "--keep", "prefixes"}).run.status() == 1);
    CHECK(entries(workplace.store() / "wheels") == 0);
    CHECK(entries(workplace.store() / "prefixes") == 2);
    const std::size_t again = mirror.requests_for("/files/");
    CHECK(workplace.compare({"2.4.0", "2.12.0"}).run.status() == 1);
    CHECK(mirror.requests_for("/files/") == again);
  }

  TEST_CASE("what was in the store before or is pinned stays whatever a run keeps") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    REQUIRE(workplace.compare({"2.4.0", "2.4.0"}).run.status() == 0);
    REQUIRE(workplace.run({"cache", "pin", "2.8.0"}).status() == 0);
    REQUIRE(workplace.compare({"2.4.0", "2.8.0", "2.12.0", "--keep", "none"}).run.status() == 1);
    const std::string list = workplace.run({"cache", "list"}).out;
    CHECK_MESSAGE(list.find("tensorflow==2.4.0") != std::string::npos, list);
    CHECK_MESSAGE(list.find("tensorflow==2.8.0") != std::string::npos, list);
    CHECK_MESSAGE(list.find("tensorflow==2.12.0") == std::string::npos, list);
    CHECK(faults_of_store(workplace.store()) == std::vector<std::string>());
    CHECK(workplace.run({"compare", "2.4.0", "2.8.0", "--keep", "some"}).status() == 2);
  }

  TEST_CASE("a script leaves nothing behind either") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const fs::path script = workplace.file("script.py");
    std::ofstream(script) << "import tensorflow as tf\nprint(float(tf.constant(2.0) + 1))\n";
    Watch prefixes(workplace.store() / "prefixes");
    CHECK(workplace.run({"test", script, "--versions", "2.4.0,2.12.0", "--keep", "none"}).status() == 0);
    CHECK(prefixes.most() == 1);
    CHECK(entries(workplace.store() / "prefixes") == 0);
    CHECK(entries(workplace.store() / "wheels") == 0);
  }
}

}  // namespace tfh::test
