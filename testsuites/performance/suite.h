#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

std::vector<Check> performance_checks();

}  // namespace tfh::testsuites
