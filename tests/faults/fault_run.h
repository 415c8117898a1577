// One run of a scenario: the clients, the mirrors and the store, and what may not be.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "tests/faults/client.h"

namespace tfh::test {

struct Judgement {
  std::vector<std::string> wrong;  // empty: everything is as it has to be
  bool succeeded = false;          // in spite of the faults
  bool killed = false;
};

// Carries the scenario out in a new folder: first with all its faults, then on the same store with sound mirrors and a
// sound disk, where it must succeed. `program` is this executable, started again to be killed.
Judgement carry_out(const Scenario& scenario, const MadePackages& packages, const std::filesystem::path& program);

// The first part of a scenario in this process, which kills itself at the disk call that the scenario names.
int run_to_be_killed(const Scenario& scenario, const MadePackages& packages, const std::filesystem::path& store,
                     const Addresses& addresses);

}  // namespace tfh::test
