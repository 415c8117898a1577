#include "testsuites/tf_function/suite.h"

namespace tfh::testsuites {

std::vector<Check> tf_function_checks() {
  return {};
}

}  // namespace tfh::testsuites
