#include "harness/run/slots.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

namespace tfh {
namespace {

TEST_CASE("slots: no more than there are, and given back") {
  Slots slots(2);
  {
    const Slot one = slots.take();
    auto two = slots.if_free();
    CHECK(two);
    CHECK(!slots.if_free());
    two.reset();
    CHECK(slots.if_free());
  }
  const Slot again = slots.take(), other = slots.take();
  CHECK(!slots.if_free());
}

TEST_CASE("slots: who waits is served before who only asks") {
  Slots slots(1);
  std::optional<Slot> held = slots.take();
  std::atomic<bool> served = false;
  std::jthread waiting([&] {
    const Slot slot = slots.take();
    served = true;
  });
  while (!slots.awaited()) std::this_thread::yield();
  held.reset();
  const std::optional<Slot> asked = slots.if_free();
  CHECK((!asked || served));
}

}  // namespace
}  // namespace tfh
