#include "harness/store/folder_lock.h"

#include <doctest/doctest.h>

#include "tests/fakes/temporary_folder.h"

using namespace tfh;

TEST_CASE("a name is one holder's at a time") {
  TemporaryFolder folder;
  const StoreLayout layout(folder.path());
  auto first = FolderLock::try_take(layout, "wheel-1");
  REQUIRE(first);
  CHECK(first->has_value());
  CHECK_FALSE(FolderLock::try_take(layout, "wheel-1")->has_value());
  CHECK(FolderLock::try_take(layout, "wheel-2")->has_value());
  first->reset();
  CHECK(FolderLock::try_take(layout, "wheel-1")->has_value());
}

TEST_CASE("a name that several share is had alone only by a single one") {
  TemporaryFolder folder;
  const StoreLayout layout(folder.path());
  auto one = FolderLock::share(layout, "store"), other = FolderLock::share(layout, "store");
  REQUIRE(one);
  REQUIRE(other);
  CHECK_FALSE(one->try_alone());
  CHECK_FALSE(other->try_alone());
  other->let_go();
  CHECK(one->try_alone());
  CHECK(one->share_again());
  CHECK(other->share_again());
  CHECK_FALSE(one->try_alone());
}
