#include "harness/store/cleaning.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "harness/base/file.h"
#include "tests/fakes/faulty_disk.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

namespace fs = std::filesystem;
using std::chrono::hours;

const Moment now = std::chrono::system_clock::from_time_t(1'800'000'000);

// Two releases that share `numpy`, and a wheel that only download wanted; the later in the list, the longer unused.
Inventory two_releases() {
  Inventory inventory;
  inventory.prefixes = {
      {"prefixes/new", "tensorflow==2.12.0", "3.8.18", {"tf-new", "numpy"}, 10, now - hours(1), false},
      {"prefixes/old", "tensorflow==2.4.0", "3.8.18", {"tf-old", "numpy"}, 10, now - hours(48), false},
  };
  inventory.contents = {
      {"tf-new",
       "tensorflow-2.12.0-cp38-cp38-linux_x86_64.whl",
       {"wheels/tf-new", "unpacked/tf-new"},
       100,
       200,
       now - hours(1),
       false},
      {"tf-old",
       "tensorflow-2.4.0-cp38-cp38-linux_x86_64.whl",
       {"wheels/tf-old", "unpacked/tf-old"},
       100,
       200,
       now - hours(48),
       false},
      {"numpy", "numpy-1.0-cp38-cp38-linux_x86_64.whl", {"wheels/numpy"}, 50, 0, now - hours(48), false},
      {"loose", "tensorflow-2.8.0-cp38-cp38-linux_x86_64.whl", {"wheels/loose"}, 70, 0, now - hours(24), false},
  };
  return inventory;
}

std::vector<std::string> sorted_places(const Cleaning& cleaning) {
  std::vector<std::string> places(cleaning.places.begin(), cleaning.places.end());
  std::ranges::sort(places);
  return places;
}

using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("a release takes its own content along and leaves what others need") {
  const Cleaning cleaning = choose_cleaning(two_releases(), {.releases = {"tensorflow==2.4.0"}}, now);
  CHECK(sorted_places(cleaning) == Places{"prefixes/old", "unpacked/tf-old", "wheels/tf-old"});
  CHECK(cleaning.bytes == 310);
  REQUIRE(cleaning.dropped.size() == 1);
  CHECK(cleaning.dropped[0].name == "tensorflow==2.4.0");
  CHECK(cleaning.dropped[0].bytes == 310);
}

TEST_CASE("a wheel that no prefix uses goes by its own name") {
  CHECK(sorted_places(choose_cleaning(two_releases(), {.releases = {"tensorflow==2.8.0"}}, now)) ==
        Places{"wheels/loose"});
  CHECK(choose_cleaning(two_releases(), {.releases = {"numpy==1.0"}}, now).places.empty());
}

TEST_CASE("what is old goes by its last use, not by when its wheels came") {
  Inventory inventory = two_releases();
  CHECK(sorted_places(choose_cleaning(inventory, {.unused = hours(30)}, now)) ==
        Places{"prefixes/old", "unpacked/tf-old", "wheels/tf-old"});
  inventory.prefixes[1].used = now;
  CHECK(choose_cleaning(inventory, {.unused = hours(30)}, now).places.empty());
}

TEST_CASE("a size is reached with what nobody uses first, then with the longest unused") {
  const Inventory inventory = two_releases();
  REQUIRE(inventory.bytes() == 740);
  CHECK(choose_cleaning(inventory, {.largest = 740}, now).places.empty());
  CHECK(sorted_places(choose_cleaning(inventory, {.largest = 700}, now)) == Places{"wheels/loose"});
  const Cleaning half = choose_cleaning(inventory, {.largest = 400}, now);
  CHECK(sorted_places(half) == Places{"prefixes/old", "unpacked/tf-old", "wheels/loose", "wheels/tf-old"});
  CHECK(inventory.bytes() - half.bytes == 360);
  CHECK(choose_cleaning(inventory, {.largest = 0}, now).bytes == 740);
}

TEST_CASE("what is pinned stays whatever is asked for") {
  Inventory inventory = two_releases();
  inventory.prefixes[1].pinned = inventory.contents[1].pinned = inventory.contents[2].pinned = true;
  for (const CleaningRequest& request :
       {CleaningRequest{.everything = true}, CleaningRequest{.largest = 0}, CleaningRequest{.unused = hours(0)}}) {
    const Places places = sorted_places(choose_cleaning(inventory, request, now));
    for (const char* kept : {"prefixes/old", "wheels/tf-old", "unpacked/tf-old", "wheels/numpy"})
      CHECK(std::ranges::find(places, kept) == places.end());
    CHECK_FALSE(places.empty());
  }
}

TEST_CASE("what another run uses stays with all it was made of, and with every interpreter") {
  Inventory inventory = two_releases();
  inventory.prefixes[1].in_use = true;
  inventory.others = {{StoredOther::Kind::interpreter, "pythons/3.8", 10, now},
                      {StoredOther::Kind::resolver_cache, "uv", 10, now}};
  const Cleaning all = choose_cleaning(inventory, {.everything = true}, now);
  CHECK(sorted_places(all) == Places{"prefixes/new", "unpacked/tf-new", "uv", "wheels/loose", "wheels/tf-new"});
  CHECK(all.in_use == ReleaseNames{"tensorflow==2.4.0"});
  CHECK(choose_cleaning(inventory, {.releases = {"tensorflow==2.4.0"}}, now).places.empty());
  CHECK(choose_cleaning(inventory, {.releases = {"tensorflow==2.12.0"}}, now).in_use.empty());
}

TEST_CASE("an inventory counts what prefixes share once, and cleaning gives it back") {
  TemporaryFolder folder;
  const StoreLayout layout(folder.path());
  const std::string sha256(64, 'a');
  folder.write("wheels/" + sha256 + "/pkg-1.0-py3-none-any.whl", std::string(100'000, 'x'));
  folder.write("unpacked/" + sha256 + "/purelib/pkg.py", std::string(200'000, 'y'));
  folder.write("wheels/" + std::string(64, 'b') + ".partial", "half");
  for (const char* key : {"one", "two"}) {
    fs::create_directories(layout.prefix(key));
    fs::create_hard_link(layout.unpacked(sha256) / "purelib/pkg.py", layout.prefix(key) / "pkg.py");
    REQUIRE(write_manifest({"pkg", "3.8.18", {{"pkg", "1.0", sha256, false}}}, layout.prefix(key), system_disk()));
  }
  REQUIRE(write_pins({"other==1.0"}, layout));
  const Inventory inventory = take_inventory(layout);
  REQUIRE(inventory.prefixes.size() == 2);
  REQUIRE(inventory.contents.size() == 1);
  CHECK(inventory.prefixes[0].release == "pkg==1.0");
  CHECK(inventory.prefixes[0].python == "3.8.18");
  CHECK_FALSE(inventory.prefixes[0].pinned);
  CHECK(inventory.contents[0].filename == "pkg-1.0-py3-none-any.whl");
  CHECK(inventory.bytes() >= 300'000);
  CHECK(inventory.bytes() < 400'000);

  FaultyDisk disk;
  const Cleaning all = choose_cleaning(inventory, {.everything = true}, now);
  disk.renames_fail = true;
  CHECK_FALSE(carry_out(all, layout, disk));
  CHECK(take_inventory(layout).prefixes.size() == 2);
  disk.renames_fail = false;
  REQUIRE(carry_out(all, layout, disk));
  CHECK(take_inventory(layout).prefixes.empty());
  CHECK(take_inventory(layout).contents.empty());
}

TEST_CASE("pins hold the prefix of their release and all that it was made of") {
  TemporaryFolder folder;
  const StoreLayout layout(folder.path());
  const std::string sha256(64, 'a');
  folder.write("unpacked/" + sha256 + "/purelib/pkg.py", "x");
  fs::create_directories(layout.prefix("one"));
  REQUIRE(write_manifest({"pkg", "3.8.18", {{"pkg", "1.0", sha256, false}}}, layout.prefix("one"), system_disk()));
  for (const char* written : {"pkg==1.0", "pkg==1"}) {
    REQUIRE(write_pins({written}, layout));
    const Inventory inventory = take_inventory(layout);
    CHECK(inventory.prefixes.at(0).pinned);
    CHECK(inventory.contents.at(0).pinned);
    CHECK(choose_cleaning(inventory, {.everything = true}, now).places.empty());
  }
}

TEST_CASE("a release is one however its version is written, and what is no release is what it says") {
  const ReleaseNames names = {"pkg==1.0", "pkg==1.0.0", "pkg==1.1", "package==1.0", "", "odd", "odd==x"};
  CHECK(names.size() == 6);
  CHECK(names.contains("pkg==1"));
  CHECK(names.contains("odd==x"));
  CHECK_FALSE(names.contains("pkg==1.0.1"));
  CHECK_FALSE(names.contains("pkg"));
}
