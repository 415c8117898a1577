// auditwheel (PyPA), run through uv's tool runner from the index of this run: what platform a wheel really needs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/cli/session.h"

namespace tfh {

struct PlatformAudit {
  std::string tag;                     // what its contents allow: "manylinux_2_17_x86_64"; empty: pure Python
  bool unsupported_isa = false;        // built for instruction sets beyond the tag's baseline, and marked so
  std::vector<std::string> libraries;  // outside of the wheel and of the policy
};

// Takes a second for a small wheel and minutes for one of TensorFlow, once: the answer is kept in the store. Needs a
// Python that auditwheel runs on. `sha256`: of the wheel.
Result<PlatformAudit> audit_wheel(const std::filesystem::path& wheel, const std::string& sha256, Session& session);

}  // namespace tfh
