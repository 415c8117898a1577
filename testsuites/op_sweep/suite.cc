#include "testsuites/op_sweep/suite.h"

#include <string>

#include "testsuites/op_sweep/varying_recorder.h"
#include "testsuites/tensor_ops/suite.h"

namespace tfh::testsuites {
namespace {

// What a random op draws depends on the calls before it, and a variation that raises in one release only is none.
bool draws(const Check& check) {
  return check.id.find("random") != std::string::npos;
}

Check varied(const Check& check, op_sweep::Aspect aspect) {
  const std::string name = check.id.substr(check.id.find('.') + 1);
  return {.id = "op_sweep." + name + "_" + op_sweep::name_of(aspect),
          .api = check.api,
          .tolerance = check.tolerance,
          .policy = check.policy,
          .independent = true,
          .minimum = check.minimum,
          .calls = [calls = check.calls, aspect](Recorder& recorder) {
            op_sweep::VaryingRecorder varying(recorder, aspect);
            calls(varying);
          }};
}

}  // namespace

std::vector<Check> op_sweep_checks() {
  std::vector<Check> checks;
  for (const Check& check : tensor_ops_checks()) {
    if (!check.calls || draws(check)) continue;
    for (const op_sweep::Aspect aspect : op_sweep::aspects) checks.push_back(varied(check, aspect));
  }
  return checks;
}

}  // namespace tfh::testsuites
