// A fork of the zygote, from the outside: started, its frames passed on, its time watched, its end told.
#pragma once

#include <poll.h>

#include <chrono>
#include <optional>
#include <vector>

#include "embed/worker/check_process.h"
#include "harness/base/file.h"
#include "harness/run/frame.h"

namespace tfh::embed {

class Fork {
 public:
  // Of the process just forked; `pipe` is the end that its frames come out of.
  Fork(ForkRequest request, pid_t pid, Descriptor pipe);

  // What to wait for: bytes, the end, or the deadline.
  void add_to(std::vector<pollfd>& polled) const;
  std::chrono::milliseconds patience() const;

  // Passes on what has come, and stops the fork when its time is over. False: it has ended, and its end was told.
  bool tend();
  bool harness_gone() const { return harness_gone_; }

 private:
  bool ended() const;
  void relay();
  void pass_on(const std::string& text);
  void stop();
  void tell(const nlohmann::json& message);
  void tell_end();

  ForkRequest request_;
  pid_t pid_;
  Descriptor pidfd_, pipe_;
  std::optional<std::chrono::steady_clock::time_point> deadline_;
  FrameBuffer buffer_;
  bool timed_out_ = false;
  bool harness_gone_ = false;
};

}  // namespace tfh::embed
