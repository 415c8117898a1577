// The topics of the suite, one file each. Called by suite.cc.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::data {

std::vector<Check> source_checks();
std::vector<Check> transformation_checks();
std::vector<Check> iteration_checks();
std::vector<Check> option_checks();
std::vector<Check> storage_checks();
std::vector<Check> odd_argument_checks();

}  // namespace tfh::testsuites::data
