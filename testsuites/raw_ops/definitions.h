// Every stateless op of tf.raw_ops under inputs that are made from its definition: a few forms, and every dtype.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::raw_ops {

std::vector<Check> checks_of_definitions();  // two for each first letter

}  // namespace tfh::testsuites::raw_ops
