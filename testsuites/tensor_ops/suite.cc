#include "testsuites/tensor_ops/suite.h"

#include "testsuites/joined.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites {

std::vector<Check> tensor_ops_checks() {
  using namespace tensor_ops;
  return joined({arithmetic_checks(),    promotion_checks(),   elementwise_checks(), special_function_checks(),
                 comparison_checks(),    cast_checks(),        reduction_checks(),   segment_checks(),
                 ordering_checks(),      indexing_checks(),    layout_checks(),      linear_algebra_checks(),
                 decomposition_checks(), convolution_checks(), pooling_checks(),     neural_checks(),
                 string_checks(),        unicode_checks(),     image_checks(),       signal_checks(),
                 random_checks(),        gradient_checks(),    container_checks(),   type_checks()});
}

}  // namespace tfh::testsuites
