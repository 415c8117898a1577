#include "harness/store/arriving_wheel.h"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <thread>

#include "harness/base/sha256.h"
#include "harness/store/ahead.h"
#include "harness/store/download.h"
#include "harness/store/unpack.h"
#include "tests/fakes/faulty_disk.h"
#include "tests/fakes/loopback_server.h"
#include "tests/fakes/process_runner.h"
#include "tests/fakes/temporary_folder.h"
#include "tests/fakes/zip_maker.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;

// Does not compress.
std::string noise(std::size_t size, std::uint32_t seed) {
  std::string bytes(size, ' ');
  for (char& byte : bytes) byte = static_cast<char>((seed = seed * 1664525 + 1013904223) >> 24);
  return bytes;
}

// Laid out as TensorFlow's: a little, one large member, the sources, the directory.
std::string large_wheel(std::uint32_t seed) {
  std::vector<MadeMember> members = {{.name = "pkg/first.py", .content = "first = 1\n"},
                                     {.name = "pkg/large.so", .content = noise(3'000'000, seed)}};
  for (int i = 0; i < 100; ++i)
    members.push_back({.name = "pkg/module" + std::to_string(i) + ".py",
                       .content = "n = " + std::to_string(10000 * seed + i) + "\n"});
  return made_wheel(std::move(members)).bytes();
}

const std::string& wheel() {
  static const std::string bytes = large_wheel(1);
  return bytes;
}

std::string range_of(const LoopbackRequest& request) {
  const auto found = request.headers.find("range");
  return found == request.headers.end() ? "" : found->second;
}

std::size_t body_size(const std::string& answer) {
  return answer.size() - answer.find("\r\n\r\n") - 4;
}

// A store, and a server that counts the bytes it sends.
struct Bench {
  TemporaryFolder folder;
  SystemClock clock;
  SilentProgress progress;
  FaultyDisk disk;
  FakeProcessRunner runner{[](const Command&) { return completed(0, ""); }};
  std::function<std::string(const LoopbackRequest&)> answer = [](const LoopbackRequest& request) {
    return ranged_answer(request, wheel());
  };
  std::atomic<std::size_t> sent = 0;
  LoopbackServer server{[this](const LoopbackRequest& request) {
    std::string bytes = answer(request);
    sent += body_size(bytes);
    return bytes;
  }};
  std::unique_ptr<HttpClient> http = make_http_client({}, clock);
  int attempts = 1;
  std::unique_ptr<Fetcher> fetcher =
      make_fetcher({}, {.attempts = attempts, .first_delay = std::chrono::milliseconds(1)}, clock, progress, disk);
  Workshop workshop{
      StoreLayout(folder.path() / "store"), *fetcher, *http, runner, progress, clock, clock.steady(), disk, 1 << 20};
  std::vector<std::string> early;  // modules that were there before the wheel was
  bool visible_early = false, in_time = false;
  std::uint64_t fetched_bytes = 0;

  explicit Bench(int most = 1) : attempts(most) {}

  LockedFile file() const {
    return {"pkg-1.0-py3-none-any.whl", server.url("/w"), sha256_hex(wheel()), wheel().size()};
  }
  // As those do it who want it unpacked.
  Result<Unpacked> download() {
    ArrivingWheel arriving(workshop, [this](const fs::path& unpacked) {
      for (const auto& entry : fs::directory_iterator(unpacked / "purelib/pkg"))
        early.push_back(entry.path().filename());
      visible_early = is_unpacked();
    });
    FileDownload wanted{file(), "pkg", [&](Transfer& transfer) { arriving.watch(transfer); }};
    auto downloaded = download_files({wanted}, {}, workshop).front();
    arriving.settled(downloaded.has_value());
    if (!downloaded) return std::unexpected(downloaded.error());
    fetched_bytes = downloaded->fetched.bytes;
    auto unpacked = arriving.finish(downloaded->path, sha256_hex(wheel()));
    in_time = arriving.was_in_time();
    return unpacked;
  }
  fs::path stored() const { return workshop.layout.wheel(sha256_hex(wheel()), "pkg-1.0-py3-none-any.whl"); }
  bool is_unpacked() const { return fs::exists(workshop.layout.unpacked(sha256_hex(wheel()))); }
  std::string module(int i) const {
    const fs::path unpacked = workshop.layout.unpacked(sha256_hex(wheel()));
    return read_file(unpacked / "purelib/pkg" / ("module" + std::to_string(i) + ".py")).value_or("(nothing)");
  }
  // Files in scratch/ and unfinished ones in wheels/.
  std::size_t left_over() const {
    std::size_t found = files_below(workshop.layout.scratch());
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(workshop.layout.root() / "wheels", absent))
      found += entry.path().extension() == ".partial";
    return found;
  }
};

}  // namespace

