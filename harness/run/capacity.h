// How many forks a machine can run at once.
#pragma once

#include "harness/base/machine.h"

namespace tfh {

// One for each core, or as many as the available memory (1 GiB each) is enough for; at least 1. Pure.
unsigned fork_capacity(const Machine& machine);

}  // namespace tfh
