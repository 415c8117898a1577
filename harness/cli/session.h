// What one run of the command works with: the real client, runner, clock and store, each made once.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/clock.h"
#include "harness/base/error.h"
#include "harness/base/http.h"
#include "harness/base/process.h"
#include "harness/base/progress.h"
#include "harness/fetch/fetcher.h"
#include "harness/index/resolve.h"
#include "harness/plan/interpreter.h"
#include "harness/store/folder_lock.h"
#include "harness/store/layout.h"
#include "harness/store/provision.h"
#include "harness/store/scratch.h"

namespace tfh {

struct SessionOptions {
  std::string index_url;             // --index-url; empty: what pip uses
  std::vector<std::string> mirrors;  // --mirror: presets or URLs, in order of preference; "auto": see mirror_urls()
  bool quiet = false;
  int jobs = 6;                  // transfers at once
  std::uint64_t limit_rate = 0;  // bytes per second, of all transfers; 0: none
};

class Session {
 public:
  static Result<std::unique_ptr<Session>> open(const SessionOptions& options);
  ~Session();  // removes this run's scratch folder, and what is beyond TFHARNESS_CACHE_MAX

  const std::map<std::string, std::string>& environment() const { return environment_; }
  const StoreLayout& layout() const { return layout_; }
  ProcessRunner& runner() { return *runner_; }
  HttpClient& http() { return *http_; }
  Progress& progress() { return *progress_; }
  Clock& clock() { return clock_; }
  Workshop& workshop() { return *workshop_; }
  const std::filesystem::path& scratch() const { return scratch_->folder(); }  // this run's own folder
  FolderLock& store_lock() { return *store_lock_; }
  double elapsed() const { return workshop_->elapsed(); }  // seconds since the session was opened

  // Asked for once, when first needed: a warm run needs neither. Thread-safe.
  Result<std::string> index_url();
  // Where files come from, in order. After `auto` the best of those that follow it, or of all presets, by measurement.
  std::vector<std::string> mirror_urls();
  Result<std::filesystem::path> uv();
  const FoundInterpreters& interpreters();

 private:
  Session(SessionOptions options, std::map<std::string, std::string> environment);
  void keep_budget();

  SessionOptions options_;
  std::map<std::string, std::string> environment_;
  SystemClock clock_;
  StoreLayout layout_;
  std::optional<FolderLock> store_lock_;
  std::optional<Scratch> scratch_;
  std::unique_ptr<ProcessRunner> runner_;
  std::unique_ptr<Progress> progress_;
  std::unique_ptr<HttpClient> http_;
  std::unique_ptr<Fetcher> fetcher_;
  std::unique_ptr<Workshop> workshop_;
  std::vector<std::string> mirror_urls_;
  bool measure_mirrors_ = false;         // `auto` was asked for, and mirror_urls_ is not filled yet
  std::optional<std::uint64_t> budget_;  // bytes the store may have
  std::mutex once_;
  std::optional<Result<std::string>> index_url_;
  std::optional<Result<std::filesystem::path>> uv_;
  std::optional<FoundInterpreters> interpreters_;
};

}  // namespace tfh
