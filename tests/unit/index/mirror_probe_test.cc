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

constexpr auto kMirror = "https://mirror.example/simple";
constexpr auto kIndex = "https://index.example/simple";

ProbeRequest four_bytes(const std::vector<Version>& versions = {}) {
  ProbeRequest request;
  request.project = "pkg";
  request.versions = versions;
  request.sample_bytes = 4;
  return request;
}

MirrorProbe probe(FakeHttpClient& http, const std::vector<Version>& versions = {}) {
  TickingClock clock;
  return probe_mirrors({{"near", kMirror}}, std::nullopt, four_bytes(versions), http, clock).front();
}

std::string page(const std::string& files) {
  return R"({"meta": {"api-version": "1.1"}, "name": "pkg", "files": [)" + files + "]}";
}

std::string file(const std::string& version, char digit = 'a') {
  return R"({"filename": "pkg-)" + version + R"(-py3-none-any.whl", "url": "../../files/)" + version +
         R"(", "hashes": {"sha256": ")" + std::string(64, digit) +
         R"("}, "size": 100, "upload-time": "1970-01-02T00:00:00Z", "core-metadata": true})";
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
  CHECK(found.page_s == 1);
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
  for (const HttpRequest& request : http.requests) CHECK(request.deadline);
  CHECK(found.metadata == MetadataFiles::missing);
  http.answer("https://mirror.example/files/1.2.metadata", 200, "", "Name: pkg");
  CHECK(probe(http).metadata == MetadataFiles::served);
}

TEST_CASE("how far a mirror is behind the index is counted in files and in time") {
  FakeHttpClient http;
  http.answer("https://index.example/simple/pkg/", 200, kJson,
              page(file("1.0") + "," + file("1.1") + "," + file("1.2")));
  http.answer(kPage, 200, kJson, page(file("1.0") + "," + file("1.1", 'b')));
  class ThreeDays : public TickingClock {
   public:
    std::chrono::system_clock::time_point now() override {
      return std::chrono::system_clock::time_point(std::chrono::hours(72));
    }
  } clock;
  auto probes = probe_mirrors({{"index", kIndex}, {"near", kMirror}}, 0, four_bytes(), http, clock);
  REQUIRE(probes[0].lag);
  CHECK(probes[0].lag->missing_files == 0);
  CHECK_FALSE(probes[0].lag->seconds);
  REQUIRE(probes[1].lag);
  CHECK(probes[1].lag->missing_files == 1);
  CHECK(probes[1].lag->other_hashes == 1);
  CHECK(probes[1].lag->seconds == 48 * 3600);
  CHECK(is_usable(probes[0]));
  CHECK_FALSE(is_usable(probes[1]));
  rank_mirrors(probes, 1);
  CHECK(probes[0].name == "index");
}

TEST_CASE("when the time is over nothing more is sampled") {
  FakeHttpClient http;
  http.answer(kPage, 200, kJson, page(file("1.2")));
  http.answer("https://mirror.example/files/1.2", 206, "", "abcd");
  TickingClock clock;
  ProbeRequest request = four_bytes();
  request.budget = std::chrono::seconds(1);
  const auto probes = probe_mirrors({{"near", kMirror}}, std::nullopt, request, http, clock);
  CHECK_FALSE(probes[0].error);
  CHECK_FALSE(probes[0].bytes_per_second);
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
  fast.page_s = 2;
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
