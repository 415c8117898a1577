// Compatibility tags: PEP 425, with manylinux of PEP 600 and its aliases.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/plan/version.h"

namespace tfh {

struct WheelName {                // the parts of a wheel's file name
  std::string name;               // normalised
  std::string version;            // normalised
  std::string build;              // may be empty
  std::vector<std::string> tags;  // expanded: "cp38-cp38-manylinux2014_x86_64"
  static Result<WheelName> parse(std::string_view filename);
};

// Every tag that an interpreter takes, best first. `libc` as in Interpreter ("glibc 2.36").
std::vector<std::string> supported_tags(PythonMinor python, const std::string& libc, const std::string& machine);

// Position of the wheel's best tag in `supported` (0 is best); nullopt: it does not fit.
std::optional<std::size_t> tag_rank(const WheelName& wheel, const std::vector<std::string>& supported);

}  // namespace tfh
