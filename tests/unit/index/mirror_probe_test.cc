#include "harness/index/mirror_probe.h"

#include <doctest/doctest.h>

#include "tests/fakes/http_client.h"

using namespace tfh;

namespace {

// Every look at it is one second later.
class TickingClock : public Clock {
 public:
  std::chrono::system_clock::time_point now() override { return {}; }
  std::chrono::steady_clock::time_point steady() override {
    return std::chrono::steady_clock::time_point(std::chrono::seconds(ticks_++));
  }
  void sleep(std::chrono::milliseconds) override {}

 private:
  int ticks_ = 0;
};

MirrorProbe probe(FakeHttpClient& http, const std::vector<Version>& versions = {}) {
  TickingClock clock;
  return probe_mirror("near", "https://mirror.example/simple", "pkg", versions, 4, http, clock);
}

std::string page(const std::string& files) {
  return R"({"meta": {"api-version": "1.1"}, "name": "pkg", "files": [)" + files + "]}";
}

std::string file(const std::string& version) {
  return R"({"filename": "pkg-)" + version + R"(-py3-none-any.whl", "url": "../../files/)" + version +
         R"(", "hashes": {"sha256": ")" + std::string(64, 'a') +
         R"("}, "size": 100, "upload-time": "2020-01-01T00:00:00Z"})";
}

constexpr auto kJson = "application/vnd.pypi.simple.v1+json";
constexpr auto kPage = "https://mirror.example/simple/pkg/";

}  // namespace

TEST_CASE("a mirror is asked what it has, how it says it and how fast") {
  FakeHttpClient http;
  http.answer(kPage, 200, kJson, page(file("1.0") + "," + file("2.0rc1") + "," + file("1.2")));
  http.answer("https://mirror.example/files/1.2", 206, "", "abcd");
  const MirrorProbe found = probe(http, {*Version::parse("1.0"), *Version::parse("1.1")});
  REQUIRE_FALSE(found.error);
  CHECK(found.latency_s == 1);
  CHECK(found.json);
  CHECK(found.upload_times);
  CHECK(found.hashes);
  CHECK(found.newest->str() == "1.2");
  REQUIRE(found.missing.size() == 1);
  CHECK(found.missing[0].str() == "1.1");
  REQUIRE(found.bytes_per_second);
  CHECK(*found.bytes_per_second == 4);
  REQUIRE(http.requests.back().range);
  CHECK(http.requests.back().range->last == 3);
}

TEST_CASE("a mirror in HTML has no dates, and one without ranges no rate") {
  FakeHttpClient http;
  http.answer(kPage, 200, "text/html",
              R"(<a href="/files/pkg-1.0-py3-none-any.whl#sha256=)" + std::string(64, 'a') +
                  R"(">pkg-1.0-py3-none-any.whl</a>)");
  http.answer("https://mirror.example/files/pkg-1.0-py3-none-any.whl", 200, "", "abcdefgh");
  const MirrorProbe found = probe(http);
  REQUIRE_FALSE(found.error);
  CHECK_FALSE(found.json);
  CHECK_FALSE(found.upload_times);
  CHECK(found.hashes);
  CHECK_FALSE(found.bytes_per_second);
}

TEST_CASE("mirrors are ranked by what they lack, then by the time a release takes; failed ones come last") {
  FakeHttpClient http;
  const MirrorProbe failed = probe(http);
  CHECK(failed.error);
  MirrorProbe slow, fast, behind;
  slow.name = "slow";
  slow.bytes_per_second = 1e6;
  fast.name = "fast";
  fast.latency_s = 2;
  fast.bytes_per_second = 1e8;
  behind = fast;
  behind.name = "behind";
  behind.missing = {*Version::parse("1.1")};
  std::vector<MirrorProbe> probes = {failed, behind, slow, fast};
  rank_mirrors(probes, 500'000'000);
  CHECK(probes[0].name == "fast");
  CHECK(probes[1].name == "slow");
  CHECK(probes[2].name == "behind");
  CHECK(probes[3].error);
}
