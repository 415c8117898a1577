#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

std::vector<Check> tensor_ops_checks();

}  // namespace tfh::testsuites
