// What a person wants to download: one release of a project, or all that fit.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/plan/specifiers.h"
#include "harness/plan/version.h"

namespace tfh {

struct Requirement {
  std::string written;  // as given
  std::string name;     // normalised as PEP 503 says; a project that is not named is tensorflow
  Specifiers versions;  // empty: any
  bool newest = false;  // only the newest release that fits: "latest", or a project without versions
  std::optional<PythonMinor> python;

  // `2.4.0`, `latest`, `>=2.4,<2.13`, `torch==1.10.0`, `jax>=0.4,<0.5`, `numpy`, each perhaps with @pyX.Y. The error
  // says which forms there are.
  static Result<Requirement> parse(std::string_view text);
};

// A comma both separates requirements and joins the specifiers of one: it joins where a comparison follows and the
// requirement before has one, too. So "2.4.0,2.6.0" are two, ">=2.4,<2.13" is one, "2.4.0,>=2.6,<2.9,jax>=0.4" are
// three.
std::vector<std::string> split_requirements(std::string_view text);

}  // namespace tfh
