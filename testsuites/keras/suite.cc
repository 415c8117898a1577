#include "testsuites/keras/suite.h"

#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites {

std::vector<Check> keras_checks() {
  using namespace keras;
  return joined({optimizer_checks(),
                 layer_checks(),
                 layer_table_checks(),
                 recurrent_checks(),
                 mask_checks(),
                 preprocessing_checks(),
                 encoding_checks(),
                 model_checks(),
                 own_part_checks(),
                 training_checks(),
                 data_form_checks(),
                 output_checks(),
                 callback_checks(),
                 loss_checks(),
                 loss_table_checks(),
                 initial_value_checks(),
                 mixed_precision_checks(),
                 serialization_checks(),
                 utility_checks(),
                 draw_checks(),
                 function_checks(),
                 backend_checks(),
                 ops_checks(),
                 ops_by_hand_checks(),
                 symbol_checks(),
                 registry_checks(),
                 odd_argument_checks(),
                 symbolic_checks(),
                 object_checks(),
                 hook_checks(),
                 layer_use_checks(),
                 model_use_checks(),
                 warning_checks(),
                 documented_model_checks(),
                 documented_part_checks()});
}

}  // namespace tfh::testsuites
