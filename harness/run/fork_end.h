// How a fork died, as the observation it leaves. Pure.
#pragma once

#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace tfh {

// The frame "fork_ended".
struct ForkEnd {
  int wait_status = 0;  // of waitpid(2)
  bool timed_out = false;
  std::string stack;  // what faulthandler wrote
  std::string log;    // the end of its standard output and error
  std::uint64_t peak_rss_bytes = 0;
};
ForkEnd parse_fork_end(const nlohmann::json& message);

struct ForkLimits {
  std::chrono::milliseconds timeout{};
  std::uint64_t memory = 0;
};

struct Death {
  std::string status;          // "crashed", "timed_out", "out_of_memory"
  nlohmann::json observation;  // of kind crash, timeout or out_of_memory
};
// Out of memory is told by what the process said before it aborted, or by a SIGKILL that nobody here sent: the
// kernel's. A fork that left by itself without ending its check has crashed, with "exit status N" as the signal.
Death describe_death(const ForkEnd& end, const ForkLimits& limits);

// The lines of a faulthandler dump that name frames and threads, without thread ids, which differ from run to run.
std::vector<std::string> stack_lines(const std::string& dump);

// The last line that is not blank, without white space around it.
std::string last_line(const std::string& text);

}  // namespace tfh
