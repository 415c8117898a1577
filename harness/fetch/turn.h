// Which waiting transfer starts next. Pure: the fetcher asks whenever a slot may be free.
//
// Order is first come, first served, so that the first subject's files are there first. On a fast link one stream
// already fills it: then a large file of a later call waits until the large ones of earlier calls are through, since
// sharing the link would only make the first subject wait. On a slow one (or where the server limits each
// connection) it does not wait.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace tfh {

struct WaitingTransfer {
  std::uint64_t call = 0;  // number of the fetch() call it belongs to
  std::uint64_t size = 0;  // bytes still to come; 0: unknown
  std::chrono::steady_clock::time_point not_before;
};

struct RunningTransfer {
  std::uint64_t call = 0;
  std::uint64_t size = 0;
};

struct Traffic {
  std::size_t parallel = 1;     // slots
  double bytes_per_second = 0;  // over all running transfers
  bool measured = false;        // false: they have just begun
  std::chrono::steady_clock::time_point now;
};

constexpr std::uint64_t large_transfer = 32 << 20;  // bytes
constexpr double fast_link = 32e6;                  // bytes per second

// Index in `waiting` (in order of arrival) of the one to start now.
std::optional<std::size_t> next_turn(const std::vector<WaitingTransfer>& waiting,
                                     const std::vector<RunningTransfer>& running, const Traffic& traffic);

}  // namespace tfh
