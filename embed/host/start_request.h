// The first frame that a worker reads: which interpreter to start, and how far to lock it in.
#pragma once

#include <chrono>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"

namespace tfh::embed {

struct SandboxRequest {
  enum class Mode { off, available, required };
  Mode mode = Mode::available;
  std::vector<std::filesystem::path> writable;  // folders it may write in; everything may be read
};

struct StartRequest {
  std::filesystem::path interpreter;                    // argv[0]: its own path in its own prefix decides sys.prefix
  std::string version;                                  // "3.8.18", what the library must report
  std::optional<std::filesystem::path> shared_library;  // absent: the interpreter itself is executed
  std::filesystem::path suites;
  SandboxRequest sandbox;
  std::optional<std::chrono::milliseconds> deadline;  // of the whole process
};

Result<StartRequest> parse_start_request(const nlohmann::json& message);

}  // namespace tfh::embed
