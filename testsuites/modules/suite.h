// Suite `modules`: the public modules beside the plain operations, most as tables of expressions.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

std::vector<Check> modules_checks();

}  // namespace tfh::testsuites
