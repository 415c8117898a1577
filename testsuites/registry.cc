#include "testsuites/registry.h"

#include <algorithm>

#include "testsuites/api_surface/suite.h"
#include "testsuites/data/suite.h"
#include "testsuites/keras/suite.h"
#include "testsuites/modules/suite.h"
#include "testsuites/op_sweep/suite.h"
#include "testsuites/performance/suite.h"
#include "testsuites/raw_ops/suite.h"
#include "testsuites/runtime/suite.h"
#include "testsuites/saved_model/suite.h"
#include "testsuites/smoke/suite.h"
#include "testsuites/tensor_ops/suite.h"
#include "testsuites/tf_function/suite.h"

namespace tfh::testsuites {

const std::vector<Check>& all_checks() {
  static const std::vector<Check> checks = [] {
    std::vector<Check> all;
    for (auto suite :
         {smoke_checks, tensor_ops_checks, tf_function_checks, saved_model_checks, keras_checks, data_checks,
          runtime_checks, modules_checks, op_sweep_checks, raw_ops_checks, api_surface_checks, performance_checks})
      std::ranges::move(suite(), std::back_inserter(all));
    return all;
  }();
  return checks;
}

const Check* find_check(std::string_view id) {
  const auto& checks = all_checks();
  const auto found = std::ranges::find(checks, id, &Check::id);
  return found == checks.end() ? nullptr : &*found;
}

std::vector<std::string> suite_names() {
  std::vector<std::string> names;
  for (const Check& check : all_checks())
    if (std::ranges::find(names, check.suite()) == names.end()) names.emplace_back(check.suite());
  return names;
}

}  // namespace tfh::testsuites
