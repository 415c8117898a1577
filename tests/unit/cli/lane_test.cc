#include "harness/cli/lane.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

TEST_CASE("steps of a lane run one after another, in one thread") {
  std::vector<int> order;
  std::vector<std::thread::id> threads;
  {
    tfh::Lane lane;
    for (int i = 0; i < 20; ++i)
      lane.run([&, i] {
        order.push_back(i);
        threads.push_back(std::this_thread::get_id());
      });
  }
  REQUIRE(order.size() == 20);
  for (int i = 0; i < 20; ++i) CHECK(order[static_cast<std::size_t>(i)] == i);
  CHECK(std::ranges::all_of(threads, [&](std::thread::id id) { return id == threads.front(); }));
}

TEST_CASE("a step's future is ready when it has run") {
  tfh::Lane lane;
  bool ran = false;
  lane.run([&] { ran = true; }).wait();
  CHECK(ran);
}
