// The checks of this suite by topic, one file each.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::tensor_ops {

std::vector<Check> arithmetic_checks();
std::vector<Check> promotion_checks();
std::vector<Check> elementwise_checks();
std::vector<Check> special_function_checks();
std::vector<Check> comparison_checks();
std::vector<Check> cast_checks();
std::vector<Check> reduction_checks();
std::vector<Check> segment_checks();
std::vector<Check> ordering_checks();
std::vector<Check> indexing_checks();
std::vector<Check> layout_checks();
std::vector<Check> linear_algebra_checks();
std::vector<Check> decomposition_checks();
std::vector<Check> convolution_checks();
std::vector<Check> pooling_checks();
std::vector<Check> neural_checks();
std::vector<Check> string_checks();
std::vector<Check> unicode_checks();
std::vector<Check> image_checks();
std::vector<Check> signal_checks();
std::vector<Check> random_checks();
std::vector<Check> gradient_checks();
std::vector<Check> container_checks();
std::vector<Check> type_checks();

}  // namespace tfh::testsuites::tensor_ops
