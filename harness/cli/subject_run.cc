#include "harness/cli/subject_run.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "harness/cli/check_records.h"
#include "harness/cli/check_selection.h"
#include "harness/cli/worker_setup.h"
#include "harness/diff/difference.h"
#include "harness/plan/version.h"
#include "harness/store/host_fit.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr std::array kMemoryFills{165, 60, 90, 195};  // of the first process, and of those that confirm

bool applies(const testsuites::Check& check, const std::string& version) {
  if (check.minimum.empty()) return true;
  const auto least = Version::parse(check.minimum), actual = Version::parse(version);
  return !least || !actual || *actual >= *least;
}

CheckRecord skipped(const testsuites::Check& check) {
  CheckRecord record;
  record.declaration = declaration_of(check);
  record.status = "skipped";
  record.reason = "applies from " + check.minimum + " on";
  return record;
}

std::vector<CheckRun> load_runs(const std::vector<const testsuites::Check*>& checks,
                                const std::vector<SubjectRun*>& producers) {
  std::vector<CheckRun> runs;
  for (const testsuites::Check* check : checks)
    for (const SubjectRun* producer : producers)
      if (!check->load.empty() && !producer->error())
        runs.push_back(
            {check->id, check->group, check->alone, false, {}, {{producer->id(), producer->artefacts(*check)}}});
  return runs;
}

}  // namespace

SubjectRun::SubjectRun(PlannedSubject planned, const RunOptions& options, Session& session, Slots& slots)
    : planned_(std::move(planned)), options_(options), session_(session), slots_(slots) {
  scratch_ = session_.scratch() / folder_name(planned_.id);
  record_.resolve = resolve_name(planned_, options.preparation);
}

SubjectRun::~SubjectRun() {
  lane_.run([this] { worker_.reset(); }).wait();
}

fs::path SubjectRun::artefacts(const testsuites::Check& check) const {
  return scratch_ / "artefacts" / check.id;
}

bool SubjectRun::is_provisioned() const {
  std::error_code error;
  return prepared_ && fs::exists(prepared_->prefix.root, error);
}

bool SubjectRun::prepare() {
  if (planned_.error) return false;
  if (is_provisioned()) return true;
  auto prepared = tfh::prepare(planned_, options_.preparation, session_);
  if (!prepared) {
    planned_.error = prepared.error();
    return false;
  }
  prepared_ = std::move(*prepared);
  phases_.resolve_s += prepared_->phases.resolve_s;
  phases_.fetch_s += prepared_->phases.fetch_s;
  phases_.unpack_s += prepared_->phases.unpack_s;
  phases_.fetched_bytes += prepared_->phases.fetched_bytes;
  notes_ = prepared_->notes;
  if (options_.once) notes_.push_back("each check ran once, what differs twice: unstable are only some that differed");
  record_.subject_id = planned_.id;
  record_.requirement = requirement_of(planned_.subject);
  record_.python = planned_.interpreter.version;
  record_.exclude_newer = prepared_->exclude_newer;
  record_.created = rfc3339(session_.clock().now());
  record_.lock = prepared_->lock;
  record_.packages = recorded(prepared_->prefix.packages);
  return true;
}

std::optional<Imported> SubjectRun::start(int memory_fill) {
  auto spec = worker_spec(planned_, *prepared_, options_, scratch_);
  if (!spec) {
    planned_.error = failure("import", spec.error());
    return std::nullopt;
  }
  spec->memory_fill = memory_fill;
  auto started = start_worker(*spec, session_.runner());
  if (!started) {
    planned_.error = failure("import", started.error());
    return std::nullopt;
  }
  worker_ = std::move(*started);
  auto imported = worker_->import();
  if (!imported) {
    planned_.error = failure("import", imported.error());
    // A loader that misses a library says so badly, or not at all.
    for (const std::string& line : host_shortcomings(prepared_->prefix.root, system_library_folders()))
      notes_.push_back("this machine: " + line);
    return std::nullopt;
  }
  record_.version = imported->framework_version;
  record_.environment = imported->environment;
  return *imported;
}

void SubjectRun::import_framework() {
  if (!prepare()) return;
  const Slot slot = slots_.take();
  const double began = session_.elapsed();
  const std::string step = "import " + planned_.id;
  session_.progress().begin(step, 0, "");
  const bool ok = start(kMemoryFills[0]).has_value();
  session_.progress().end(step, ok);
  phases_.import_s += session_.elapsed() - began;
}

// One record for each check: runs that load what several producers saved are put together.
std::optional<std::vector<CheckRecord>> SubjectRun::pass(const std::vector<CheckRun>& runs, Slots& slots,
                                                         const Shown& shown) {
  auto outcomes = worker_->run(
      runs, slots, [&](std::size_t ended) { session_.progress().advance(shown.step, shown.before + ended); });
  peak_rss_bytes_ = std::max(peak_rss_bytes_, worker_->peak_rss_bytes());
  if (!outcomes) {
    planned_.error = failure("checks", outcomes.error());
    return std::nullopt;
  }
  std::vector<CheckRecord> records;
  for (CheckOutcome& outcome : *outcomes) add_record(records, record_of(std::move(outcome)));
  return records;
}

void SubjectRun::mark_unstable(const std::vector<CheckRecord>& first, const std::vector<CheckRecord>& second) {
  for (const auto& [id, value] : unstable_between(first, second)) {
    auto& known = record_.unstable_values[id];
    if (known.size() < kUnstableValues && std::ranges::find(known, value) == known.end()) known.push_back(value);
  }
  const auto ids = std::views::keys(record_.unstable_values);
  record_.unstable.assign(ids.begin(), ids.end());
}

