#include "harness/run/slots.h"

namespace tfh {

Slot::~Slot() {
  if (slots_) slots_->give_back();
}

Slot Slots::take() {
  std::unique_lock lock(mutex_);
  ++waiting_;
  changed_.wait(lock, [this] { return free_ > 0; });
  --waiting_;
  --free_;
  return Slot(*this);
}

std::optional<Slot> Slots::if_free() {
  const std::lock_guard lock(mutex_);
  if (free_ <= waiting_) return std::nullopt;
  --free_;
  return std::make_optional<Slot>(*this);
}

bool Slots::awaited() {
  const std::lock_guard lock(mutex_);
  return waiting_ > 0;
}

void Slots::give_back() {
  {
    const std::lock_guard lock(mutex_);
    ++free_;
  }
  changed_.notify_one();
}

}  // namespace tfh
