// Blocks of bytes on their way to a thread that consumes them, in order and in constant memory.
#pragma once

#include <array>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string_view>
#include <thread>

#include "harness/base/error.h"

namespace tfh {

class BlockPipe {
 public:
  static constexpr std::size_t block_size = 256 << 10;

  // `consume` is called from a thread of the pipe's own, and no more once it has failed.
  explicit BlockPipe(std::function<Result<void>(std::string_view)> consume);
  BlockPipe(const BlockPipe&) = delete;
  BlockPipe& operator=(const BlockPipe&) = delete;
  ~BlockPipe();

  std::span<std::uint8_t> room();       // the block to fill next; waits until it is free
  Result<void> put(std::size_t count);  // so many bytes of it are filled; fails as soon as `consume` has
  Result<void> finish();                // waits until all is consumed

 private:
  using Block = std::array<std::uint8_t, block_size>;
  static constexpr std::size_t block_count = 4;

  void consume_blocks();

  const std::function<Result<void>(std::string_view)> consume_;
  const std::unique_ptr<std::array<Block, block_count>> blocks_ = std::make_unique<std::array<Block, block_count>>();
  std::array<std::size_t, block_count> sizes_{};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t put_ = 0, consumed_ = 0;  // blocks so far
  bool closing_ = false;
  std::optional<Error> failure_;
  std::thread thread_;  // last: it uses the others
};

}  // namespace tfh
