// From a lock to a prefix: fetch what is missing, build source distributions, unpack, byte-compile, link together.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/index/lock.h"
#include "harness/plan/interpreter.h"
#include "harness/store/prefix.h"
#include "harness/store/sdist.h"
#include "harness/store/workshop.h"

namespace tfh {

struct Provisioned {
  Prefix prefix;
  Span fetch, unpack;  // first start to last end; they overlap
  std::uint64_t fetched_bytes = 0;
  std::vector<std::string> notes;  // RECORD mismatches and the like
};

struct ProvisionRequest {
  Lock lock;
  std::string project;  // the one the lock is for: its modules, and what they import, are byte-compiled
  Interpreter interpreter;
  std::string exclude_newer;             // bounds what source distributions are built with; empty: no bound
  std::vector<std::string> mirror_urls;  // simple indexes that may serve the same bytes, tried in this order
  std::function<void()> wait_for_ahead;  // returns when fetch_ahead() is done with a wheel of the lock; may be empty
  AskBuildTools build_tools;             // asked only when the lock has a source distribution that is not built yet
};

// What a prefix made of the lock will hold, by name.
std::vector<InstalledPackage> installed_packages(const Lock& lock);

// Idempotent and safe against other processes on the same store. On failure the store holds whole things only.
Result<Provisioned> provision(const ProvisionRequest& request, Workshop& workshop);

// The resolver's executable: `uv` on PATH when it is at least the pinned version, else the pinned wheel from the
// index, unpacked into the store's tools/.
Result<std::filesystem::path> ensure_uv(const std::string& index_url, const std::string& path_variable,
                                        Workshop& workshop);

}  // namespace tfh
