#include <array>
#include <utility>

#include "harness/diff/difference.h"

namespace tfh {

namespace {

// The names of the report format, version 1, in the order of the enumerations.
constexpr std::array<const char*, kKindCount> kKinds = {"value",   "dtype",   "shape",     "structure",   "exception",
                                                        "message", "warning", "missing",   "added",       "signature",
                                                        "crash",   "timeout", "stability", "performance", "dependency"};
constexpr std::array<const char*, kSeverityCount> kSeverities = {"info", "cosmetic", "drift", "behaviour", "breaking"};

}  // namespace

std::string name_of(Kind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}

std::string name_of(Severity severity) {
  return kSeverities[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity_named(const std::string& name) {
  for (std::size_t i = 0; i < kSeverities.size(); ++i) {
    if (name == kSeverities[i]) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

}  // namespace tfh
