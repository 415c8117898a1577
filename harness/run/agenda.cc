#include "harness/run/agenda.h"

#include <set>
#include <string>
#include <utility>

#include "harness/run/fork_plan.h"
#include "harness/run/transcript.h"

namespace tfh {
namespace {

bool all_made(const std::set<std::string>& wanted, const CheckOutcome& outcome) {
  std::size_t made = 0;
  for (const Observation& observation : outcome.observations) made += wanted.count(observation.key);
  return !wanted.empty() && made >= wanted.size();
}

}  // namespace

Agenda::Agenda(const std::vector<CheckRun>& checks) : checks_(checks) {
  for (std::vector<std::size_t>& shared : plan_forks(checks)) {
    waiting_.push_back(parts_.size());
    parts_.push_back({std::move(shared)});
  }
}

std::size_t Agenda::begin() {
  const std::size_t number = waiting_.front();
  waiting_.pop_front();
  return number;
}

void Agenda::end(std::size_t number, std::vector<CheckOutcome> outcomes) {
  Part& part = parts_[number];
  const auto finished = static_cast<std::ptrdiff_t>(outcomes.size());
  const CheckRun& last = checks_[part.checks[outcomes.size() - 1]];
  for (CheckOutcome& outcome : outcomes) add_outcome(part.outcomes, std::move(outcome));
  const CheckOutcome& latest = part.outcomes.back();
  const bool goes_on = last.independent && may_go_on(latest) && !all_made(last.only, latest);
  part.made = goes_on ? latest.observations.size() : 0;
  part.checks.erase(part.checks.begin(), part.checks.begin() + finished - (goes_on ? 1 : 0));
  if (!part.checks.empty()) waiting_.push_front(number);
}

std::size_t Agenda::left() const {
  std::size_t left = 0;
  for (const Part& part : parts_) left += part.checks.size();
  return left;
}

std::vector<CheckOutcome> Agenda::outcomes() && {
  std::vector<CheckOutcome> all;
  for (Part& part : parts_)
    for (CheckOutcome& outcome : part.outcomes) add_outcome(all, std::move(outcome));
  return all;
}

}  // namespace tfh
