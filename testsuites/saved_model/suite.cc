#include "testsuites/saved_model/suite.h"

#include "testsuites/joined.h"
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites {

std::vector<Check> saved_model_checks() {
  using namespace saved_model;
  return joined({export_checks(), contents_checks(), reload_checks(), keras_model_checks(), keras_object_checks(),
                 checkpoint_checks(), container_checks(), state_checks(), exchange_checks(), exchange_part_checks()});
}

}  // namespace tfh::testsuites
