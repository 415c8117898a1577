// The explicit list of all built-in checks, in a fixed order.
#pragma once

#include <string_view>
#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

const std::vector<Check>& all_checks();
const Check* find_check(std::string_view id);  // nullptr: there is none
std::vector<std::string> suite_names();

}  // namespace tfh::testsuites
