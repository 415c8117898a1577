// Releases by name, "tensorflow==2.4.0": one is one however its version is written, since 2.4 is 2.4.0 (PEP 440).
#pragma once

#include <set>
#include <string>

namespace tfh {

struct ReleaseOrder {
  bool operator()(const std::string& left, const std::string& right) const;
};

using ReleaseNames = std::set<std::string, ReleaseOrder>;

}  // namespace tfh
