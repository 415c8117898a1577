#include "harness/index/requires_python.h"

#include "harness/plan/specifiers.h"

namespace tfh {

bool allows_python(const std::string& specifiers, PythonMinor python) {
  const auto wanted = Specifiers::parse(specifiers);
  if (!wanted || wanted->empty()) return true;
  // No minor version of CPython has come to its fortieth patch release.
  for (int patch = 0; patch < 40; ++patch) {
    const auto version = Version::parse(python.str() + "." + std::to_string(patch));
    if (version && wanted->contain(*version)) return true;
  }
  return false;
}

}  // namespace tfh
