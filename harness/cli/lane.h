// A thread of its own for one subject, alive through all rounds: a worker dies with the thread that started it
// (PR_SET_PDEATHSIG), so everything that concerns one subject runs here.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <thread>

namespace tfh {

class Lane {
 public:
  Lane();
  ~Lane();  // finishes what was given to it
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  // Runs after everything given before. The future is ready when it has run.
  std::future<void> run(std::function<void()> step);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::packaged_task<void()>> steps_;
  bool closing_ = false;
  std::thread thread_;
};

}  // namespace tfh
