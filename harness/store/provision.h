// From a lock to a prefix: fetch what is missing, build source distributions, unpack, byte-compile, link together.
#pragma once

#include <cstdint>
#include <filesystem>
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

namespace tfh {

struct InstalledPackage {
  std::string name;
  std::string version;
  std::string sha256;  // of the wheel, or of the source distribution it was built from
  bool from_sdist = false;
};

// An immutable folder holding one lock's unpacked wheels for one interpreter.
struct Prefix {
  std::string key;
  std::filesystem::path root;
  std::filesystem::path site_packages;  // what goes on sys.path
  std::filesystem::path scripts;        // bin/
  std::vector<InstalledPackage> packages;
};

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
  Interpreter interpreter;
  std::string index_url;                 // used to build source distributions
  std::string exclude_newer;             // likewise; empty: no bound
  std::vector<std::string> mirror_urls;  // simple indexes that may serve the same bytes, tried in this order
  std::filesystem::path uv;              // builds source distributions; needed only when the lock has one
};

// What provisioning works with. One of these serves all subjects of a command, from several threads.
struct Workshop {
  StoreLayout layout;
  Fetcher& fetcher;
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
                                        HttpClient& http, Workshop& workshop);

}  // namespace tfh
