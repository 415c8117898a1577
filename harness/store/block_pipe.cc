#include "harness/store/block_pipe.h"

namespace tfh {

BlockPipe::BlockPipe(std::function<Result<void>(std::string_view)> consume)
    : consume_(std::move(consume)), thread_([this] { consume_blocks(); }) {}

BlockPipe::~BlockPipe() {
  {
    const std::scoped_lock lock(mutex_);
    closing_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

std::span<std::uint8_t> BlockPipe::room() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return put_ - consumed_ < block_count; });
  return (*blocks_)[put_ % block_count];
}

Result<void> BlockPipe::put(std::size_t count) {
  {
    const std::scoped_lock lock(mutex_);
    if (failure_) return std::unexpected(*failure_);
    sizes_[put_ % block_count] = count;
    ++put_;
  }
  changed_.notify_all();
  return {};
}

Result<void> BlockPipe::finish() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return put_ == consumed_; });
  if (failure_) return std::unexpected(*failure_);
  return {};
}

void BlockPipe::consume_blocks() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return closing_ || put_ > consumed_; });
    if (put_ == consumed_) return;
    const Block& block = (*blocks_)[consumed_ % block_count];
    const std::string_view bytes(reinterpret_cast<const char*>(block.data()), sizes_[consumed_ % block_count]);
    if (!failure_) {
      lock.unlock();
      auto done = consume_(bytes);
      lock.lock();
      if (!done) failure_ = done.error();
    }
    ++consumed_;
    changed_.notify_all();
  }
}

}  // namespace tfh
