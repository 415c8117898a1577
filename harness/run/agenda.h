// What is left to run of a list of checks, and what came of the rest. Pure.
#pragma once

#include <cstddef>
#include <deque>
#include <vector>

#include "harness/run/worker.h"

namespace tfh {

class Agenda {
 public:
  // The checks of one fork, as positions in the list.
  struct Part {
    std::vector<std::size_t> checks;
    std::size_t made = 0;  // observations of the first of them that earlier forks have made
    std::vector<CheckOutcome> outcomes = {};
  };

  explicit Agenda(const std::vector<CheckRun>& checks);

  bool waiting() const { return !waiting_.empty(); }
  // The next part to run: its number. Only while one waits.
  std::size_t begin();
  const Part& part(std::size_t number) const { return parts_[number]; }
  // Its fork has ended with these outcomes, at least one. What it has not reached waits again: it is next.
  void end(std::size_t number, std::vector<CheckOutcome> outcomes);

  std::size_t left() const;  // checks whose outcome is not known yet, those of running forks included

  // In the order of the checks, whatever the order of the forks was.
  std::vector<CheckOutcome> outcomes() &&;

 private:
  const std::vector<CheckRun>& checks_;
  std::vector<Part> parts_;
  std::deque<std::size_t> waiting_;
};

}  // namespace tfh
