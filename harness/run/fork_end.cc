#include "harness/run/fork_end.h"

#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <regex>
#include <sstream>
#include <string_view>

#include "harness/base/process.h"

namespace tfh {
namespace {

constexpr std::size_t most_lines = 100;

// What allocators, the C++ runtime, TensorFlow and Python say when they give up.
constexpr std::array<std::string_view, 6> memory_words = {
    "bad_alloc", "out of memory", "Out of memory", "Cannot allocate memory", "MemoryError", "OOM when allocating"};

bool memory_ran_out(const ForkEnd& end) {
  if (!WIFSIGNALED(end.wait_status)) return false;
  if (WTERMSIG(end.wait_status) == SIGKILL) return true;
  return WTERMSIG(end.wait_status) == SIGABRT &&
         std::ranges::any_of(memory_words, [&](std::string_view word) { return end.log.contains(word); });
}

// Loggers put time and process before the text: "2026-11-23 20:04:15.689106: F tensorflow/x.cc:173] Check failed",
// "F1123 20:04:15.689106 4711 x.cc:173] Check failed". Neither says what happened.
std::string without_log_head(const std::string& line) {
  static const std::regex head(
      R"(^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+: [A-Z] |[A-Z]\d{4} \d\d:\d\d:\d\d\.\d+ +\d+ ))");
  return std::regex_replace(line, head, "");
}

// File "/home/x/.cache/.../site-packages/tensorflow/y.py" lies where one machine keeps it: named as in other texts.
std::string without_folders(const std::string& line) {
  static const std::regex packages(R"("/[^"]*/site-packages/)"), library(R"("/[^"]*/lib/python\d\.\d+/)");
  return std::regex_replace(std::regex_replace(line, packages, "\"SITE-PACKAGES/"), library, "\"PYTHON/");
}

std::string signal_text(int wait_status) {
  if (WIFSIGNALED(wait_status)) return signal_name(WTERMSIG(wait_status));
  return "exit status " + std::to_string(WEXITSTATUS(wait_status));
}

}  // namespace

ForkEnd parse_fork_end(const nlohmann::json& message) {
  return {message.value("wait_status", 0), message.value("timed_out", false), message.value("stack", ""),
          message.value("log", ""), message.value("peak_rss_bytes", std::uint64_t{0})};
}

Death describe_death(const ForkEnd& end, const ForkLimits& limits) {
  if (end.timed_out) {
    const double seconds = std::chrono::duration<double>(limits.timeout).count();
    return {"timed_out", {{"kind", "timeout"}, {"seconds", seconds}, {"stack", stack_lines(end.stack)}}};
  }
  if (memory_ran_out(end))
    return {"out_of_memory",
            {{"kind", "out_of_memory"}, {"limit_bytes", limits.memory}, {"message", last_line(end.log)}}};
  return {"crashed",
          {{"kind", "crash"},
           {"signal", signal_text(end.wait_status)},
           {"stack", stack_lines(end.stack)},
           {"message", without_log_head(last_line(end.log))}}};
}

std::vector<std::string> stack_lines(const std::string& dump) {
  std::vector<std::string> lines;
  std::istringstream text(dump);
  for (std::string line; std::getline(text, line) && lines.size() < most_lines;) {
    const std::size_t thread = line.find("hread 0x");  // "Thread 0x00007f... (most recent call first):"
    if (thread != std::string::npos) {
      const std::size_t end = line.find(' ', thread + 6);
      line.erase(thread + 5, end == std::string::npos ? std::string::npos : end - thread - 5);
      lines.push_back(line);
    } else if (line.starts_with("  ")) {
      lines.push_back(without_folders(line.substr(2)));
    }
  }
  return lines;
}

std::string last_line(const std::string& text) {
  constexpr auto blank = " \t\r\n";
  const std::size_t end = text.find_last_not_of(blank);
  if (end == std::string::npos) return {};
  const std::size_t line = text.find_last_of("\r\n", end);
  const std::size_t start = text.find_first_not_of(blank, line == std::string::npos ? 0 : line);
  return text.substr(start, end - start + 1);
}

}  // namespace tfh
