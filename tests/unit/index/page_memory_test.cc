#include "harness/index/page_memory.h"

#include <doctest/doctest.h>

#include "tests/fakes/http_client.h"

using namespace tfh;

namespace {

// Counts what goes out; hosts called down.example do not answer.
class Counted : public FakeHttpClient {
 public:
  explicit Counted(int& count) : count_(count) {}
  Result<HttpResponse> get(const HttpRequest& request) override {
    ++count_;
    if (request.url.find("down.example") != std::string::npos) return fail("fetching", "no connection");
    return FakeHttpClient::get(request);
  }

 private:
  int& count_;
};

}  // namespace

TEST_CASE("a page is asked for once, a silent host not again, and measurements always go out") {
  int asked = 0;
  auto client = std::make_unique<Counted>(asked);
  client->answer("https://a.example/simple/p/", 200, "text/html", "page");
  PageMemory memory(std::move(client));
  const HttpRequest page{"https://a.example/simple/p/", "text/html", {}, {}};
  CHECK(memory.get(page)->body == "page");
  CHECK(memory.get(page)->body == "page");
  CHECK(asked == 1);
  CHECK(memory.get({page.url, "application/json", {}, {}}));
  CHECK(asked == 2);

  HttpRequest measuring = page;
  measuring.deadline = std::chrono::seconds(1);
  HttpRequest part{"https://a.example/files/p.whl", "", ByteRange{0, 1}, {}};
  for (int i = 0; i < 2; ++i) {
    CHECK(memory.get(measuring));
    CHECK(memory.get(part));
  }
  CHECK(asked == 6);

  for (const char* project : {"p", "q"})
    CHECK(memory.get({std::string("https://down.example/simple/") + project + "/", "text/html", {}, {}}).error().what ==
          "no connection");
  CHECK(asked == 7);
}