void SubjectRun::keep(std::vector<CheckRecord> first, const std::optional<std::vector<CheckRecord>>& second) {
  if (second) mark_unstable(first, *second);
  for (CheckRecord& seen : first) add_record(record_.checks, std::move(seen));
}

// The second pass in the opposite order; what the two do not have in common is unstable.
void SubjectRun::make_passes(const std::string& doing, std::vector<CheckRun> runs) {
  const double began = session_.elapsed();
  const std::string step = doing + " " + planned_.id;
  session_.progress().begin(step, (options_.once ? 1 : 2) * runs.size(), "checks");
  auto first = pass(runs, slots_, {step, 0});
  std::optional<std::vector<CheckRecord>> second;
  if (first && !options_.once) {
    std::ranges::reverse(runs);
    // It saves beside the first one's artefacts, which the others load.
    for (CheckRun& run : runs)
      if (!run.artefacts.empty()) run.artefacts += ".again";
    second = pass(runs, slots_, {step, runs.size()});
  }
  session_.progress().end(step, !planned_.error);
  if (!planned_.error) keep(std::move(*first), second);
  phases_.checks_s += session_.elapsed() - began;
}

void SubjectRun::observe(const std::vector<const testsuites::Check*>& checks) {
  if (planned_.error) return;
  std::vector<CheckRun> runs;
  for (const testsuites::Check* check : checks) {
    if (!applies(*check, record_.version))
      record_.checks.push_back(skipped(*check));
    else
      runs.push_back({check->id,
                      check->group,
                      check->alone,
                      check->independent,
                      check->load.empty() ? "" : artefacts(*check),
                      {}});
  }
  make_passes("check", std::move(runs));
}

void SubjectRun::load_artefacts(const std::vector<const testsuites::Check*>& checks,
                                const std::vector<SubjectRun*>& producers) {
  std::vector<CheckRun> runs = load_runs(checks, producers);
  if (planned_.error || runs.empty()) return;
  if (!worker_) import_framework();
  if (!planned_.error) make_passes("cross-load", std::move(runs));
}

void SubjectRun::park() {
  worker_.reset();
}

void SubjectRun::give_up(const std::string& why) {
  planned_.error = SubjectFailure{"checks", "not run: " + why, ""};
  park();
}

std::vector<CheckRun> SubjectRun::confirming_runs(const Suspects& suspects,
                                                  const std::vector<SubjectRun*>& producers) const {
  std::vector<CheckRun> runs;
  std::vector<const testsuites::Check*> checks;
  for (const auto& [check, parts] : suspects) {
    checks.push_back(check);
    if (!applies(*check, record_.version)) continue;
    const fs::path saved = check->load.empty() ? fs::path() : fs::path(artefacts(*check).string() + ".confirm");
    CheckRun run{check->id, check->group, check->alone || parts.size() > 1, check->independent, saved, {}};
    if (parts.empty()) runs.push_back(run);
    for (const Keys& part : parts) {
      run.only = part;
      if (&part == &parts.front()) run.only.insert("outcome");
      runs.push_back(run);
    }
  }
  std::ranges::move(load_runs(checks, producers), std::back_inserter(runs));
  return runs;
}

bool SubjectRun::confirm_once(const std::vector<CheckRun>& runs, const Shown& shown) {
  auto again = pass(runs, slots_, shown);
  if (!again) return false;
  mark_unstable(made_again(record_.checks, runs), *again);
  return true;
}

void SubjectRun::import_afresh() {
  if (!prepare()) return;
  const Slot slot = slots_.take();
  const double began = session_.elapsed();
  start(kMemoryFills[++fresh_processes_ % kMemoryFills.size()]);
  phases_.checks_s += session_.elapsed() - began;
}

void SubjectRun::confirm(const Suspects& suspects, const std::vector<SubjectRun*>& producers, int passes) {
  const std::vector<CheckRun> runs = confirming_runs(suspects, producers);
  if (planned_.error || runs.empty()) return;
  if (!worker_) import_afresh();
  if (planned_.error) return;
  const double began = session_.elapsed();
  const std::string step = "confirm " + planned_.id;
  session_.progress().begin(step, runs.size() * passes, "checks");
  int passed = 0;
  while (passed < passes && confirm_once(runs, {step, runs.size() * passed})) ++passed;
  session_.progress().end(step, passed == passes);
  phases_.checks_s += session_.elapsed() - began;
}

std::optional<FreshRun> SubjectRun::run_afresh(const std::vector<const testsuites::Check*>& checks) {
  if (!prepare()) return std::nullopt;
  Slots slots(1);  // what is timed has the machine for itself
  const double began = session_.elapsed();
  const auto imported = start(kMemoryFills[0]);
  std::vector<CheckRun> runs;
  for (const testsuites::Check* check : checks)
    if (applies(*check, record_.version)) runs.push_back({check->id, check->group, check->alone, false, {}, {}});
  const std::string step = "time " + planned_.id;
  session_.progress().begin(step, runs.size(), "checks");
  auto records = imported ? pass(runs, slots, {step}) : std::nullopt;
  session_.progress().end(step, records.has_value());
  park();
  phases_.checks_s += session_.elapsed() - began;
  if (!records) return std::nullopt;
  return FreshRun{*imported, std::move(*records)};
}

}  // namespace tfh
