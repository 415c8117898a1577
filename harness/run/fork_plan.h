// Which checks share a fork. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "harness/run/worker.h"

namespace tfh {

// More would leave cores idle while the last fork of a long group runs; fewer would repeat what a framework does at its
// first call too often.
inline constexpr std::size_t most_in_one_fork = 32;

// The checks split, in their order, where the group changes (an empty group is the check's suite), around each check
// that runs alone, and where a fork has enough. Each part is a list of positions in `checks`.
std::vector<std::vector<std::size_t>> plan_forks(const std::vector<CheckRun>& checks);

}  // namespace tfh
