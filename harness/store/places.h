// So many of something at once, whoever wants it. From any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <semaphore>

namespace tfh {

class Places {
  struct Release {
    void operator()(std::counting_semaphore<>* free) const { free->release(); }
  };

 public:
  using Place = std::unique_ptr<std::counting_semaphore<>, Release>;  // free again when it goes

  explicit Places(std::ptrdiff_t count) : free_(count) {}
  // Empty: all are taken.
  Place take() { return Place(free_.try_acquire() ? &free_ : nullptr); }

 private:
  std::counting_semaphore<> free_;
};

}  // namespace tfh
