#include "harness/run/transcript.h"

#include <algorithm>

namespace tfh {
namespace {

constexpr auto outcome_key = "outcome";  // where a death belongs that happened between two observations

// An allocation that Python could refuse leaves the process alive, but it is the same fact.
bool memory_error(const nlohmann::json& value) {
  if (value.value("kind", "") != "exception") return false;
  if (value.value("type", "") == "MemoryError") return true;
  const auto bases = value.value("bases", std::vector<std::string>());
  return std::ranges::find(bases, "MemoryError") != bases.end();
}

}  // namespace

Transcript::Transcript(std::vector<std::string> ids, ForkLimits limits) : ids_(std::move(ids)), limits_(limits) {}

void Transcript::add(const nlohmann::json& frame) {
  const std::string type = frame.value("type", "");
  if (type == "check_started" && outcomes_.size() < ids_.size()) {
    outcomes_.push_back({ids_[outcomes_.size()], "ok", {}, "", 0});
    running_ = true;
    in_progress_ = outcome_key;
    return;
  }
  if (!running_) return;
  CheckOutcome& outcome = outcomes_.back();
  if (type == "source") {
    outcome.witness += frame.value("line", "") + "\n";
  } else if (type == "observing") {
    in_progress_ = frame.value("key", outcome_key);
  } else if (type == "observed") {
    in_progress_ = outcome_key;
    observed(outcome, frame.value("key", ""), frame.value("value", nlohmann::json::object()));
  } else if (type == "check_ended") {
    outcome.seconds = frame.value("seconds", 0.0);
    running_ = false;
  }
}

void Transcript::observed(CheckOutcome& outcome, std::string key, nlohmann::json value) {
  if (memory_error(value)) {
    outcome.status = "out_of_memory";
    value = {{"kind", "out_of_memory"}, {"limit_bytes", limits_.memory}, {"message", value.value("message", "")}};
  }
  outcome.observations.push_back({std::move(key), std::move(value)});
}

void Transcript::end(const ForkEnd& end) {
  if (!running_ && !outcomes_.empty()) return;
  if (outcomes_.empty()) add({{"type", "check_started"}});
  if (outcomes_.empty()) return;
  Death death = describe_death(end, limits_);
  outcomes_.back().status = death.status;
  outcomes_.back().observations.push_back({in_progress_, std::move(death.observation)});
  running_ = false;
}

}  // namespace tfh
