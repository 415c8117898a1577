// Mirrors that refuse, lie or break off. Whatever they do, the store stays usable: the same command against a sound
// mirror gives the right answer afterwards.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

#include "harness/base/file.h"
#include "tests/driver/mirror.h"
#include "tests/driver/store_validity.h"
#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

std::string said(const Comparison& comparison) {
  return comparison.run.out + comparison.run.err + comparison.report.dump();
}

void compares_with_a_sound_mirror(Workplace& workplace) {
  CHECK(store_faults(workplace.store()) == "");
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
  CHECK(store_faults(workplace.store()) == "");
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
  TEST_CASE("metadata that is announced and not there is read out of the wheels") {
    survives({"--metadata", "--fault", "missing-metadata@/files/*"});
    survives({"--metadata", "--fault", "missing-metadata@/files/*", "--fault", "no-ranges"});
  }
  TEST_CASE("a mirror that asks for patience gets it") {
    survives({"--fault", "too-many=1#2"});
  }
  TEST_CASE("a mirror that redirects serves") {
    survives({"--fault", "redirect@/files/t*"});
  }
  TEST_CASE("a mirror that drips is waited for") {
    survives({"--fault", "drip=1500@/files/tensorflow*#2"});
  }

  TEST_CASE("redirects in a circle are named") {
    Mirror mirror({"--fault", "redirect-loop@/files/tensorflow-2.12.0*"});
    Workplace workplace(mirror.url());
    const Run run = workplace.run({"download", "--versions", "2.12.0@py3.11"});
    CHECK(run.status() == 2);
    CHECK_MESSAGE((run.out + run.err).find("redirect") != std::string::npos, run.out, run.err);
  }
  TEST_CASE("a certificate that nobody vouches for is refused and never overlooked") {
    Workplace workplace("https://127.0.0.1:9/simple/");  // the mirror needs a folder for its certificate first
    const Run made = workplace.run_program(
        "/usr/bin/openssl", {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                             "-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=critical,CA:FALSE",
                             "-keyout", workplace.file("key.pem"), "-out", workplace.file("certificate.pem")});
    REQUIRE_MESSAGE(made.status() == 0, made.err);
    const std::string certificate = read_text(workplace.file("certificate.pem"));
    REQUIRE(write_file(system_disk(), workplace.file("both.pem"), certificate + read_text(workplace.file("key.pem"))));
    Mirror mirror({"--tls", workplace.file("both.pem")});
    workplace.environment["TFHARNESS_INDEX_URL"] = mirror.url();

    const Comparison refused = workplace.compare({"2.4.0", "2.12.0"});
    CHECK(refused.run.status() == 2);
    CHECK_MESSAGE(said(refused).find("certificate") != std::string::npos, said(refused));
    CHECK_MESSAGE(said(refused).find("SSL_CERT_FILE") != std::string::npos, said(refused));
    CHECK(mirror.requests().empty());

    workplace.environment["SSL_CERT_FILE"] = workplace.file("certificate.pem");
    const Comparison trusted = workplace.compare({"2.4.0", "2.12.0"});
    CHECK_MESSAGE(trusted.run.status() == 1, said(trusted));
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
    const Comparison comparison = workplace.compare({"2.12.0@py3.11", "2.12.0@py3.11", "2.96.0@py3.11"});
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
