#include "harness/cli/lane.h"

#include <utility>

namespace tfh {

Lane::Lane() : thread_([this] { work(); }) {}

Lane::~Lane() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

std::future<void> Lane::run(std::function<void()> step) {
  std::packaged_task<void()> task(std::move(step));
  std::future<void> done = task.get_future();
  {
    const std::lock_guard lock(mutex_);
    steps_.push_back(std::move(task));
  }
  changed_.notify_one();
  return done;
}

void Lane::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return closing_ || !steps_.empty(); });
    if (steps_.empty()) return;
    auto step = std::move(steps_.front());
    steps_.pop_front();
    lock.unlock();
    step();
    lock.lock();
  }
}

}  // namespace tfh
