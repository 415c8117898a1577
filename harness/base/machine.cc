#include "harness/base/machine.h"

#include <sched.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string_view>

#include "harness/base/file.h"

namespace tfh {
namespace {

constexpr double bytes_of_a_kibibyte = 1024;

std::optional<double> first_number(const std::string& text) {
  std::istringstream words(text);
  if (double number = 0; words >> number) return number;
  return std::nullopt;  // "max"
}

// The number after a name, as "MemAvailable:   1024 kB" and "anon 4096" have it.
std::optional<double> number_after(std::string_view name, const std::string& text) {
  std::istringstream words(text);
  for (std::string word; words >> word;)
    if (double number = 0; word == name && words >> number) return number;
  return std::nullopt;
}

std::optional<double> quota(const std::string& cpu_max) {
  std::istringstream words(cpu_max);
  double granted = 0, period = 0;
  if (!(words >> granted >> period) || period <= 0) return std::nullopt;  // "max 100000"
  return granted / period;
}

unsigned cores_of_this_process() {
  cpu_set_t usable;
  if (::sched_getaffinity(0, sizeof usable, &usable) != 0) return 1;
  return static_cast<unsigned>(CPU_COUNT(&usable));
}

std::string text_of(const char* path) {
  return read_file(path).value_or("");
}

}  // namespace

Machine this_machine() {
  return {.cores = cores_of_this_process(),
          .meminfo = text_of("/proc/meminfo"),
          .cpu_max = text_of("/sys/fs/cgroup/cpu.max"),
          .memory_max = text_of("/sys/fs/cgroup/memory.max"),
          .memory_stat = text_of("/sys/fs/cgroup/memory.stat")};
}

unsigned usable_cores(const Machine& machine) {
  double count = machine.cores;
  if (const auto granted = quota(machine.cpu_max)) count = std::min(count, std::ceil(*granted));
  return std::max(1U, static_cast<unsigned>(count));
}

unsigned usable_cores() {
  static const unsigned cores = usable_cores(this_machine());
  return cores;
}

std::optional<double> available_memory(const Machine& machine) {
  std::optional<double> available = number_after("MemAvailable:", machine.meminfo);
  if (available) *available *= bytes_of_a_kibibyte;
  if (const auto limit = first_number(machine.memory_max)) {
    const double left = std::max(0.0, *limit - number_after("anon", machine.memory_stat).value_or(0));
    available = std::min(available.value_or(left), left);
  }
  return available;
}

}  // namespace tfh
