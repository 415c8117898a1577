#include "testsuites/modules/suite.h"

#include "testsuites/joined.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites {

std::vector<Check> modules_checks() {
  using namespace modules;
  return joined({math_checks(),
                 text_checks(),
                 unicode_checks(),
                 signal_checks(),
                 audio_checks(),
                 linear_algebra_checks(),
                 sparse_checks(),
                 ragged_checks(),
                 neural_checks(),
                 window_checks(),
                 image_checks(),
                 numpy_checks(),
                 numpy_promotion_checks(),
                 parsing_checks(),
                 container_checks(),
                 dataset_checks(),
                 training_checks(),
                 feature_column_checks(),
                 debugging_checks(),
                 distribute_checks(),
                 lite_checks(),
                 extension_type_checks(),
                 log_checks(),
                 summary_checks(),
                 number_checks(),
                 graph_checks(),
                 platform_checks(),
                 refusal_checks(),
                 odd_argument_checks(),
                 other_input_checks(),
                 element_checks(),
                 former_api_checks(),
                 lite_operation_checks(),
                 replica_checks(),
                 documented_graph_checks(),
                 documented_file_checks(),
                 documented_refusal_checks(),
                 early_advisory_checks(),
                 late_advisory_checks(),
                 lite_refusal_checks()});
}

}  // namespace tfh::testsuites
