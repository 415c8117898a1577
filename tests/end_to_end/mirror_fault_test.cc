// Mirrors that refuse, lie or break off. Whatever they do, the store stays usable: the same command against a sound
// mirror gives the right answer afterwards.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/driver/leftovers.h"
#include "tests/driver/mirror.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string said(const Comparison& comparison) {
  return comparison.run.out + comparison.run.err + comparison.report.dump();
}

void compares_with_a_sound_mirror(Workplace& workplace) {
  CHECK(faults_of_store(workplace.store()) == std::vector<std::string>());
  Mirror sound;
  workplace.environment["TFHARNESS_INDEX_URL"] = sound.url();
  const Comparison comparison = workplace.compare({"2.4.0", "2.12.0"});
  CHECK_MESSAGE(comparison.run.status() == 1, said(comparison));
  comparison.difference("smoke.save");
}

// The command succeeds in spite of the fault.
void survives(const std::vector<std::string>& options) {
  CAPTURE(options);
  Mirror mirror(options);
  Workplace workplace(mirror.url());
  const Comparison comparison = workplace.compare({"2.4.0", "2.12.0"});
  CHECK_MESSAGE(comparison.run.status() == 1, said(comparison));
  CHECK(faults_of_store(workplace.store()) == std::vector<std::string>());
}

// The command fails, says why, and loses nothing.
void fails_saying(const std::vector<std::string>& options, const std::vector<std::string>& words) {
  CAPTURE(options);
  Mirror mirror(options);
  Workplace workplace(mirror.url());
  const Comparison comparison = workplace.compare({"2.4.0", "2.12.0"});
  CHECK(comparison.run.status() == 2);
  for (const std::string& word : words)
    CHECK_MESSAGE(said(comparison).find(word) != std::string::npos, word, said(comparison));
  compares_with_a_sound_mirror(workplace);
}

}  // namespace

TEST_SUITE("end-to-end") {
  TEST_CASE("connections that break off are taken up again") {
    survives({"--fault", "drop=3000#8"});
  }
  TEST_CASE("a busy mirror is asked again") {
    survives({"--fault", "unavailable=1#2"});
  }
  TEST_CASE("a mirror without range requests serves") {
    survives({"--fault", "no-ranges"});
  }
  TEST_CASE("a mirror that resumes at the wrong place is not believed") {
    survives({"--fault", "drop=3000@/files/tensorflow*#2", "--fault", "wrong-range@/files/tensorflow*#6"});
  }
  TEST_CASE("an encoding that nobody asked for is undone or refused") {
    survives({"--fault", "gzip@/files/*#4"});
  }
  TEST_CASE("metadata beside the wheels is taken") {
    survives({"--metadata"});
  }

  TEST_CASE("a mirror that refuses is named") {
    fails_saying({"--fault", "forbidden@/simple/*"}, {"403", "127.0.0.1"});
  }
  TEST_CASE("a login page is no index") {
    fails_saying({"--fault", "login@/simple/*"}, {"127.0.0.1"});
  }
  TEST_CASE("an index without upload times offers what works") {
    fails_saying({"--html-only"}, {"--resolve latest"});
    Mirror mirror({"--html-only"});
    Workplace workplace(mirror.url());
    CHECK(workplace.compare({"2.8.0", "2.12.0", "--resolve", "latest"}).run.status() == 1);
  }
  TEST_CASE("a flipped byte is not let in") {
    fails_saying({"--fault", "corrupt=3000@/files/tensorflow-2.12.0*"}, {"sha256"});
  }
  TEST_CASE("a truncated wheel is not let in") {
    fails_saying({"--fault", "truncate=3000@/files/tensorflow-2.12.0*"}, {"tensorflow-2.12.0"});
  }

  TEST_CASE("a wheel that reaches outside its folder is refused") {
    Mirror mirror;
    Workplace workplace(mirror.url());
    const Comparison comparison = workplace.compare({"2.12.0@py3.11", "2.96.0@py3.11"});
    CHECK(comparison.run.status() == 2);
    CHECK(comparison.subject("tensorflow==2.12.0@py3.11").at("status") == "ok");
    const json& refused = comparison.subject("tensorflow==2.96.0@py3.11").at("error");
    CHECK(refused.at("message").get<std::string>().find("..") != std::string::npos);
    for (const auto& entry : fs::recursive_directory_iterator(workplace.folder()))
      CHECK(entry.path().filename() != "escaped.txt");
    compares_with_a_sound_mirror(workplace);
  }

  TEST_CASE("files come from the next mirror when the first refuses them") {
    Mirror index, refuses({"--fault", "forbidden"}), serves;
    Workplace workplace(index.url());
    const Comparison comparison =
        workplace.compare({"2.8.0", "2.12.0", "--mirror", refuses.url() + "," + serves.url()});
    CHECK_MESSAGE(comparison.run.status() == 1, said(comparison));
    CHECK(serves.requests_for("/files/tensorflow-") > 0);
  }
}

}  // namespace tfh::test
