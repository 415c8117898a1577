#include "testsuites/api_surface/suite.h"

#include "testsuites/api_surface/topics.h"
#include "testsuites/joined.h"

namespace tfh::testsuites {

std::vector<Check> api_surface_checks() {
  using namespace api_surface;
  return joined({symbol_checks(), setting_checks()});
}

}  // namespace tfh::testsuites
