#include "testsuites/saved_model/suite.h"

namespace tfh::testsuites {

std::vector<Check> saved_model_checks() {
  return {};
}

}  // namespace tfh::testsuites
