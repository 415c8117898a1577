// An unpacked wheel against what it should hold: its RECORD, and, where that disagrees, the archive itself, since
// RECORD is wrong in real wheels.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"

namespace tfh {

struct UnpackedCheck {
  std::string name;                  // "tensorflow-2.4.0"
  std::size_t files = 0;             // looked at
  std::vector<std::string> damaged;  // files that are missing or hold other bytes than the wheel
  std::vector<std::string> unsure;   // RECORD was wrong from the start, and there is no archive to tell where
};

// `archive`: the wheel, known to be whole; empty: it is not there. An Error is a folder that cannot be read.
Result<UnpackedCheck> check_unpacked(const std::filesystem::path& folder, const std::filesystem::path& archive);

}  // namespace tfh
