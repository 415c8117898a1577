#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

std::vector<Check> tf_function_checks();

}  // namespace tfh::testsuites
