#include "testsuites/tf_function/suite.h"

#include "testsuites/joined.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites {

std::vector<Check> tf_function_checks() {
  return joined({tf_function::tracing_checks()});
}

}  // namespace tfh::testsuites
