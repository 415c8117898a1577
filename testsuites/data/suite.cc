#include "testsuites/data/suite.h"

#include "testsuites/data/topics.h"
#include "testsuites/joined.h"

namespace tfh::testsuites {

std::vector<Check> data_checks() {
  using namespace data;
  return joined({source_checks(), transformation_checks(), iteration_checks(), option_checks(), storage_checks(),
                 odd_argument_checks()});
}

}  // namespace tfh::testsuites
