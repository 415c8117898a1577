#include "harness/store/member_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>

#include <chrono>
#include <string>
#include <thread>

#include "tests/fakes/faulty_disk.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

constexpr std::size_t kBlock = 4 << 20, kLarge = MemberFile::large;

// Knows which of the bytes went past the page cache; a slow one takes a tenth of a second for each block.
class WatchedDisk : public FaultyDisk {
 public:
  bool is_slow = false;
  std::size_t direct = 0, usual = 0;  // bytes

  ssize_t write(int descriptor, const void* data, std::size_t size) override {
    if (is_slow) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const ssize_t written = FaultyDisk::write(descriptor, data, size);
    if (written > 0) (::fcntl(descriptor, F_GETFL) & O_DIRECT ? direct : usual) += static_cast<std::size_t>(written);
    return written;
  }
};

std::string content(std::size_t size) {
  std::string text(size, '\0');
  for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(i * 2654435761U >> 24);
  return text;
}

// Written in pieces as an inflater makes them.
Result<void> write(WatchedDisk& disk, const std::filesystem::path& path, std::string_view text) {
  MemberFile file(disk, path, text.size());
  TRY(file.open(0444));
  for (std::size_t at = 0; at < text.size(); at += 100'000) TRY(file.write(text.substr(at, 100'000)));
  return file.finish();
}

// tmpfs and others know no direct writing: then there is nothing to see of it.
bool writes_directly(const std::filesystem::path& folder) {
  const auto file = open_file(folder / "probe", O_WRONLY | O_CREAT | O_DIRECT);
  return file.has_value();
}

}  // namespace

TEST_CASE("a member's file holds what was written, and blocks of a large one pass by the page cache") {
  const TemporaryFolder folder;
  const bool direct = writes_directly(folder.path());
  for (const std::size_t size : {std::size_t{0}, kBlock, kLarge - 1, kLarge, kLarge + kBlock + 4097}) {
    CAPTURE(size);
    WatchedDisk disk;
    const std::string text = content(size);
    const auto path = folder.path() / std::to_string(size);
    REQUIRE(write(disk, path, text));
    CHECK(read_file(path) == text);
    CHECK(disk.direct + disk.usual == size);
    // How many blocks more depends on how quick the disk is.
    if (direct) CHECK(disk.direct >= (size < kLarge ? 0 : kBlock));
    if (size < kLarge) CHECK(disk.direct == 0);
    CHECK(disk.direct % kBlock == 0);
  }
}

TEST_CASE("a disk that is slow gets the rest in the usual way") {
  const TemporaryFolder folder;
  WatchedDisk disk;
  disk.is_slow = true;
  const std::string text = content(kLarge);
  REQUIRE(write(disk, folder.path() / "file", text));
  CHECK(read_file(folder.path() / "file") == text);
  CHECK(disk.usual >= kLarge - kBlock);
}

TEST_CASE("what a disk takes only in part, or not in that way, goes on in the usual way") {
  const TemporaryFolder folder;
  const std::string text = content(kLarge + 5);
  SUBCASE("a part of a block") {
    WatchedDisk disk;
    disk.writes_halves = true;
    REQUIRE(write(disk, folder.path() / "file", text));
  }
  SUBCASE("it refuses") {
    WatchedDisk disk;
    disk.failures = {{.call = DiskCall::write, .first = 0, .error = EINVAL}};
    REQUIRE(write(disk, folder.path() / "file", text));
    CHECK(disk.direct == 0);
  }
  CHECK(read_file(folder.path() / "file") == text);
}

TEST_CASE("a full disk is told") {
  const TemporaryFolder folder;
  WatchedDisk disk;
  disk.room = kBlock;
  const auto written = write(disk, folder.path() / "file", content(kLarge));
  REQUIRE_FALSE(written);
  CHECK(written.error().what.find("No space") != std::string::npos);
}
