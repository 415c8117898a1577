// Puts lists of checks one after the other. Called by the suites, which keep their checks in one list per topic.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

inline std::vector<Check> joined(std::initializer_list<std::vector<Check>> parts) {
  std::vector<Check> all;
  for (const std::vector<Check>& part : parts) std::ranges::copy(part, std::back_inserter(all));
  return all;
}

}  // namespace tfh::testsuites
