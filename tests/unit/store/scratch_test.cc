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
