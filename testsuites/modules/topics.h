// The topics of the suite, one file each. Called by suite.cc.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::modules {

std::vector<Check> math_checks();
std::vector<Check> text_checks();
std::vector<Check> unicode_checks();
std::vector<Check> signal_checks();
std::vector<Check> audio_checks();
std::vector<Check> linear_algebra_checks();
std::vector<Check> sparse_checks();
std::vector<Check> ragged_checks();
std::vector<Check> neural_checks();
std::vector<Check> window_checks();
std::vector<Check> image_checks();
std::vector<Check> numpy_checks();
std::vector<Check> numpy_promotion_checks();
std::vector<Check> parsing_checks();
std::vector<Check> container_checks();
std::vector<Check> dataset_checks();
std::vector<Check> training_checks();
std::vector<Check> feature_column_checks();
std::vector<Check> debugging_checks();
std::vector<Check> distribute_checks();
std::vector<Check> lite_checks();
std::vector<Check> lite_operation_checks();
std::vector<Check> replica_checks();
std::vector<Check> documented_graph_checks();
std::vector<Check> documented_file_checks();
std::vector<Check> documented_refusal_checks();
std::vector<Check> early_advisory_checks();
std::vector<Check> late_advisory_checks();
std::vector<Check> lite_refusal_checks();
std::vector<Check> extension_type_checks();
std::vector<Check> log_checks();
std::vector<Check> summary_checks();
std::vector<Check> number_checks();
std::vector<Check> graph_checks();
std::vector<Check> platform_checks();
std::vector<Check> refusal_checks();
std::vector<Check> odd_argument_checks();
std::vector<Check> other_input_checks();
std::vector<Check> element_checks();
std::vector<Check> former_api_checks();

}  // namespace tfh::testsuites::modules
