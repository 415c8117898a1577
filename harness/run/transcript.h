// What a fork told, put together into outcomes. Pure: frames in, outcomes out.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "harness/run/fork_end.h"
#include "harness/run/worker.h"

namespace tfh {

class Transcript {
 public:
  // The ids of the checks that the fork was asked for, in order.
  Transcript(std::vector<std::string> ids, ForkLimits limits);

  // A frame of a running check. Frames that are none are ignored.
  void add(const nlohmann::json& frame);

  // The fork has ended: whatever check was open, or the next one when it never got that far, has died with it.
  void end(const ForkEnd& end);

  std::size_t ended() const { return outcomes_.size() - (running_ ? 1 : 0); }  // checks

  // Those that ended or died, in order: at least one once the fork has ended. The others need another fork.
  std::vector<CheckOutcome> outcomes() && { return std::move(outcomes_); }

 private:
  void observed(CheckOutcome& outcome, nlohmann::json value);

  std::vector<std::string> ids_;
  ForkLimits limits_;
  std::vector<CheckOutcome> outcomes_;
  bool running_ = false;     // the last outcome is still being made
  Observation in_progress_;  // what is being observed, without its value
};

// One more outcome; part of the last one when it is of the same check.
void add_outcome(std::vector<CheckOutcome>& outcomes, CheckOutcome outcome);

// A check of independent calls died or hung in one of them, not too often yet: the others can still be made.
bool may_go_on(const CheckOutcome& outcome);

}  // namespace tfh
