#include "harness/cli/session.h"

#include "harness/base/environment.h"
#include "harness/cli/interruption.h"
#include "harness/cli/mirror_choice.h"
#include "harness/cli/options.h"
#include "harness/cli/progress_display.h"
#include "harness/fetch/offline.h"
#include "harness/index/index.h"
#include "harness/index/mirrors.h"
#include "harness/index/page_memory.h"
#include "harness/store/bundle.h"
#include "harness/store/cleaning.h"
#include "harness/store/python_install.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {
constexpr auto kAutoMirror = "auto";
}

Session::Session(SessionOptions options, std::map<std::string, std::string> environment)
    : options_(std::move(options)), environment_(std::move(environment)), layout_(store_root(environment_)) {}

Session::~Session() {
  discard();
  if (budget_) keep_budget();
  set_interruption_scratch({});
}

void Session::stop_holding_store() {
  if (options_.from_bundle.empty()) hold_.reset();  // what came with a bundle is not claimed otherwise
}

void Session::discard() {
  if (keeps_all()) return;
  const auto done = keeping_->discard(room_, *claim_, system_disk());
  if (!done)
    progress_->note("not removed from the store: " + done.error().text());
  else if (!*done)
    progress_->note(
        "another tfharness is filling the store, so nothing was removed from it: see tfharness cache clean");
}

// Where others are filling the store this is left to the last of them.
void Session::keep_budget() {
  if (!claim_->try_alone()) return;
  const Cleaning cleaning = choose_cleaning(claim_->inventory(), {.largest = budget_}, clock_.now());
  if (auto done = carry_out(cleaning, layout_, system_disk()); !done) progress_->note(done.error().text());
}

Result<std::unique_ptr<Session>> Session::open(const SessionOptions& options) {
  std::unique_ptr<Session> session(new Session(options, own_environment()));
  std::optional<std::uint64_t> budget;
  if (const auto set = session->environment_.find("TFHARNESS_CACHE_MAX"); set != session->environment_.end())
    budget = TRY(parse_bytes(set->second, "TFHARNESS_CACHE_MAX"));
  session->measure_mirrors_ = !options.mirrors.empty() && options.mirrors.front() == kAutoMirror;
  for (const std::string& mirror : options.mirrors)
    if (mirror != kAutoMirror) session->mirror_urls_.push_back(TRY(mirror_url(mirror)));
  session->claim_ = TRY(StoreClaim::open(session->layout_));
  session->hold_ = TRY(session->claim_->hold());
  set_interruption_scratch(Scratch::folder_of_this_process(session->layout_));
  session->scratch_.emplace(TRY(Scratch::open(session->layout_)));
  session->runner_ = make_process_runner();
  session->progress_ = make_progress_display(stderr, options.quiet, session->clock_);
  session->connect();
  session->workshop_.reset(new Workshop{session->layout_, *session->fetcher_, *session->http_, *session->runner_,
                                        *session->progress_, session->clock_, session->clock_.steady()});
  if (!options.from_bundle.empty()) TRY(session->take_bundle());
  session->budget_ = budget;  // last: a session that could not be opened cleans nothing
  return session;
}

void Session::connect() {
  if (options_.offline) {
    http_ = make_offline_client();
    fetcher_ = make_offline_fetcher();
    return;
  }
  http_ = std::make_unique<PageMemory>(make_http_client(environment_, clock_));
  FetchOptions fetch;
  fetch.parallel = options_.jobs;
  fetch.limit_rate = options_.limit_rate;
  fetcher_ = make_fetcher(environment_, fetch, clock_, *progress_);
}

Result<void> Session::take_bundle() {
  const std::string step = "read " + options_.from_bundle;
  progress_->begin(step, 0, "");
  const auto bundle = read_bundle(options_.from_bundle, layout_, system_disk());
  progress_->end(step, bundle.has_value());
  if (!bundle) return std::unexpected(bundle.error());
  for (const std::string& subject : bundle->subjects) progress_->note("the bundle holds " + subject);
  return {};
}

Result<std::string> Session::index_url() {
  if (!options_.index_url.empty()) return mirror_url(options_.index_url);
  const FoundInterpreters& found = interpreters();
  const std::lock_guard lock(once_);
  if (!index_url_) {
    if (found.usable.empty())
      index_url_ = fail("asking pip for its index", "no Python interpreter found", "name one with --index-url");
    else
      index_url_ = default_index_url(found.usable.front().executable, *runner_);
  }
  return *index_url_;
}

std::vector<std::string> Session::mirror_urls() {
  const auto index = measure_mirrors_ ? index_url() : Result<std::string>("");  // takes the lock itself
  const std::lock_guard lock(once_);
  if (!std::exchange(measure_mirrors_, false)) return mirror_urls_;
  const std::vector<std::string> names = std::exchange(mirror_urls_, {});
  if (const auto candidates = mirror_candidates(names, index.value_or("")))
    mirror_urls_ = choose_mirrors(*candidates, index.value_or(""), *workshop_);
  return mirror_urls_;
}

Result<fs::path> Session::uv() {
  const std::string index = TRY(index_url());
  const std::lock_guard lock(once_);
  if (!uv_) {
    const auto path = environment_.find("PATH");
    uv_ = ensure_uv(index, path == environment_.end() ? "" : path->second, *workshop_);
  }
  return *uv_;
}

const FoundInterpreters& Session::interpreters() {
  const std::lock_guard lock(once_);
  if (!interpreters_)
    interpreters_ = find_interpreters(environment_, *runner_, layout_.interpreter_cache(), layout_.pythons());
  return *interpreters_;
}

Result<void> Session::install_python(PythonMinor minor) {
  const auto set = [this](const char* name) {
    const auto found = environment_.find(name);
    return found == environment_.end() ? "" : found->second;
  };
  const PythonSource source{set("TFHARNESS_PYTHON_MIRROR"), set("TFHARNESS_PYTHON_DOWNLOADS")};
  const fs::path program = TRY(uv());
  TRY(tfh::install_python(minor.str(), source, program, layout_, *runner_, *progress_));
  const std::lock_guard lock(once_);
  interpreters_.reset();
  return {};
}

}  // namespace tfh
