#include "harness/fetch/turn.h"

#include <algorithm>

namespace tfh {

std::optional<std::size_t> next_turn(const std::vector<WaitingTransfer>& waiting,
                                     const std::vector<RunningTransfer>& running, const Traffic& traffic) {
  if (running.size() >= traffic.parallel) return std::nullopt;
  const bool link_is_full = !traffic.measured || traffic.bytes_per_second >= fast_link;
  const auto must_wait = [&](const WaitingTransfer& transfer) {
    if (transfer.not_before > traffic.now) return true;
    if (transfer.size < large_transfer || !link_is_full) return false;
    return std::ranges::any_of(running, [&](const RunningTransfer& other) {
      return other.call < transfer.call && other.size >= large_transfer;
    });
  };
  const auto found = std::ranges::find_if_not(waiting, must_wait);
  if (found == waiting.end()) return std::nullopt;
  return static_cast<std::size_t>(found - waiting.begin());
}

}  // namespace tfh
