#include "harness/store/unpack.h"

#include <doctest/doctest.h>

#include <functional>

#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "tests/fakes/faulty_disk.h"
#include "tests/fakes/temporary_folder.h"
#include "tests/fakes/zip_maker.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;

std::string long_text(std::size_t size) {
  std::string text(size, ' ');
  for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>('a' + (i * i / 3 + i) % 23);
  return text;
}

struct Store {
  TemporaryFolder folder;
  StoreLayout layout{folder.path() / "store"};
  FaultyDisk disk;

  Result<Unpacked> unpack(const std::string& bytes) {
    const fs::path wheel = folder.write("pkg-1.0-py3-none-any.whl", bytes);
    return unpack_wheel(wheel, sha256_hex(bytes), layout, disk, 2);
  }
  // What is visible under unpacked/, and what is left in scratch/.
  std::size_t published() const { return count(folder.path() / "store" / "unpacked"); }
  std::size_t left_over() const { return files_below(layout.scratch()); }

 private:
  static std::size_t count(const fs::path& path) {
    std::error_code absent;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path, absent), fs::directory_iterator()));
  }
};

std::string content(const fs::path& path) {
  return read_file(path).value_or("(nothing)");
}

}  // namespace

TEST_CASE("a wheel is unpacked as it was packed, and its .data folder is spread") {
  Store store;
  const std::string large = long_text(3'000'000);
  const auto unpacked = store.unpack(made_wheel({{.name = "pkg/", .content = "", .unix_mode = 040755},
                                                 {.name = "pkg/__init__.py", .content = "x = 1\n"},
                                                 {.name = "pkg/empty.py", .content = ""},
                                                 {.name = "pkg/large.so", .content = large, .unix_mode = 0100755},
                                                 {.name = "pkg/stored.bin", .content = large, .deflated = false},
                                                 {.name = "pkg-1.0.data/purelib/pure.py", .content = "1"},
                                                 {.name = "pkg-1.0.data/platlib/plat.py", .content = "2"},
                                                 {.name = "pkg-1.0.data/scripts/run", .content = "#!python\n"},
                                                 {.name = "pkg-1.0.data/headers/a.h", .content = "3"},
                                                 {.name = "pkg-1.0.data/data/share/d", .content = "4"}})
                                         .bytes());
  REQUIRE_MESSAGE(unpacked, unpacked.error().text());
  const fs::path& folder = unpacked->folder;
  CHECK(content(folder / "purelib/pkg/__init__.py") == "x = 1\n");
  CHECK(content(folder / "purelib/pkg/empty.py").empty());
  CHECK(content(folder / "purelib/pkg/large.so") == large);
  CHECK(content(folder / "purelib/pkg/stored.bin") == large);
  CHECK(content(folder / "purelib/pure.py") == "1");
  CHECK(content(folder / "purelib/plat.py") == "2");
  CHECK(content(folder / "scripts/run") == "#!python\n");
  CHECK(content(folder / "headers/pkg/a.h") == "3");
  CHECK(content(folder / "data/share/d") == "4");
  CHECK(content(folder / "purelib/pkg-1.0.dist-info/METADATA").starts_with("Name: pkg"));
  CHECK(unpacked->notes.empty());
  const auto executable = [&](const char* below) {
    return (fs::status(folder / below).permissions() & fs::perms::owner_exec) != fs::perms::none;
  };
  CHECK(executable("purelib/pkg/large.so"));
  CHECK(executable("scripts/run"));
  CHECK_FALSE(executable("purelib/pkg/__init__.py"));
  CHECK(store.left_over() == 0);
}

