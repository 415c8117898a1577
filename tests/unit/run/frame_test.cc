#include "harness/run/frame.h"

#include <doctest/doctest.h>
#include <sys/socket.h>

#include <array>
#include <thread>

#include "harness/base/file.h"

namespace tfh {
namespace {

using nlohmann::json;

struct SocketPair {
  SocketPair() {
    std::array<int, 2> ends{};
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
    ours = Descriptor(ends[0]);
    theirs = Descriptor(ends[1]);
  }
  Descriptor ours, theirs;
};

TEST_CASE("frames: come out as they went in, whatever the pieces they arrive in") {
  const std::vector<json> messages{json::object(),
                                   {{"type", "source"}, {"line", "x = '\xc3\xa9\\n'"}},
                                   {{"type", "observed"}, {"value", std::string(70'000, 'a')}}};
  std::string stream;
  for (const json& message : messages) stream += encode_frame(message);
  for (const std::size_t piece : {std::size_t{1}, std::size_t{3}, std::size_t{4096}, stream.size()}) {
    CAPTURE(piece);
    FrameBuffer buffer;
    std::vector<json> read;
    for (std::size_t at = 0; at < stream.size(); at += piece) {
      buffer.append(std::string_view(stream).substr(at, piece));
      for (auto text = buffer.take(); text && *text; text = buffer.take()) read.push_back(*decode_frame(**text));
    }
    CHECK(read == messages);
    CHECK(buffer.empty());
  }
}

TEST_CASE("frames: a reader that takes what is wanted never takes a byte of the next frame") {
  SocketPair sockets;
  REQUIRE(write_frame(sockets.theirs.get(), {{"number", 1}}));
  REQUIRE(write_frame(sockets.theirs.get(), {{"number", 2}}));
  for (const int number : {1, 2}) {
    auto message = read_frame(sockets.ours.get());
    REQUIRE(message);
    CHECK((**message)["number"] == number);
  }
}

TEST_CASE("frames: larger than what a socket holds") {
  SocketPair sockets;
  const json message{{"data", std::string(3u << 20, 'x')}};
  std::jthread writer([&] { CHECK(write_frame(sockets.theirs.get(), message)); });
  auto read = read_frame(sockets.ours.get(), std::chrono::seconds(60));
  REQUIRE(read);
  CHECK(**read == message);
}

TEST_CASE("frames: what is not UTF-8 is replaced, not fatal") {
  const std::string frame = encode_frame({{"line", "a\xff"}});
  CHECK(decode_frame(std::string_view(frame).substr(4))->at("line") == "a\xef\xbf\xbd");
}

TEST_CASE("frames: broken streams are errors that say how") {
  struct Row {
    std::string bytes, what;
  };
  const std::string whole = encode_frame({{"type", "hello"}});
  for (const Row& row : {Row{whole.substr(0, 2), "the other side closed within it"},
                         Row{whole.substr(0, whole.size() - 1), "the other side closed within it"},
                         Row{"\xff\xff\xff\xff", "a length of 4294967295 bytes is not possible"},
                         Row{std::string("\0\0\0\2{]", 6), "it is not a JSON object"},
                         Row{std::string("\0\0\0\0", 4), "it is not a JSON object"}}) {
    CAPTURE(row.what);
    SocketPair sockets;
    REQUIRE(write_bytes(sockets.theirs.get(), row.bytes));
    sockets.theirs = Descriptor();
    auto message = read_frame(sockets.ours.get());
    REQUIRE(!message);
    CHECK(message.error().what == row.what);
  }
}

TEST_CASE("frames: the end of the stream between two frames is no error") {
  SocketPair sockets;
  sockets.theirs = Descriptor();
  auto message = read_frame(sockets.ours.get());
  REQUIRE(message);
  CHECK(!*message);
}

TEST_CASE("frames: silence is an error after the timeout") {
  SocketPair sockets;
  auto message = read_frame(sockets.ours.get(), std::chrono::milliseconds(10));
  REQUIRE(!message);
  CHECK(message.error().what == "nothing came in time");
}

TEST_CASE("frames: writing to a closed socket is an error, not a signal") {
  SocketPair sockets;
  sockets.ours = Descriptor();
  CHECK(!write_frame(sockets.theirs.get(), {{"type", "hello"}}));
}

}  // namespace
}  // namespace tfh
