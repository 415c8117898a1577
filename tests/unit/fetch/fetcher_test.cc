#include "harness/fetch/fetcher.h"

#include <doctest/doctest.h>

#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "tests/fakes/faulty_disk.h"
#include "tests/fakes/loopback_server.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

std::string content_of(std::size_t size) {
  std::string content(size, ' ');
  for (std::size_t i = 0; i < size; ++i) content[i] = static_cast<char>('a' + (i * i + i / 7) % 26);
  return content;
}

// One file fetched into a folder of its own, with short delays.
struct Bench {
  TemporaryFolder folder;
  SystemClock clock;
  SilentProgress progress;
  FaultyDisk disk;
  std::string content = content_of(300'000);

  Transfer transfer(std::vector<std::string> urls) const {
    return {.label = "a.whl",
            .urls = std::move(urls),
            .sha256 = sha256_hex(content),
            .size = content.size(),
            .partial = folder.path() / "scratch" / "a.partial",
            .destination = folder.path() / "wheels" / "a.whl",
            .quarantine = folder.path() / "quarantine" / "a.whl"};
  }

  Result<Fetched> fetch(const Transfer& one) {
    const auto fetcher =
        make_fetcher({}, {.attempts = 3, .first_delay = std::chrono::milliseconds(1)}, clock, progress, disk);
    return fetcher->fetch({one}, {}).front();
  }

  std::string stored() const { return read_file(folder.path() / "wheels" / "a.whl").value_or("(nothing)"); }
  std::string quarantined() const { return read_file(folder.path() / "quarantine" / "a.whl").value_or("(nothing)"); }
};

std::string range_of(const LoopbackRequest& request) {
  const auto found = request.headers.find("range");
  return found == request.headers.end() ? "" : found->second;
}

}  // namespace

TEST_CASE("a file arrives whole, and identity encoding is asked for") {
  Bench bench;
  LoopbackServer server([&](const LoopbackRequest& request) { return ranged_answer(request, bench.content); });
  const auto fetched = bench.fetch(bench.transfer({server.url("/a.whl")}));
  REQUIRE_MESSAGE(fetched, fetched.error().text());
  CHECK(fetched->bytes == bench.content.size());
  CHECK(bench.stored() == bench.content);
  CHECK_FALSE(std::filesystem::exists(bench.transfer({}).partial));
  CHECK(server.requests().front().headers.at("accept-encoding") == "identity");
}

TEST_CASE("a connection dropped at any byte is continued where it broke") {
  for (const std::size_t at : {std::size_t{1}, std::size_t{100'000}, std::size_t{299'999}}) {
    Bench bench;
    LoopbackServer server([&](const LoopbackRequest& request) {
      const std::string answer = ranged_answer(request, bench.content);
      const bool first = range_of(request).empty();
      return first ? answer.substr(0, answer.find("\r\n\r\n") + 4 + at) : answer;
    });
    const auto fetched = bench.fetch(bench.transfer({server.url("/a.whl")}));
    REQUIRE_MESSAGE(fetched, fetched.error().text());
    CHECK(bench.stored() == bench.content);
    CHECK(fetched->bytes == bench.content.size());
    CHECK(range_of(server.requests().at(1)) == "bytes=" + std::to_string(at) + "-");
  }
}

TEST_CASE("a server that closes after every byte is given up") {
  Bench bench;
  LoopbackServer server([&](const LoopbackRequest& request) {
    const std::string answer = ranged_answer(request, bench.content);
    return answer.substr(0, answer.find("\r\n\r\n") + 4 + 1);
  });
  const auto fetched = bench.fetch(bench.transfer({server.url("/a.whl")}));
  REQUIRE_FALSE(fetched);
  CHECK(server.requests().size() == 3);
}

TEST_CASE("a file that cannot be put in its place leaves no folder that looks like it") {
  Bench bench;
  bench.disk.renames_fail = true;
  LoopbackServer server([&](const LoopbackRequest& request) { return ranged_answer(request, bench.content); });
  const auto fetched = bench.fetch(bench.transfer({server.url("/a.whl")}));
  REQUIRE_FALSE(fetched);
  CHECK_FALSE(std::filesystem::exists(bench.transfer({}).destination.parent_path()));
}

