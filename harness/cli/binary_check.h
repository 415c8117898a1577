// Whether wheels in the store can run on this machine: what auditwheel says of each, and what this machine lacks.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "harness/cli/session.h"
#include "harness/index/lock.h"
#include "harness/store/inventory.h"

namespace tfh {

struct AuditedWheel {
  std::string filename;
  std::string tag;                     // that its contents allow: "manylinux_2_17_x86_64"
  bool fits = true;                    // this machine's glibc
  bool unsupported_isa = false;        // marked as built for more than the tag's baseline
  std::vector<std::string> libraries;  // outside of the wheel and of the policy
  std::string error;                   // it could not be audited
};

struct BinaryCheck {
  std::string machine;                    // "glibc 2.36; sse4_1 sse4_2 avx avx2 fma"
  std::vector<AuditedWheel> wheels;       // those with machine code
  std::vector<std::string> shortcomings;  // of this machine: libraries, versions of symbols, instruction sets
  bool ok() const;
};

// The archives among `contents` are audited; what the prefixes hold is looked up on this machine.
BinaryCheck check_binaries(const std::vector<const StoredContent*>& contents,
                           const std::vector<const StoredPrefix*>& prefixes, Session& session);

// The same of one release's wheels, as lines for its report: what does not fit, and what they need in all.
std::vector<std::string> binary_notes(const Lock& lock, Session& session);

std::string binary_text(const BinaryCheck& check);
nlohmann::json to_json(const BinaryCheck& check);

}  // namespace tfh
