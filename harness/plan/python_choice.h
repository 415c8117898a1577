// Which Python each subject runs on. Pure.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/plan/version.h"

namespace tfh {

struct SubjectPythons {
  std::string id;                    // for messages: "tensorflow 2.4.0"
  std::set<PythonMinor> with_wheel;  // minor versions this release has a wheel for
  std::optional<PythonMinor> asked;  // `@py3.8` or --python
};

struct PythonChoice {
  std::vector<Result<PythonMinor>> chosen;  // one per subject, same order
  bool common = true;                       // false: Python itself is one of the differences; the report says so
};

// The highest minor version that every subject without an own wish has a wheel for and that is available, or the one
// that another subject asked for where they can follow; when there is none, each takes its best. A subject with no
// usable Python gets an error that lists the Pythons it has wheels for.
PythonChoice choose_pythons(const std::vector<SubjectPythons>& subjects, const std::set<PythonMinor>& available);

}  // namespace tfh