TEST_CASE("a part left by an earlier run is continued") {
  Bench bench;
  REQUIRE(write_file(system_disk(), bench.transfer({}).partial, bench.content.substr(0, 1234)));
  LoopbackServer server([&](const LoopbackRequest& request) { return ranged_answer(request, bench.content); });
  const auto fetched = bench.fetch(bench.transfer({server.url("/a.whl")}));
  REQUIRE_MESSAGE(fetched, fetched.error().text());
  CHECK(fetched->bytes == bench.content.size() - 1234);
  CHECK(bench.stored() == bench.content);
}

TEST_CASE("a whole file that an earlier run could not put in its place is not fetched again, its size known or not") {
  for (const bool size_known : {true, false}) {
    Bench bench;
    REQUIRE(write_file(system_disk(), bench.transfer({}).partial, bench.content));
    LoopbackServer server([&](const LoopbackRequest& request) { return ranged_answer(request, bench.content); });
    Transfer transfer = bench.transfer({server.url("/a.whl")});
    if (!size_known) transfer.size.reset();
    const auto fetched = bench.fetch(transfer);
    REQUIRE_MESSAGE(fetched, fetched.error().text());
    CHECK(server.requests().empty());
    CHECK(bench.stored() == bench.content);
  }
}

TEST_CASE("a wrong part left by an earlier run costs one more download, not the file") {
  Bench bench;
  REQUIRE(write_file(system_disk(), bench.transfer({}).partial, std::string(1234, '?')));
  LoopbackServer server([&](const LoopbackRequest& request) { return ranged_answer(request, bench.content); });
  const auto fetched = bench.fetch(bench.transfer({server.url("/a.whl")}));
  REQUIRE_MESSAGE(fetched, fetched.error().text());
  CHECK(bench.stored() == bench.content);
}

TEST_CASE("an answer that does not continue the part starts the file again") {
  const auto wrong_range = [](const std::string& content) {
    return http_answer(206, content.substr(10), "Content-Range: bytes 10-299999/300000\r\n");
  };
  const auto without_range = [](const std::string& content) { return http_answer(206, content.substr(1234)); };
  const auto whole = [](const std::string& content) { return http_answer(200, content); };
  const auto refused = [](const std::string&) { return http_answer(416, "no such range"); };
  const std::vector<std::function<std::string(const std::string&)>> answers = {wrong_range, without_range, whole,
                                                                               refused};
  for (const auto& answer : answers) {
    Bench bench;
    REQUIRE(write_file(system_disk(), bench.transfer({}).partial, bench.content.substr(0, 1234)));
    LoopbackServer server([&](const LoopbackRequest& request) {
      return range_of(request).empty() ? http_answer(200, bench.content) : answer(bench.content);
    });
    const auto fetched = bench.fetch(bench.transfer({server.url("/a.whl")}));
    REQUIRE_MESSAGE(fetched, fetched.error().text());
    CHECK(bench.stored() == bench.content);
  }
}

TEST_CASE("503 is tried again, 404 goes to the next address") {
  Bench bench;
  int busy = 2;
  LoopbackServer server([&](const LoopbackRequest& request) {
    if (request.path == "/gone") return http_answer(404, "not here");
    return busy-- > 0 ? http_answer(503, "busy") : http_answer(200, bench.content);
  });
  const auto fetched = bench.fetch(bench.transfer({server.url("/gone"), server.url("/a.whl")}));
  REQUIRE_MESSAGE(fetched, fetched.error().text());
  CHECK(fetched->url == server.url("/a.whl"));
  CHECK(server.requests().size() == 4);
}

