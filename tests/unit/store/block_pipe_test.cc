#include "harness/store/block_pipe.h"

#include <doctest/doctest.h>

#include <cstring>
#include <string>

using namespace tfh;

namespace {

Result<void> put(BlockPipe& pipe, const std::string& text) {
  std::memcpy(pipe.room().data(), text.data(), text.size());
  return pipe.put(text.size());
}

}  // namespace

TEST_CASE("blocks are consumed in order, more of them than the pipe holds") {
  std::string all, expected;
  BlockPipe pipe([&](std::string_view bytes) -> Result<void> {
    all += bytes;
    return {};
  });
  for (int i = 0; i < 500; ++i) {
    const std::string text = std::to_string(i) + ",";
    REQUIRE(put(pipe, text));
    expected += text;
  }
  REQUIRE(pipe.finish());
  CHECK(all == expected);
}

TEST_CASE("a consumer that fails is not called again, and who fills the pipe learns of it") {
  int calls = 0;
  BlockPipe pipe([&](std::string_view) -> Result<void> {
    if (++calls < 3) return {};
    return fail("writing", "full");
  });
  bool told = false;
  for (int i = 0; i < 100 && !told; ++i) told = !put(pipe, "x");
  CHECK(told);
  const auto finished = pipe.finish();
  REQUIRE_FALSE(finished);
  CHECK(finished.error().what == "full");
  CHECK(calls == 3);
}

TEST_CASE("what was put is consumed before the pipe goes away") {
  int calls = 0;
  {
    BlockPipe pipe([&](std::string_view) -> Result<void> {
      ++calls;
      return {};
    });
    REQUIRE(put(pipe, "x"));
    REQUIRE(put(pipe, "y"));
  }
  CHECK(calls == 2);
}
