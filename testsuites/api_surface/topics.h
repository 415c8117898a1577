// The parts of the suite api_surface, one file each.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::api_surface {

std::vector<Check> symbol_checks();   // every public symbol: present, kind, signature, deprecation; op definitions
std::vector<Check> setting_checks();  // what is set when nobody has set anything

}  // namespace tfh::testsuites::api_surface
