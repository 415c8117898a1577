// The public API as such: which symbols there are, how they are called, what ops and settings are by default.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

std::vector<Check> api_surface_checks();

}  // namespace tfh::testsuites
