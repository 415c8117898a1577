#include "harness/store/arriving_bytes.h"

#include <doctest/doctest.h>

#include <thread>

#include "tests/fakes/temporary_folder.h"

using namespace tfh;

TEST_CASE("who reads bytes that are still to come waits for them, or is told that they will not") {
  TemporaryFolder folder;
  const std::string text = "0123456789";
  Transfer transfer{.label = "a",
                    .urls = {},
                    .sha256 = "",
                    .size = text.size(),
                    .partial = folder.write("front", text),
                    .destination = {},
                    .quarantine = {},
                    .tail = Tail{6, folder.write("tail", text.substr(6))}};
  const auto bytes = ArrivingBytes::open(transfer).value();
  bytes->grown({0, 4});
  CHECK(bytes->record(7, 3) == "789");
  CHECK_FALSE(bytes->record(7, 4));
  std::string middle;
  std::jthread reader([&] { middle = bytes->record(2, 7).value_or("(nothing)"); });
  for (const std::uint64_t count : {1, 3, 5, 6}) bytes->grown({count, 4});
  reader.join();
  CHECK(middle == "2345678");
  CHECK_FALSE(bytes->is_whole());
  bytes->grown({10, 0});
  CHECK(bytes->is_whole());
  CHECK(bytes->record(0, 10) == text);
  const auto nothing = ArrivingBytes::open(transfer).value();
  Result<std::string> given_up;
  reader = std::jthread([&] { given_up = nothing->record(0, 1); });
  SUBCASE("given up") {
    nothing->stop();
  }
  SUBCASE("started again") {
    nothing->grown({0, 2});
    nothing->grown({0, 0});
  }
  reader.join();
  CHECK_FALSE(given_up);
}
