// How many forks this machine can run at once.
#pragma once

#include <string>

namespace tfh {

struct Machine {
  unsigned cores = 1;  // that this process may use
  std::string
      cpu_max;  // text of the control group's cpu.max: "200000 100000" (microseconds of each period) or "max ..."
  std::string meminfo;  // text of /proc/meminfo
};

Machine this_machine();

// One for each core, or as many as the quota and the available memory (1 GiB each) are enough for; at least 1. Pure.
unsigned fork_capacity(const Machine& machine);

}  // namespace tfh