TEST_CASE("wrong bytes go to quarantine with both hashes named, and the next address is tried") {
  Bench bench;
  std::string wrong = bench.content;
  wrong[5] = '!';
  LoopbackServer server(
      [&](const LoopbackRequest& request) { return http_answer(200, request.path == "/bad" ? wrong : bench.content); });
  SUBCASE("the next address has the file") {
    const auto fetched = bench.fetch(bench.transfer({server.url("/bad"), server.url("/good")}));
    REQUIRE_MESSAGE(fetched, fetched.error().text());
    CHECK(bench.stored() == bench.content);
  }
  SUBCASE("there is no other address") {
    const auto fetched = bench.fetch(bench.transfer({server.url("/bad")}));
    REQUIRE_FALSE(fetched);
    CHECK(fetched.error().text().find(sha256_hex(wrong)) != std::string::npos);
    CHECK(fetched.error().text().find(sha256_hex(bench.content)) != std::string::npos);
    CHECK(bench.stored() == "(nothing)");
  }
  CHECK(bench.quarantined() == wrong);
}

TEST_CASE("a file longer or shorter than the index promises is refused") {
  for (const std::size_t size : {299'999u, 300'001u}) {
    Bench bench;
    const std::string other = content_of(size);
    LoopbackServer server([&](const LoopbackRequest&) { return http_answer(200, other); });
    const auto fetched = bench.fetch(bench.transfer({server.url("/a.whl")}));
    CHECK_FALSE(fetched);
    CHECK(bench.stored() == "(nothing)");
  }
}

TEST_CASE("a full disk is named, before the download or at the write that fails") {
  Bench bench;
  LoopbackServer server([&](const LoopbackRequest& request) { return ranged_answer(request, bench.content); });
  SUBCASE("known before") {
    bench.disk.told_free = 1000;
  }
  SUBCASE("found out at a write") {
    bench.disk.room = 100'000;
  }
  const auto fetched = bench.fetch(bench.transfer({server.url("/a.whl")}));
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().what.find("No space left on device") != std::string::npos);
  CHECK(fetched.error().hint.find("TFHARNESS_HOME") != std::string::npos);
  CHECK(bench.stored() == "(nothing)");

  bench.disk.told_free.reset();
  bench.disk.room = UINT64_MAX;
  const auto later = bench.fetch(bench.transfer({server.url("/a.whl")}));
  REQUIRE_MESSAGE(later, later.error().text());
  CHECK(bench.stored() == bench.content);
}

TEST_CASE("user name and password stay out of errors and results") {
  Bench bench;
  LoopbackServer server([&](const LoopbackRequest&) { return http_answer(403, "no"); });
  std::string url = server.url("/a.whl?token=hidden");
  url.insert(std::string("http://").size(), "anna:secret@");
  const auto fetched = bench.fetch(bench.transfer({url}));
  REQUIRE_FALSE(fetched);
  CHECK(fetched.error().text().find("secret") == std::string::npos);
  CHECK(fetched.error().text().find("hidden") == std::string::npos);
  CHECK(fetched.error().text().find("status 403") != std::string::npos);
}

TEST_CASE("every file is reported as it arrives, and failures do not hurt the others") {
  Bench bench;
  LoopbackServer server([&](const LoopbackRequest& request) {
    return request.path == "/gone" ? http_answer(404, "") : http_answer(200, bench.content);
  });
  std::vector<Transfer> transfers;
  for (int i = 0; i < 8; ++i) {
    Transfer one = bench.transfer({server.url(i == 3 ? "/gone" : "/a.whl")});
    one.partial += std::to_string(i);
    one.destination += std::to_string(i);
    transfers.push_back(one);
  }
  std::vector<int> told(transfers.size());
  const auto fetcher = make_fetcher({}, {.parallel = 3, .first_delay = std::chrono::milliseconds(1)}, bench.clock,
                                    bench.progress, bench.disk);
  const auto results = fetcher->fetch(transfers, [&](std::size_t index, const Result<Fetched>& result) {
    ++told[index];
    CHECK(result.has_value() == (index != 3));
    CHECK(std::filesystem::exists(transfers[index].destination) == (index != 3));
  });
  CHECK(told == std::vector<int>(8, 1));
  CHECK_FALSE(results[3]);
}
