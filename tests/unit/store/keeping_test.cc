#include "harness/store/keeping.h"

#include <doctest/doctest.h>

#include "harness/base/file.h"
#include "harness/store/room.h"
#include "tests/fakes/faulty_disk.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;

// Two releases that share numpy.
Inventory two_releases() {
  Inventory inventory;
  inventory.prefixes = {{"prefixes/old", "tensorflow==2.4.0", "3.8.18", {"numpy", "old"}, 10, {}, false},
                        {"prefixes/new", "tensorflow==2.12.0", "3.8.18", {"new", "numpy"}, 10, {}, false}};
  inventory.contents = {{"old", "", {"wheels/old", "unpacked/old", "bytecode/old"}, 0, 0, {}, false},
                        {"new", "", {"wheels/new", "unpacked/new"}, 0, 0, {}, false},
                        {"numpy", "", {"wheels/numpy", "built/numpy", "unpacked/numpy"}, 0, 0, {}, false}};
  return inventory;
}

using Places = std::set<fs::path>;
const std::set<std::string> kOld = {"numpy", "old"};

LockedPackage package(const std::string& sha256, std::uint64_t size) {
  return {"pkg", "1.0", {"pkg-1.0-py3-none-any.whl", "", sha256, size}, false};
}

}  // namespace

TEST_CASE("what a run brought goes as far as it is not to be kept") {
  Inventory inventory = two_releases();
  inventory.prefixes.pop_back();
  struct {
    Keep keep;
    Places places;
  } const cases[] = {
      {Keep::all, {}},
      {Keep::wheels, {"prefixes/old", "unpacked/old", "bytecode/old", "unpacked/numpy"}},
      {Keep::prefixes, {"wheels/old", "wheels/numpy", "built/numpy"}},
      {Keep::none,
       {"prefixes/old", "wheels/old", "unpacked/old", "bytecode/old", "wheels/numpy", "built/numpy", "unpacked/numpy"}},
  };
  for (const auto& [keep, places] : cases) {
    CAPTURE(static_cast<int>(keep));
    CHECK(places_to_discard(inventory, kOld, {}, keep) == places);
  }
}

TEST_CASE("what others need or was there before or is pinned stays") {
  Inventory inventory = two_releases();
  CHECK(places_to_discard(inventory, kOld, {}, Keep::none) ==
        Places{"prefixes/old", "wheels/old", "unpacked/old", "bytecode/old"});
  CHECK(places_to_discard(inventory, kOld, {"wheels/old", "prefixes/old"}, Keep::none).empty());
  CHECK(places_to_discard(inventory, kOld, {"wheels/old"}, Keep::none) ==
        Places{"prefixes/old", "unpacked/old", "bytecode/old"});
  inventory.prefixes[0].in_use = true;
  CHECK(places_to_discard(inventory, kOld, {}, Keep::none).empty());
  inventory.prefixes[0].in_use = false;
  inventory.prefixes[0].pinned = inventory.contents[0].pinned = true;
  CHECK(places_to_discard(inventory, kOld, {}, Keep::none).empty());
}

TEST_CASE("room is set aside once for each content and the error says how much is needed and where") {
  TemporaryFolder folder;
  const StoreLayout layout(folder.path());
  FaultyDisk disk;
  disk.told_free = 10'000'000;
  Room room(layout, disk);
  const std::string one(64, 'a'), two(64, 'b');
  CHECK(room.claim("tensorflow==2.4.0", {package(one, 1'000'000)}, "cpython-38"));  // 3.5 MB
  CHECK(room.claim("tensorflow==2.4.0", {package(one, 1'000'000)}, "cpython-38"));  // the same
  const auto refused = room.claim("tensorflow==2.12.0", {package(two, 2'000'000)}, "cpython-38");
  REQUIRE_FALSE(refused);
  for (const char* part : {"7.0 MB are needed", "2.0 MB to fetch in 1 file", "6.5 MB are free in the file system at /",
                           "beside 3.5 MB for the other subjects"})
    CHECK_MESSAGE(refused.error().what.find(part) != std::string::npos, refused.error().text());
  CHECK(refused.error().hint.find("--keep none") != std::string::npos);
  CHECK(room.claimed() == std::set<std::string>{one});
  room.give_back({one});
  CHECK(room.claim("tensorflow==2.12.0", {package(two, 2'000'000)}, "cpython-38"));
}

TEST_CASE("what is there already needs no room") {
  TemporaryFolder folder;
  const StoreLayout layout(folder.path());
  FaultyDisk disk;
  disk.told_free = 100;
  Room room(layout, disk);
  const std::string sha256(64, 'a');
  folder.write("unpacked/" + sha256 + "/purelib/pkg.py", "x");
  CHECK(room.claim("pkg", {package(sha256, 1'000'000)}, "cpython-38"));
  CHECK(room.claimed().contains(sha256));
  CHECK_FALSE(room.claim("other", {package(std::string(64, 'b'), 1'000'000)}, "cpython-38"));
}
