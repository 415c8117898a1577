// What is to be confirmed before it is called a difference. Pure.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "harness/cli/check_selection.h"
#include "harness/diff/difference.h"
#include "testsuites/check.h"

namespace tfh {

using Keys = std::set<std::string>;  // of observations

struct Suspect {
  const testsuites::Check* check = nullptr;
  // Of an independent check only the observations that differ, each part in a fork of its own: first what kills no
  // subject, so that it has the same calls before it in all of them, also where a subject died in between before.
  std::vector<Keys> parts = {};
};
using Suspects = std::vector<Suspect>;  // in the order of the checks

// The checks with a difference that `counts`, in any of the subjects.
Suspects find_suspects(const std::vector<Difference>& differences, const SelectedChecks& checks,
                       const std::function<bool(const Difference&)>& counts);

}  // namespace tfh
