// Ops of tf.raw_ops: all that hold no state, called as their definitions tell; many as they are meant to be called, and
// again with one argument at a time that they are not made for.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

std::vector<Check> raw_ops_checks();  // of all definitions, and one for each op of calls/

}  // namespace tfh::testsuites
