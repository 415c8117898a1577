#include "testsuites/tf_function/suite.h"

#include "testsuites/joined.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites {

std::vector<Check> tf_function_checks() {
  using namespace tf_function;
  return joined({tracing_checks(), signature_checks(), autograph_checks(), loop_checks(), statement_checks(),
                 argument_checks(), failure_checks(), graph_checks(), control_flow_checks(), matrix_checks()});
}

}  // namespace tfh::testsuites
