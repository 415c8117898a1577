#include "harness/run/transcript.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tfh {
namespace {

constexpr auto outcome_key = "outcome";  // where a death belongs that happened between two observations

constexpr auto most_deaths = 200, most_timeouts = 3;  // of one check

// An allocation that Python could refuse leaves the process alive, but it is the same fact.
bool memory_error(const nlohmann::json& value) {
  if (value.value("kind", "") != "exception") return false;
  if (value.value("type", "") == "MemoryError") return true;
  const auto bases = value.value("bases", std::vector<std::string>());
  return std::ranges::find(bases, "MemoryError") != bases.end();
}

}  // namespace

void add_outcome(std::vector<CheckOutcome>& outcomes, CheckOutcome outcome) {
  if (outcomes.empty() || outcomes.back().id != outcome.id) {
    outcomes.push_back(std::move(outcome));
    return;
  }
  CheckOutcome& whole = outcomes.back();
  std::ranges::move(outcome.observations, std::back_inserter(whole.observations));
  if (outcome.witness.size() > whole.witness.size()) whole.witness = std::move(outcome.witness);
  if (whole.status == "ok" || outcome.status == "timed_out") whole.status = outcome.status;
  whole.seconds += outcome.seconds;
}

bool may_go_on(const CheckOutcome& outcome) {
  if (outcome.status != "crashed" && outcome.status != "timed_out") return false;
  if (outcome.observations.back().key == outcome_key) return false;
  const auto number_of = [&](const char* kind) {
    return std::ranges::count_if(outcome.observations,
                                 [=](const Observation& seen) { return seen.value.value("kind", "") == kind; });
  };
  return number_of("crash") < most_deaths && number_of("timeout") < most_timeouts;
}

Transcript::Transcript(std::vector<std::string> ids, ForkLimits limits) : ids_(std::move(ids)), limits_(limits) {}

void Transcript::add(const nlohmann::json& frame) {
  const std::string type = frame.value("type", "");
  if (type == "check_started" && outcomes_.size() < ids_.size()) {
    outcomes_.push_back({ids_[outcomes_.size()], "ok", {}, "", 0});
    running_ = true;
    in_progress_ = {outcome_key, {}, ""};
    return;
  }
  if (!running_) return;
  CheckOutcome& outcome = outcomes_.back();
  if (type == "source") {
    outcome.witness += frame.value("line", "") + "\n";
  } else if (type == "observing") {
    in_progress_ = {frame.value("key", outcome_key), {}, frame.value("source", "")};
  } else if (type == "observed") {
    in_progress_.key = frame.value("key", "");
    observed(outcome, frame.value("value", nlohmann::json::object()));
    in_progress_ = {outcome_key, {}, ""};
  } else if (type == "check_ended") {
    outcome.seconds = frame.value("seconds", 0.0);
    running_ = false;
  }
}

void Transcript::observed(CheckOutcome& outcome, nlohmann::json value) {
  if (memory_error(value)) {
    outcome.status = "out_of_memory";
    value = {{"kind", "out_of_memory"}, {"limit_bytes", limits_.memory}, {"message", value.value("message", "")}};
  }
  in_progress_.value = std::move(value);
  outcome.observations.push_back(std::move(in_progress_));
}

void Transcript::end(const ForkEnd& end) {
  if (!running_ && !outcomes_.empty()) return;
  if (outcomes_.empty()) add({{"type", "check_started"}});
  if (outcomes_.empty()) return;
  Death death = describe_death(end, limits_);
  outcomes_.back().seconds = death.observation.value("seconds", 0.0);  // of a timeout; how long a crash took is unknown
  outcomes_.back().status = death.status;
  in_progress_.value = std::move(death.observation);
  outcomes_.back().observations.push_back(std::move(in_progress_));
  running_ = false;
}

}  // namespace tfh
