// What is to be confirmed before it is called a difference. Pure.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "harness/cli/check_selection.h"
#include "harness/diff/difference.h"
#include "harness/record/record.h"
#include "testsuites/check.h"

namespace tfh {

using Keys = std::set<std::string>;  // of observations

struct Suspect {
  const testsuites::Check* check = nullptr;
  // Of an independent check only the observations that differ, each part in a fork of its own. A part ends where a fork
  // of some subject died: what comes next has the same calls before it in every subject, those that lived included.
  std::vector<Keys> parts = {};
};
using Suspects = std::vector<Suspect>;  // in the order of the checks

// The checks with a difference from the baseline that `counts`, in any of the subjects.
Suspects find_suspects(const std::vector<Difference>& differences, const Record& baseline, const SelectedChecks& checks,
                       const std::function<bool(const Difference&)>& counts);

}  // namespace tfh
