// The topics of the suite, one file each. Called by suite.cc.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::runtime {

std::vector<Check> malformed_checks();
std::vector<Check> file_checks();
std::vector<Check> type_checks();
std::vector<Check> tensor_checks();
std::vector<Check> variable_checks();
std::vector<Check> gradient_checks();
std::vector<Check> framework_checks();
std::vector<Check> random_checks();
std::vector<Check> numpy_api_checks();
std::vector<Check> operator_checks();
std::vector<Check> description_checks();
std::vector<Check> object_checks();

}  // namespace tfh::testsuites::runtime
