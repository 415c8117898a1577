// The topics of the suite, one file each. Called by suite.cc. Layers and models carry names of their own, since Keras
// numbers unnamed ones in order of creation and checks may share a process.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::keras {

std::vector<Check> optimizer_checks();
std::vector<Check> layer_checks();
std::vector<Check> preprocessing_checks();
std::vector<Check> encoding_checks();
std::vector<Check> model_checks();
std::vector<Check> own_part_checks();
std::vector<Check> loss_checks();
std::vector<Check> symbol_checks();
std::vector<Check> layer_table_checks();
std::vector<Check> loss_table_checks();
std::vector<Check> initial_value_checks();
std::vector<Check> recurrent_checks();
std::vector<Check> serialization_checks();
std::vector<Check> callback_checks();
std::vector<Check> mixed_precision_checks();
std::vector<Check> backend_checks();
std::vector<Check> ops_checks();
std::vector<Check> ops_by_hand_checks();
std::vector<Check> utility_checks();
std::vector<Check> training_checks();
std::vector<Check> data_form_checks();
std::vector<Check> output_checks();
std::vector<Check> mask_checks();
std::vector<Check> draw_checks();
std::vector<Check> function_checks();
std::vector<Check> registry_checks();
std::vector<Check> odd_argument_checks();
std::vector<Check> symbolic_checks();
std::vector<Check> object_checks();
std::vector<Check> hook_checks();
std::vector<Check> layer_use_checks();
std::vector<Check> model_use_checks();
std::vector<Check> warning_checks();
std::vector<Check> documented_model_checks();
std::vector<Check> documented_part_checks();

}  // namespace tfh::testsuites::keras
