#include <doctest/doctest.h>

#include "harness/fetch/connection_settings.h"
#include "harness/fetch/fetcher.h"
#include "tests/fakes/loopback_server.h"

using namespace tfh;

namespace {

// Time passes only by sleeping.
class JumpingClock : public Clock {
 public:
  std::vector<std::chrono::milliseconds> sleeps;
  std::chrono::system_clock::time_point now() override { return {}; }
  std::chrono::steady_clock::time_point steady() override { return {}; }
  void sleep(std::chrono::milliseconds duration) override { sleeps.push_back(duration); }
};

}  // namespace

TEST_CASE("an answer comes with status, headers and the address after redirects") {
  LoopbackServer server([&](const LoopbackRequest& request) {
    if (request.path == "/old") return http_answer(302, "", "Location: /new\r\nX-Kept: no\r\n");
    return http_answer(200, "hello", "Content-Type: text/plain\r\n");
  });
  JumpingClock clock;
  const auto response = make_http_client({}, clock)->get({.url = server.url("/old"), .accept = "a/b", .range = {}});
  REQUIRE_MESSAGE(response, response.error().text());
  CHECK(response->status == 200);
  CHECK(response->body == "hello");
  CHECK(response->url == server.url("/new"));
  CHECK(response->headers.at("content-type") == "text/plain");
  CHECK_FALSE(response->headers.contains("x-kept"));
  CHECK(server.requests().back().headers.at("accept") == "a/b");
}

TEST_CASE("a busy server is asked again, not sooner than it wishes") {
  int busy = 2;
  LoopbackServer server([&](const LoopbackRequest&) {
    return busy-- > 0 ? http_answer(503, "", "Retry-After: 7\r\n") : http_answer(200, "here");
  });
  JumpingClock clock;
  const auto response = make_http_client({}, clock)->get({.url = server.url("/"), .accept = "", .range = {}});
  REQUIRE(response);
  CHECK(response->body == "here");
  CHECK(clock.sleeps == std::vector<std::chrono::milliseconds>(2, std::chrono::seconds(7)));
}

TEST_CASE("a refusal is an answer, a broken connection and an endless redirect are errors") {
  LoopbackServer server([&](const LoopbackRequest& request) -> std::string {
    if (request.path == "/forbidden") return http_answer(403, "<html>no</html>");
    if (request.path == "/round") return http_answer(302, "", "Location: /round\r\n");
    return "HTTP/1.1 200 X\r\nContent-Length: 10\r\n\r\nhalf";
  });
  JumpingClock clock;
  const auto client = make_http_client({}, clock);
  CHECK(client->get({.url = server.url("/forbidden"), .accept = "", .range = {}})->status == 403);
  CHECK(clock.sleeps.empty());
  CHECK_FALSE(client->get({.url = server.url("/round"), .accept = "", .range = {}}));
  CHECK(clock.sleeps.empty());
  CHECK_FALSE(client->get({.url = server.url("/half"), .accept = "", .range = {}}));
  CHECK(clock.sleeps.size() == 3);
}

TEST_CASE("a range is sent as asked") {
  LoopbackServer server([&](const LoopbackRequest& request) { return http_answer(206, request.headers.at("range")); });
  JumpingClock clock;
  const auto client = make_http_client({}, clock);
  CHECK(client->get({.url = server.url("/"), .accept = "", .range = ByteRange{5, 9}})->body == "bytes=5-9");
  CHECK(client->get({.url = server.url("/"), .accept = "", .range = ByteRange{5, {}}})->body == "bytes=5-");
}

TEST_CASE("the CA bundle comes from the first variable that is set") {
  CHECK(connection_settings({{"PIP_CERT", "/p"}, {"CURL_CA_BUNDLE", "/c"}}).authorities_file == "/p");
  CHECK(connection_settings({{"SSL_CERT_FILE", "/s"}, {"PIP_CERT", "/p"}}).authorities_file == "/s");
  CHECK(connection_settings({{"REQUESTS_CA_BUNDLE", "/"}}).authorities_folder == "/");
  CHECK(connection_settings({}).authorities_file.empty());
}
