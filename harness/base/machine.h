// What this machine grants to this process: cores and memory, also inside a container.
#pragma once

#include <optional>
#include <string>

namespace tfh {

struct Machine {
  unsigned cores = 1;        // that this process may use
  std::string meminfo;       // text of /proc/meminfo
  std::string cpu_max = {};  // text of the control group's cpu.max: "200000 100000" (microseconds a period), "max ..."
  std::string memory_max = {};   // of its memory.max: bytes, or "max"
  std::string memory_stat = {};  // of its memory.stat
};

// Control groups of version 2, as a container sees its own. What cannot be read is empty.
Machine this_machine();

// Cores, or as many as the quota is enough for; at least 1. Pure.
unsigned usable_cores(const Machine& machine);

// The same of this machine, read once.
unsigned usable_cores();

// Bytes that can be had without swapping: of the machine, or of the control group, where that is less. Pages of files
// in the group count as available. Nothing when neither is known. Pure.
std::optional<double> available_memory(const Machine& machine);

}  // namespace tfh
