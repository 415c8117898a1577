#include "harness/store/store_claim.h"

#include <doctest/doctest.h>

#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

struct TwoRuns {
  TemporaryFolder folder;
  StoreLayout layout{folder.path()};
  std::unique_ptr<StoreClaim> run = *StoreClaim::open(layout), cleaner = *StoreClaim::open(layout);
};

}  // namespace

TEST_CASE("nobody has the store alone while a run makes something there") {
  TwoRuns runs;
  auto one = runs.run->hold(), another = runs.run->hold();
  REQUIRE(one);
  const auto own = runs.cleaner->hold();
  CHECK_FALSE(runs.cleaner->try_alone());
  one->reset();
  CHECK_FALSE(runs.cleaner->try_alone());
  another->reset();
  CHECK(runs.cleaner->try_alone());
  CHECK_FALSE(runs.run->try_alone());
  runs.cleaner->end_alone();
  CHECK_FALSE(runs.run->try_alone());  // the cleaner's own hold
}

TEST_CASE("a prefix stays in use after the store was let go") {
  TwoRuns runs;
  const auto one = runs.layout.prefix("one"), other = runs.layout.prefix("other");
  {
    const auto hold = runs.run->hold();
    REQUIRE(runs.run->use(one));
    REQUIRE(runs.run->use(one));
  }
  REQUIRE(runs.cleaner->try_alone());
  std::filesystem::create_directories(one);
  std::filesystem::create_directories(other);
  const Inventory inventory = runs.cleaner->inventory();
  REQUIRE(inventory.prefixes.size() == 2);
  for (const StoredPrefix& prefix : inventory.prefixes) CHECK(prefix.in_use == (prefix.place == one));
  runs.run.reset();
  CHECK_FALSE(runs.cleaner->is_used(one));
}

TEST_CASE("a run's own use is no other's") {
  TwoRuns runs;
  const auto prefix = runs.layout.prefix("one");
  REQUIRE(runs.run->use(prefix));
  CHECK_FALSE(runs.run->is_used(prefix));
  CHECK(runs.cleaner->is_used(prefix));
  REQUIRE(runs.cleaner->use(prefix));
  CHECK(runs.run->is_used(prefix));
}
