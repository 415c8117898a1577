// Which checks share a fork. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "harness/run/worker.h"

namespace tfh {

// The checks split, in their order, where the group changes (an empty group is the check's suite) and around each
// check that runs alone. Each part is a list of positions in `checks`.
std::vector<std::vector<std::size_t>> plan_forks(const std::vector<CheckRun>& checks);

}  // namespace tfh
