// The process between the harness and the interpreter. It has no threads and no Python, so it can always act: when the
// harness is gone (its end of the socket closes), or the deadline passes, it kills whatever came of the worker,
// including processes that left the process group.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace tfh::embed {

// Runs `worker` in a child process and ends as the child ended: same exit status, same signal. At the deadline sends
// the frame "deadline_passed" and dies by SIGKILL. Never returns.
[[noreturn]] void supervise(int socket, std::optional<std::chrono::milliseconds> deadline,
                            const std::function<int()>& worker);

}  // namespace tfh::embed
