// How many interpreters may be at work at once, whichever subject they belong to.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

namespace tfh {

class Slots;

// One place among them, given back at the end of its life.
class Slot {
 public:
  explicit Slot(Slots& slots) : slots_(&slots) {}
  Slot(Slot&& other) noexcept : slots_(std::exchange(other.slots_, nullptr)) {}
  Slot& operator=(Slot&&) = delete;
  ~Slot();

 private:
  Slots* slots_;
};

// Who waits is served before who only asks, so that nobody keeps all of them for itself.
class Slots {
 public:
  explicit Slots(unsigned count) : free_(count) {}

  Slot take();                    // waits for one
  std::optional<Slot> if_free();  // none is free, or somebody waits for it: nullopt
  bool awaited();                 // somebody waits

 private:
  friend class Slot;
  void give_back();

  std::mutex mutex_;
  std::condition_variable changed_;
  unsigned free_;
  unsigned waiting_ = 0;
};

}  // namespace tfh
