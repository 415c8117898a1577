// Every call of tensor_ops again under other inputs: each dtype, values at the edges, other shapes, other arguments.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

std::vector<Check> op_sweep_checks();

}  // namespace tfh::testsuites
