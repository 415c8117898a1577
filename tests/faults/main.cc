// usage: fault_tests [--seed N] [--runs N] [--verbose]
// Runs with the seeds N, N + 1, ... A seed that shows a fault is printed with the command that repeats it.
#include <fmt/format.h>
#include <signal.h>

#include <atomic>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "tests/faults/fault_run.h"

namespace {

using namespace tfh::test;
using SteadyClock = std::chrono::steady_clock;

constexpr std::chrono::seconds longest_run{60};

std::uint64_t number(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  fmt::print(stderr, "fault_tests: {} is no number\n", text);
  std::exit(2);
}

// Ends the program with the seed's number when a run does not end.
class Watch {
 public:
  explicit Watch(std::string program) : program_(std::move(program)) {}
  void begin(const Scenario& scenario) {
    {
      const std::scoped_lock lock(mutex_);
      scenario_ = scenario;
    }
    deadline_ = (SteadyClock::now() + longest_run).time_since_epoch().count();
  }

 private:
  void watch(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
      if (SteadyClock::now().time_since_epoch().count() < deadline_) continue;
      const std::scoped_lock lock(mutex_);
      fmt::print("seed {} does not end:\n{}  again: {} --seed {} --runs 1\n", scenario_.seed, scenario_.text(),
                 program_, scenario_.seed);
      std::fflush(stdout);
      std::abort();
    }
  }

  std::string program_;
  std::mutex mutex_;
  Scenario scenario_;
  std::atomic<SteadyClock::rep> deadline_ = SteadyClock::duration::max().count();
  std::jthread thread_{[this](const std::stop_token& stop) { watch(stop); }};
};

struct Options {
  std::uint64_t seed = 1, runs = 1000;
  bool verbose = false;
};

int run_all(const Options& options, const std::string& program) {
  const MadePackages packages;
  Watch watch(program);
  std::uint64_t failed = 0, succeeded = 0, killed = 0;
  for (std::uint64_t seed = options.seed; seed < options.seed + options.runs; ++seed) {
    const Scenario scenario = draw_scenario(seed, packages.all().size());
    watch.begin(scenario);
    const auto began = SteadyClock::now();
    const Judgement judgement = carry_out(scenario, packages, "/proc/self/exe");
    succeeded += judgement.succeeded ? 1 : 0;
    killed += judgement.killed ? 1 : 0;
    if (options.verbose || !judgement.wrong.empty())
      fmt::print("seed {} in {} ms: {}\n{}", seed,
                 std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - began).count(),
                 judgement.succeeded ? "succeeded"
                 : judgement.killed  ? "killed"
                                     : "failed",
                 scenario.text());
    if (judgement.wrong.empty()) continue;
    ++failed;
    for (const std::string& what : judgement.wrong) fmt::print("  WRONG {}\n", what);
    fmt::print("  again: {} --seed {} --runs 1\n", program, seed);
    std::fflush(stdout);
  }
  fmt::print("{} runs: {} succeeded in spite of their faults, {} were killed, {} ended with an error; {} went wrong\n",
             options.runs, succeeded, killed, options.runs - succeeded - killed, failed);
  return failed == 0 ? 0 : 1;
}

int be_killed(const std::vector<std::string>& words) {
  const MadePackages packages;
  const Scenario scenario = draw_scenario(number(words.at(1)), packages.all().size());
  const Addresses addresses{words.at(3), {words.begin() + 4, words.end()}};
  return run_to_be_killed(scenario, packages, words.at(2), addresses);
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> words(arguments + 1, arguments + count);
  if (!words.empty() && words.front() == "--to-be-killed") return be_killed(words);
  Options options;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool has_value = i + 1 < words.size();
    if (words[i] == "--seed" && has_value)
      options.seed = number(words[++i]);
    else if (words[i] == "--runs" && has_value)
      options.runs = number(words[++i]);
    else if (words[i] == "--verbose")
      options.verbose = true;
    else
      return fmt::print(stderr, "usage: fault_tests [--seed N] [--runs N] [--verbose]\n"), 2;
  }
  return run_all(options, arguments[0]);
}
