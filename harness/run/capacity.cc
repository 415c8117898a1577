#include "harness/run/capacity.h"

#include <sched.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <sstream>

#include "harness/base/file.h"

namespace tfh {
namespace {

constexpr double kibibytes_of_a_fork = 1 << 20;

std::optional<double> quota(const std::string& cpu_max) {
  std::istringstream text(cpu_max);
  double granted = 0, period = 0;
  if (!(text >> granted >> period) || period <= 0) return std::nullopt;  // "max 100000"
  return granted / period;
}

std::optional<double> available_kibibytes(const std::string& meminfo) {
  std::istringstream text(meminfo);
  for (std::string word; text >> word;)
    if (double size = 0; word == "MemAvailable:" && text >> size) return size;
  return std::nullopt;
}

unsigned usable_cores() {
  cpu_set_t usable;
  if (::sched_getaffinity(0, sizeof usable, &usable) != 0) return 1;
  return static_cast<unsigned>(CPU_COUNT(&usable));
}

}  // namespace

Machine this_machine() {
  return {usable_cores(), read_file("/sys/fs/cgroup/cpu.max").value_or(""), read_file("/proc/meminfo").value_or("")};
}

unsigned fork_capacity(const Machine& machine) {
  double count = machine.cores;
  if (const auto granted = quota(machine.cpu_max)) count = std::min(count, std::ceil(*granted));
  if (const auto available = available_kibibytes(machine.meminfo))
    count = std::min(count, std::floor(*available / kibibytes_of_a_fork));
  return std::max(1U, static_cast<unsigned>(count));
}

}  // namespace tfh
