#include "harness/store/scratch.h"

#include <doctest/doctest.h>

#include <fstream>
#include <optional>

#include "tests/fakes/temporary_folder.h"

using namespace tfh;

TEST_CASE("what runs left that are no more is removed, whether or not they had come to their lock") {
  TemporaryFolder folder;
  const StoreLayout layout(folder.path());
  const auto unlocked = layout.scratch() / "run-1", unowned = layout.scratch() / "run-2";
  std::filesystem::create_directories(unlocked);
  std::filesystem::create_directories(unowned / "build-0");
  std::ofstream(unlocked / "owner").flush();
  std::ofstream(layout.scratch() / "file").flush();
  const auto scratch = Scratch::open(layout);
  REQUIRE(scratch);
  CHECK_FALSE(std::filesystem::exists(unlocked));
  CHECK_FALSE(std::filesystem::exists(unowned));
  CHECK(std::filesystem::exists(layout.scratch() / "file"));
}

TEST_CASE("what a killed run was writing outside of the store is removed, and nothing else there") {
  TemporaryFolder folder, elsewhere;
  const StoreLayout layout(folder.path());
  auto scratch = Scratch::open(layout);
  REQUIRE(scratch);
  const auto half = elsewhere.path() / "wheel.1-0.new", whole = elsewhere.path() / "wheel";
  std::ofstream(half).flush();
  std::ofstream(whole).flush();
  const OutsideFile writing(layout, half);
  {
    const OutsideFile written(layout, whole);
  }
  const auto killed = layout.scratch() / "run-killed";  // as it was, but for the lock
  std::filesystem::copy(scratch->folder(), killed,
                        std::filesystem::copy_options::recursive | std::filesystem::copy_options::copy_symlinks);
  REQUIRE(Scratch::open(layout));
  CHECK_FALSE(std::filesystem::exists(killed));
  CHECK_FALSE(std::filesystem::exists(half));
  CHECK(std::filesystem::exists(whole));
}

TEST_CASE("a run that goes on keeps its folder, and one that ends removes it") {
  TemporaryFolder folder;
  const StoreLayout layout(folder.path());
  auto scratch = std::make_optional(Scratch::open(layout));
  REQUIRE(*scratch);
  const auto own = (*scratch)->folder();
  CHECK(own == Scratch::folder_of_this_process(layout));
  const auto renamed = layout.scratch() / "run-other";  // as another process sees it
  std::filesystem::rename(own, renamed);
  REQUIRE(Scratch::open(layout));
  CHECK(std::filesystem::exists(renamed));
  std::filesystem::rename(renamed, own);
  scratch.reset();
  CHECK_FALSE(std::filesystem::exists(own));
}