TEST_CASE("damaged archives are refused and nothing of them becomes visible") {
  const std::string text = long_text(100'000);
  const MadeArchive good = made_wheel({{.name = "pkg/a.py", .content = text}});
  const auto changed = [&](const std::function<void(MadeArchive&)>& change) {
    MadeArchive archive = good;
    change(archive);
    return archive.bytes();
  };
  std::string flipped = good.bytes();
  flipped[500] = static_cast<char>(flipped[500] ^ 1);
  const std::string whole = good.bytes();
  const std::vector<std::pair<const char*, std::string>> rows = {
      {"empty file", ""},
      {"no archive", "<html>403</html>"},
      {"one flipped bit", flipped},
      {"cut in a member", whole.substr(0, 600)},
      {"cut in the directory", whole.substr(0, whole.size() - 40)},
      {"last byte missing", whole.substr(0, whole.size() - 1)},
      {"bytes after the end", changed([](MadeArchive& a) { a.after = "x"; })},
      {"a second archive after it", changed([&](MadeArchive& a) { a.before = whole; })},
      {"one member more announced", changed([](MadeArchive& a) { a.count_difference = 1; })},
      {"one member less announced", changed([](MadeArchive& a) { a.count_difference = -1; })},
      {"members that overlap", changed([](MadeArchive& a) { a.shared_offset = true; })},
      {"another name in the local header", changed([](MadeArchive& a) { a.members[0].local_name = "pkg/b.py"; })},
      {"another CRC", changed([](MadeArchive& a) { a.members[0].crc = 5; })},
      {"a size too small", changed([](MadeArchive& a) { a.members[0].size = 10; })},
      {"a size too large", changed([](MadeArchive& a) { a.members[0].size = 200'000; })},
      {"no .dist-info", MadeArchive{.members = {{.name = "pkg/a.py", .content = "1"}}}.bytes()},
  };
  for (const auto& [what, bytes] : rows) {
    CAPTURE(what);
    Store store;
    CHECK_FALSE(store.unpack(bytes));
    CHECK(store.published() == 0);
    CHECK(store.left_over() == 0);
  }
}

TEST_CASE("hostile members are refused and write nothing outside") {
  using namespace std::string_literals;
  const std::vector<MadeMember> rows = {
      {.name = "../x", .content = "1"},
      {.name = "pkg/../../x", .content = "1"},
      {.name = "/tmp/tfharness-must-not-be-there", .content = "1"},
      {.name = "pkg//x", .content = "1"},
      {.name = "pkg/./x", .content = "1"},
      {.name = "pkg\\x", .content = "1"},
      {.name = "pkg/x\0y"s, .content = "1"},
      {.name = "pkg/x\ny", .content = "1"},
      {.name = "pkg/\xff", .content = "1"},
      {.name = "pkg/link", .content = "/etc/passwd", .unix_mode = 0120777},
      {.name = "pkg/pipe", .content = "", .unix_mode = 0010644},
      {.name = "pkg/a.py", .content = "a second one"},
      {.name = "pkg/a.py/below", .content = "a file as a folder"},
      {.name = "pkg-1.0.data/purelib/pkg/a.py", .content = "the same place in another way"},
      {.name = "pkg-1.0.data/elsewhere/x", .content = "1"},
      {.name = "other-2.0.dist-info/METADATA", .content = "two packages"},
      {.name = "pkg/bomb", .content = std::string(80'000'000, '\0')},
  };
  for (const MadeMember& row : rows) {
    CAPTURE(row.name);
    Store store;
    CHECK_FALSE(store.unpack(made_wheel({{.name = "pkg/a.py", .content = "1"}, row}).bytes()));
    CHECK(store.published() == 0);
    CHECK(store.left_over() == 0);
    CHECK_FALSE(fs::exists("/tmp/tfharness-must-not-be-there"));
  }
}

TEST_CASE("a RECORD that does not match is a note, kept for later runs") {
  Store store;
  MadeArchive wheel = made_wheel({{.name = "pkg/a.py", .content = "1"}, {.name = "pkg/b.py", .content = "2"}});
  wheel.members[0].content = "longer";
  wheel.members[1].name = "pkg/c.py";
  for (int run = 0; run < 2; ++run) {
    const auto unpacked = store.unpack(wheel.bytes());
    REQUIRE_MESSAGE(unpacked, unpacked.error().text());
    REQUIRE(unpacked->notes.size() == 3);
    CHECK(unpacked->notes[0].find("pkg/b.py") != std::string::npos);
    CHECK(unpacked->notes[1].find("pkg/a.py") != std::string::npos);
    CHECK(unpacked->notes[2].find("pkg/c.py") != std::string::npos);
  }
}

TEST_CASE("a disk that fails leaves nothing visible, and the next run succeeds") {
  Store store;
  const std::string bytes = made_wheel({{.name = "pkg/a.bin", .content = long_text(2'000'000)}}).bytes();
  SUBCASE("full at a write") {
    store.disk.room = 1'000'000;
  }
  SUBCASE("too full from the start") {
    store.disk.told_free = 1'000'000;
  }
  SUBCASE("the rename fails") {
    store.disk.renames_fail = true;
  }
  const auto refused = store.unpack(bytes);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().hint.find("TFHARNESS_HOME") != std::string::npos);
  CHECK(store.published() == 0);
  CHECK(store.left_over() == 0);
  store.disk.room = UINT64_MAX;
  store.disk.told_free.reset();
  store.disk.renames_fail = false;
  CHECK(store.unpack(bytes));
  CHECK(store.published() == 1);
}

TEST_CASE("a member so large that its writing has a thread of its own is whole, or refused") {
  Store store;
  const std::string large = long_text(20'000'000);
  const std::string bytes = made_wheel({{.name = "pkg/large.so", .content = large}}).bytes();
  store.disk.room = 17'000'000;
  CHECK_FALSE(store.unpack(bytes));
  CHECK(store.published() == 0);
  CHECK(store.left_over() == 0);
  store.disk.room = UINT64_MAX;
  const auto unpacked = store.unpack(bytes);
  REQUIRE_MESSAGE(unpacked, unpacked.error().text());
  CHECK(content(unpacked->folder / "purelib/pkg/large.so") == large);
}

TEST_CASE("what is unpacked already is not unpacked again") {
  Store store;
  const std::string bytes = made_wheel({{.name = "pkg/a.py", .content = "1"}}).bytes();
  const auto first = store.unpack(bytes);
  REQUIRE(first);
  store.disk.room = 0;
  const auto second = store.unpack(bytes);
  REQUIRE(second);
  CHECK(second->folder == first->folder);
}
