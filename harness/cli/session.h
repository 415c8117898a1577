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
#include "harness/store/keeping.h"
#include "harness/store/layout.h"
#include "harness/store/provision.h"
#include "harness/store/room.h"
#include "harness/store/scratch.h"
#include "harness/store/store_claim.h"

namespace tfh {

struct SessionOptions {
  std::string index_url;             // --index-url; empty: what pip uses
  std::vector<std::string> mirrors;  // --mirror: presets or URLs, in order of preference; "auto": see mirror_urls()
  std::string from_bundle;           // put into the store before anything else; empty: none
  bool offline = false;              // only what is in the store
  bool install_python = false;       // where an interpreter is missing
  bool quiet = false;
  int jobs = 6;                  // transfers at once
  std::uint64_t limit_rate = 0;  // bytes per second, of all transfers; 0: none
};

class Session {
 public:
  static Result<std::unique_ptr<Session>> open(const SessionOptions& options);
  ~Session();  // removes this run's scratch folder, what is not to be kept, and what is beyond TFHARNESS_CACHE_MAX

  const std::map<std::string, std::string>& environment() const { return environment_; }
  const StoreLayout& layout() const { return layout_; }
  ProcessRunner& runner() { return *runner_; }
  HttpClient& http() { return *http_; }
  Progress& progress() { return *progress_; }
  Clock& clock() { return clock_; }
  Workshop& workshop() { return *workshop_; }
  const std::filesystem::path& scratch() const { return scratch_->folder(); }  // this run's own folder
  StoreClaim& claim() { return *claim_; }
  // From now on only what prepare() makes ready is kept from others' cleaning.
  void stop_holding_store();
  Room& room() { return room_; }
  // From now on: what comes into the store with this run is kept as `keep` says. Before anything is fetched.
  void keep_only(Keep keep) { keeping_.emplace(keep, layout_); }
  bool keeps_all() const { return !keeping_ || keeping_->keeps_all(); }
  // Removes what the subjects so far have brought and is not to be kept; none of them may be at work.
  void discard();
  bool is_offline() const { return options_.offline; }
  double elapsed() const { return workshop_->elapsed(); }  // seconds since the session was opened

  // Asked for once, when first needed: a warm run needs neither. Thread-safe.
  Result<std::string> index_url();
  // Where files come from, in order. After `auto` the best of those that follow it, or of all presets, by measurement.
  std::vector<std::string> mirror_urls();
  Result<std::filesystem::path> uv();
  const FoundInterpreters& interpreters();
  bool may_install_pythons() const { return options_.install_python; }
  // Into the store. What interpreters() gave before no longer holds.
  Result<void> install_python(PythonMinor minor);

 private:
  Session(SessionOptions options, std::map<std::string, std::string> environment);
  void connect();
  Result<void> take_bundle();
  void keep_budget();

  SessionOptions options_;
  std::map<std::string, std::string> environment_;
  SystemClock clock_;
  StoreLayout layout_;
  Room room_{layout_, system_disk()};
  std::optional<Keeping> keeping_;
  std::unique_ptr<StoreClaim> claim_;
  StoreClaim::Hold hold_;
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