TEST_CASE("a large wheel is unpacked while it arrives, and no byte comes twice") {
  Bench bench;
  const auto unpacked = bench.download();
  REQUIRE_MESSAGE(unpacked, unpacked.error().text());
  CHECK(bench.in_time);
  CHECK(bench.early.size() >= 101);  // the largest may be there, too, perhaps not whole
  CHECK_FALSE(bench.visible_early);
  CHECK(bench.module(99) == "n = 10099\n");
  CHECK(sha256_file(unpacked->folder / "purelib/pkg/large.so") == sha256_hex(noise(3'000'000, 1)));
  CHECK(read_file(bench.stored()) == wheel());
  CHECK(bench.sent == wheel().size());
  CHECK(bench.fetched_bytes == wheel().size());
  CHECK(bench.left_over() == 0);
  const std::string begin = std::to_string(tail_offset(wheel().size()));
  REQUIRE(bench.server.requests().size() == 2);
  CHECK(range_of(bench.server.requests()[0]) == "bytes=" + begin + "-");
  CHECK(range_of(bench.server.requests()[1]).starts_with("bytes=0-"));
}

TEST_CASE("all but the largest member are there before the front has come whole") {
  Bench bench;
  std::atomic<bool> small_there = false;
  bench.answer = [&](const LoopbackRequest& request) { return ranged_answer(request, wheel()); };
  ArrivingWheel arriving(bench.workshop, [&](const fs::path&) { small_there = true; });
  Transfer transfer{.label = "a.whl",
                    .urls = {},
                    .sha256 = sha256_hex(wheel()),
                    .size = wheel().size(),
                    .partial = bench.folder.write("a.partial", ""),
                    .destination = {},
                    .quarantine = {},
                    .tail = Tail{tail_offset(wheel().size()), bench.folder.path() / "a.tail"}};
  bench.folder.write("a.tail", wheel().substr(tail_offset(wheel().size())));
  bench.folder.write("a.partial", wheel().substr(0, 10'000));
  arriving.watch(transfer);
  REQUIRE(transfer.grown);
  transfer.grown({0, wheel().size() - tail_offset(wheel().size())});
  transfer.grown({10'000, wheel().size() - tail_offset(wheel().size())});
  for (int i = 0; i < 1000 && !small_there; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  CHECK(small_there);
  CHECK_FALSE(bench.is_unpacked());
}

TEST_CASE("whatever the server does with ranges, the wheel is right in the end") {
  Bench bench(2);
  const std::string other = large_wheel(2);
  REQUIRE(other.size() == wheel().size());
  const auto front = [](const LoopbackRequest& request) { return range_of(request).starts_with("bytes=0-"); };
  int asked = 0;
  SUBCASE("no ranges") {
    bench.answer = [&](const LoopbackRequest&) { return http_answer(200, wheel()); };
  }
  SUBCASE("ranges of another file's size") {
    bench.answer = [&](const LoopbackRequest& request) {
      return range_of(request).empty() ? http_answer(200, wheel()) : ranged_answer(request, wheel() + "x");
    };
  }
  SUBCASE("the tail of another file") {
    bench.answer = [&](const LoopbackRequest& request) {
      return ranged_answer(request, range_of(request).empty() || front(request) ? wheel() : other);
    };
  }
  SUBCASE("a range for the tail only") {
    bench.answer = [&](const LoopbackRequest& request) {
      return front(request) ? http_answer(200, wheel()) : ranged_answer(request, wheel());
    };
  }
  SUBCASE("more than the range that was asked for") {
    bench.answer = [&](const LoopbackRequest& request) {
      LoopbackRequest open = request;
      if (front(request)) open.headers["range"] = "bytes=0-";
      return ranged_answer(open, wheel());
    };
  }
  SUBCASE("a connection that drops, and then no ranges any more") {
    bench.answer = [&](const LoopbackRequest& request) {
      if (asked > 0) return http_answer(200, wheel());
      if (!front(request)) return ranged_answer(request, wheel());
      ++asked;
      return ranged_answer(request, wheel()).substr(0, 1'500'000);
    };
  }
  const auto unpacked = bench.download();
  REQUIRE_MESSAGE(unpacked, unpacked.error().text());
  CHECK(read_file(bench.stored()) == wheel());
  CHECK(bench.module(7) == "n = 10007\n");
  CHECK(sha256_file(unpacked->folder / "purelib/pkg/large.so") == sha256_hex(noise(3'000'000, 1)));
  CHECK(bench.left_over() == 0);
}

TEST_CASE("the next mirror goes on in the middle of the front") {
  Bench bench;
  LoopbackServer second([](const LoopbackRequest& request) { return ranged_answer(request, wheel()); });
  bench.answer = [&](const LoopbackRequest& request) {
    const std::string answer = ranged_answer(request, wheel());
    return range_of(request).starts_with("bytes=0-") ? answer.substr(0, 1'500'000) : answer;
  };
  ArrivingWheel arriving(bench.workshop);
  const StoreLayout& layout = bench.workshop.layout;
  const std::string sha256 = sha256_hex(wheel());
  Transfer transfer{.label = "a.whl",
                    .urls = {bench.server.url("/w"), second.url("/w")},
                    .sha256 = sha256,
                    .size = wheel().size(),
                    .partial = layout.partial(sha256),
                    .destination = bench.stored(),
                    .quarantine = layout.quarantine() / "a.whl",
                    .tail = Tail{tail_offset(wheel().size()), layout.tail(sha256)}};
  arriving.watch(transfer);
  const auto fetched = bench.fetcher->fetch({transfer}, {}).front();
  REQUIRE_MESSAGE(fetched, fetched.error().text());
  REQUIRE(second.requests().size() == 1);
  CHECK_FALSE(range_of(second.requests().front()).starts_with("bytes=0-"));
  arriving.settled(true);
  REQUIRE(arriving.finish(bench.stored(), sha256));
  CHECK(arriving.was_in_time());
  CHECK(fetched->bytes < wheel().size() + 1000);
  CHECK(bench.left_over() == 0);
}

TEST_CASE("a file that is not the one in the lock leaves nothing that could be taken for it") {
  Bench bench;
  std::string wrong = large_wheel(2);
  bool quarantined = true;
  SUBCASE("another wheel of the same size") {}
  SUBCASE("one byte of the large member") {
    wrong = wheel();
    wrong[1'000'000] ^= 1;
  }
  SUBCASE("shorter than the index says") {
    wrong = wheel().substr(0, wheel().size() - 1);
    quarantined = false;
  }
  bench.answer = [&](const LoopbackRequest& request) { return ranged_answer(request, wrong); };
  CHECK_FALSE(bench.download());
  CHECK_FALSE(fs::exists(bench.stored()));
  CHECK_FALSE(bench.is_unpacked());
  CHECK(fs::exists(bench.workshop.layout.quarantine()) == quarantined);
  CHECK(bench.left_over() == 0);
}

TEST_CASE("a damaged wheel is refused in the same words whether it arrives or is there") {
  std::string damaged = wheel();
  damaged[1'000'000] ^= 1;  // of the large member, which is deflated
  std::vector<std::string> errors;
  for (const std::uint64_t from : {std::uint64_t{1} << 20, UINT64_MAX}) {
    Bench bench;
    bench.workshop.unpacks_arriving_from = from;
    bench.answer = [&](const LoopbackRequest& request) { return ranged_answer(request, damaged); };
    const FileDownload wanted{{"pkg-1.0-py3-none-any.whl", bench.server.url("/w"), sha256_hex(damaged), damaged.size()},
                              "pkg"};
    const auto ahead = fetch_ahead(wanted, Interpreter(), {}, bench.workshop);
    REQUIRE_FALSE(ahead);
    errors.push_back(ahead.error().text());
    CHECK(bench.left_over() == 0);
    CHECK_FALSE(fs::exists(bench.workshop.layout.unpacked(sha256_hex(damaged))));
    CHECK(bench.server.requests().size() == (from == UINT64_MAX ? 1 : 2));
  }
  CHECK(errors[0] == errors[1]);
}

TEST_CASE("a run that is broken off loses no more than a megabyte") {
  for (const std::size_t at : {std::size_t{0}, std::size_t{500}, std::size_t{2'000'000}}) {
    for (const bool in_tail : {false, true}) {
      CAPTURE(at);
      CAPTURE(in_tail);
      Bench bench;
      const auto whole = bench.answer;
      bench.answer = [&](const LoopbackRequest& request) {
        const std::string answer = whole(request);
        const bool front = range_of(request).starts_with("bytes=0-");
        return front != in_tail ? answer.substr(0, answer.find("\r\n\r\n") + 4 + at / (in_tail ? 10 : 1)) : answer;
      };
      CHECK_FALSE(bench.download());
      CHECK_FALSE(bench.is_unpacked());
      bench.answer = whole;
      const auto downloaded = bench.download();
      REQUIRE_MESSAGE(downloaded, downloaded.error().text());
      CHECK(bench.in_time);
      CHECK(read_file(bench.stored()) == wheel());
      CHECK(bench.sent <= wheel().size() + (1 << 20));
      CHECK(bench.left_over() == 0);
    }
  }
}

TEST_CASE("what a killed run left of front and tail is the file's, however far it had come") {
  const std::uint64_t offset = tail_offset(wheel().size()), tail = wheel().size() - offset;
  // Bytes of the front, bytes of the tail, bytes that come.
  const std::vector<std::array<std::uint64_t, 3>> lefts = {{0, tail, offset},
                                                           {offset, tail, 0},
                                                           {offset, 1000, tail - 1000},
                                                           {offset + 100'000, tail, 0},  // while it was appended
                                                           {wheel().size(), tail, 0},
                                                           {offset + 100'000, 1000, tail - 100'000},
                                                           {500, tail + 1, wheel().size() - 500}};
  for (const auto& [front, behind, comes] : lefts) {
    for (const bool watched : {true, false}) {
      CAPTURE(front);
      CAPTURE(behind);
      CAPTURE(watched);
      Bench bench;
      const StoreLayout& layout = bench.workshop.layout;
      REQUIRE(write_file(system_disk(), layout.partial(sha256_hex(wheel())), wheel().substr(0, front)));
      REQUIRE(write_file(system_disk(), layout.tail(sha256_hex(wheel())), (wheel() + "x").substr(offset, behind)));
      if (watched)
        REQUIRE(bench.download());
      else
        REQUIRE(download_files({{bench.file(), "pkg"}}, {}, bench.workshop).front());
      CHECK(read_file(bench.stored()) == wheel());
      CHECK(bench.sent == comes);
      CHECK(bench.left_over() == 0);
    }
  }
}

TEST_CASE("two that want one wheel fetch and unpack it once") {
  Bench bench;
  Result<FetchedAhead> first, second;
  {
    const std::jthread other([&] { second = fetch_ahead({bench.file(), "pkg"}, Interpreter(), {}, bench.workshop); });
    first = fetch_ahead({bench.file(), "pkg"}, Interpreter(), {}, bench.workshop);
  }
  REQUIRE_MESSAGE(first, first.error().text());
  REQUIRE_MESSAGE(second, second.error().text());
  CHECK(bench.sent == wheel().size());
  CHECK(bench.is_unpacked());
  CHECK(bench.left_over() == 0);
}

TEST_CASE("a wheel for which there is no place is unpacked when it is there") {
  Bench bench;
  const auto one = bench.workshop.arriving.take(), other = bench.workshop.arriving.take();
  REQUIRE(other);
  REQUIRE(bench.download());
  CHECK_FALSE(bench.in_time);
  CHECK(bench.module(3) == "n = 10003\n");
  CHECK(bench.left_over() == 0);
}

TEST_CASE("a disk that is full while the wheel arrives is an error, and the next run completes it") {
  for (const std::uint64_t room : {100'000, 1'000'000, 4'000'000, 6'000'000}) {
    CAPTURE(room);
    Bench bench;
    bench.disk.room = room;
    const auto full = bench.download();
    CHECK((full || full.error().text().find("No space left") != std::string::npos));
    bench.disk.room = UINT64_MAX;
    const auto again = bench.download();
    REQUIRE_MESSAGE(again, again.error().text());
    CHECK(bench.module(3) == "n = 10003\n");
    CHECK(bench.left_over() == 0);
  }
}
