#include "harness/store/remote_metadata.h"

#include <doctest/doctest.h>

#include "harness/base/clock.h"
#include "harness/fetch/fetcher.h"
#include "tests/fakes/loopback_server.h"
#include "tests/fakes/zip_maker.h"

using namespace tfh;

namespace {

// A wheel of several blocks, whose METADATA says VERSION 1.0.
std::string large_wheel() {
  std::string noise(3 << 20, '\0');
  std::uint32_t state = 1;
  for (char& c : noise) c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  return made_wheel({{"pkg/library.so", noise}}).bytes();
}

Result<std::string> metadata_from(LoopbackServer& server) {
  SystemClock clock;
  return read_remote_metadata(server.url("/pkg-1.0-py3-none-any.whl"), *make_http_client({}, clock));
}

}  // namespace

TEST_CASE("METADATA is read out of a wheel on a server by ranges") {
  const std::string wheel = large_wheel();
  LoopbackServer server([&](const LoopbackRequest& request) { return ranged_answer(request, wheel); });
  const auto text = metadata_from(server);
  REQUIRE_MESSAGE(text.has_value(), text.error().text());
  CHECK(text->find("Version: 1.0") != std::string::npos);
  std::size_t asked = 0;
  for (const LoopbackRequest& request : server.requests()) asked += request.headers.contains("range");
  CHECK(asked == server.requests().size());
  CHECK(asked <= 4);
}

TEST_CASE("a server without ranges sends the whole wheel once") {
  const std::string wheel = large_wheel();
  LoopbackServer server([&](const LoopbackRequest&) { return http_answer(200, wheel); });
  const auto text = metadata_from(server);
  REQUIRE_MESSAGE(text.has_value(), text.error().text());
  CHECK(server.requests().size() == 1);
}

TEST_CASE("what is no wheel, or damaged, is an error") {
  std::string damaged = made_wheel({}).bytes();
  damaged[damaged.find("METADATA") + 12] ^= 1;
  for (const std::string& bytes : {std::string("<html>"), damaged, MadeArchive{{{"a.txt", "a"}}}.bytes()}) {
    LoopbackServer server([&](const LoopbackRequest& request) { return ranged_answer(request, bytes); });
    CHECK_FALSE(metadata_from(server).has_value());
  }
  LoopbackServer nothing([](const LoopbackRequest&) { return http_answer(404, ""); });
  const auto missing = metadata_from(nothing);
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().what == "status 404 to a range");
}
