#include "tests/driver/leftovers.h"

#include <sys/prctl.h>
#include <sys/wait.h>

#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>

#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;

namespace {

std::vector<int> children() {
  std::vector<int> pids;
  for (const auto& thread : fs::directory_iterator("/proc/self/task")) {
    std::istringstream words(read_text(thread.path() / "children"));
    for (int pid = 0; words >> pid;) pids.push_back(pid);
  }
  return pids;
}

std::string command_line(int pid) {
  std::string words = read_text("/proc/" + std::to_string(pid) + "/cmdline");
  std::ranges::replace(words, '\0', ' ');
  return std::to_string(pid) + ": " + words;
}

}  // namespace

void adopt_orphans() {
  prctl(PR_SET_CHILD_SUBREAPER, 1);
}

std::vector<std::string> surviving_processes(const std::vector<int>& known) {
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(3);
  std::vector<std::string> survivors;
  do {
    survivors.clear();
    for (int pid : children())
      if (std::ranges::find(known, pid) == known.end() && waitpid(pid, nullptr, WNOHANG) == 0)
        survivors.push_back(command_line(pid));
    if (survivors.empty()) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  } while (std::chrono::steady_clock::now() < give_up);
  return survivors;
}

}  // namespace tfh::test
