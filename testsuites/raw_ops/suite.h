// Ops of tf.raw_ops as they are meant to be called, and again with one argument at a time that they are not made for.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites {

std::vector<Check> raw_ops_checks();  // one for each op of calls/

}  // namespace tfh::testsuites
