#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

std::vector<Check> saved_model_checks();

}  // namespace tfh::testsuites
