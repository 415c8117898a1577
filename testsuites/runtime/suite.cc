#include "testsuites/runtime/suite.h"

#include "testsuites/joined.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites {

std::vector<Check> runtime_checks() {
  using namespace runtime;
  return joined({malformed_checks(), file_checks(), type_checks(), tensor_checks(), variable_checks(),
                 gradient_checks(), framework_checks(), random_checks(), numpy_api_checks(), operator_checks(),
                 description_checks(), object_checks()});
}

}  // namespace tfh::testsuites
