#include "testsuites/keras/suite.h"

#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites {

std::vector<Check> keras_checks() {
  using namespace keras;
  return joined(
      {optimizer_checks(), layer_checks(), preprocessing_checks(), model_checks(), loss_checks(), symbol_checks()});
}

}  // namespace tfh::testsuites
