// Every stateless op of tf.raw_ops under a few inputs that are made from its definition.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::op_sweep {

std::vector<Check> raw_op_checks();  // one for each first letter

}  // namespace tfh::testsuites::op_sweep
