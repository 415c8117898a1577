#include "harness/run/capacity.h"

#include <algorithm>

namespace tfh {
namespace {

constexpr double bytes_of_a_fork = 1 << 30;

}  // namespace

unsigned fork_capacity(const Machine& machine) {
  const unsigned cores = usable_cores(machine);
  const auto available = available_memory(machine);
  if (!available) return cores;
  return std::max(1U, static_cast<unsigned>(std::min<double>(cores, *available / bytes_of_a_fork)));
}

}  // namespace tfh
