// From a lock to a prefix: fetch what is missing, build source distributions, unpack, byte-compile, link together.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "harness/base/clock.h"
#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/base/http.h"
#include "harness/base/process.h"
#include "harness/base/progress.h"
#include "harness/fetch/fetcher.h"
#include "harness/index/lock.h"
#include "harness/plan/interpreter.h"
#include "harness/store/layout.h"
#include "harness/store/prefix.h"
#include "harness/store/sdist.h"

namespace tfh {

struct Span {  // seconds since the command started; an empty span has start == end
  double start = 0, end = 0;
};

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

// What provisioning works with. One of these serves all subjects of a command, from several threads.
struct Workshop {
  StoreLayout layout;
  Fetcher& fetcher;
  HttpClient& http;
  ProcessRunner& runner;
  Progress& progress;
  Clock& clock;
  std::chrono::steady_clock::time_point started;
  Disk& disk = system_disk();
};

// Idempotent and safe against other processes on the same store. On failure the store holds whole things only.
Result<Provisioned> provision(const ProvisionRequest& request, Workshop& workshop);

// The resolver's executable: `uv` on PATH when it is at least the pinned version, else the pinned wheel from the
// index, unpacked into the store's tools/.
Result<std::filesystem::path> ensure_uv(const std::string& index_url, const std::string& path_variable,
                                        Workshop& workshop);

}  // namespace tfh
