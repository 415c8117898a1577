#include "harness/run/fork_end.h"

#include <doctest/doctest.h>

#include <csignal>

namespace tfh {
namespace {

using nlohmann::json;

const ForkLimits limits{std::chrono::milliseconds(2500), 700};

ForkEnd ended(int wait_status, const std::string& log = "", bool timed_out = false) {
  return {wait_status, timed_out, "", log, 0};
}
constexpr int exited_with_3 = 3 << 8;

TEST_CASE("fork end: each way to die is told apart") {
  struct Row {
    ForkEnd end;
    std::string status;
    json observation;
  };
  const json no_stack = json::array();
  for (const Row& row : {
           Row{ended(SIGSEGV, "one\n\ntwo\n\n"),
               "crashed",
               {{"kind", "crash"}, {"signal", "SIGSEGV"}, {"stack", no_stack}, {"message", "two"}}},
           Row{ended(SIGABRT, "Check failed: x"),
               "crashed",
               {{"kind", "crash"}, {"signal", "SIGABRT"}, {"stack", no_stack}, {"message", "Check failed: x"}}},
           Row{ended(SIGABRT, "2026-11-23 20:04:15.689106: F tensorflow/shape.cc:173] Check failed: x\n"),
               "crashed",
               {{"kind", "crash"},
                {"signal", "SIGABRT"},
                {"stack", no_stack},
                {"message", "tensorflow/shape.cc:173] Check failed: x"}}},
           Row{ended(SIGABRT, "F1123 20:04:15.689106    4711 shape.cc:173] Check failed: x\n"),
               "crashed",
               {{"kind", "crash"},
                {"signal", "SIGABRT"},
                {"stack", no_stack},
                {"message", "shape.cc:173] Check failed: x"}}},
           Row{ended(exited_with_3),
               "crashed",
               {{"kind", "crash"}, {"signal", "exit status 3"}, {"stack", no_stack}, {"message", ""}}},
           Row{ended(SIGKILL, "", true), "timed_out", {{"kind", "timeout"}, {"seconds", 2.5}, {"stack", no_stack}}},
           Row{ended(SIGABRT, "terminate called\n  what():  std::bad_alloc\n"),
               "out_of_memory",
               {{"kind", "out_of_memory"}, {"limit_bytes", 700}, {"message", "what():  std::bad_alloc"}}},
           Row{ended(SIGKILL), "out_of_memory", {{"kind", "out_of_memory"}, {"limit_bytes", 700}, {"message", ""}}},
           Row{ended(SIGSEGV, "an old line about MemoryError"),
               "crashed",
               {{"kind", "crash"},
                {"signal", "SIGSEGV"},
                {"stack", no_stack},
                {"message", "an old line about MemoryError"}}},
       }) {
    const Death death = describe_death(row.end, limits);
    CHECK(death.status == row.status);
    CHECK(death.observation == row.observation);
  }
}

TEST_CASE("fork end: a stack keeps frames and threads, but no thread ids and no machine's folders") {
  const std::string dump =
      "Fatal Python error: Segmentation fault\n\n"
      "Thread 0x00007f0f0cff9640 (most recent call first):\n"
      "  File \"/opt/x/lib/python3.11/threading.py\", line 324 in wait\n\n"
      "Current thread 0x00007f0f1a2b3740 (most recent call first):\n"
      "  File \"/home/x/lib/python3.11/site-packages/tf/ops.py\", line 7 in add\n"
      "  ...\n\n"
      "Extension modules: numpy.core (total: 1)\n";
  CHECK(stack_lines(dump) ==
        std::vector<std::string>{
            "Thread (most recent call first):", "File \"PYTHON/threading.py\", line 324 in wait",
            "Current thread (most recent call first):", "File \"SITE-PACKAGES/tf/ops.py\", line 7 in add", "..."});
  CHECK(stack_lines("").empty());
}

TEST_CASE("fork end: the last line that says something") {
  CHECK(last_line("") == "");
  CHECK(last_line(" \n\n") == "");
  CHECK(last_line("only") == "only");
  CHECK(last_line("one\r\n  two \n\n") == "two");
}

}  // namespace
}  // namespace tfh
