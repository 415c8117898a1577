// One subject on its way through the rounds, in a lane of its own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "harness/cli/lane.h"
#include "harness/cli/planning.h"
#include "harness/cli/preparation.h"
#include "harness/cli/suspects.h"
#include "harness/cli/worker_setup.h"
#include "harness/record/record.h"
#include "harness/run/worker.h"
#include "testsuites/check.h"

namespace tfh {

// One process that imported the framework and ran checks, as it went.
struct FreshRun {
  Imported imported;
  std::vector<CheckRecord> checks;
};

class SubjectRun {
 public:
  SubjectRun(PlannedSubject planned, const RunOptions& options, Session& session, Slots& slots);
  ~SubjectRun();

  const PlannedSubject& planned() const { return planned_; }
  const std::string& id() const { return planned_.id; }
  const std::optional<SubjectFailure>& error() const { return planned_.error; }
  const Record& record() const { return record_; }
  Record& record() { return record_; }
  Phases& phases() { return phases_; }
  const std::vector<std::string>& notes() const { return notes_; }
  std::uint64_t peak_rss_bytes() const { return peak_rss_bytes_; }
  std::filesystem::path artefacts(const testsuites::Check& check) const;
  std::filesystem::path site_packages() const { return prepared_ ? prepared_->prefix.site_packages : ""; }
  Lane& lane() { return lane_; }
  Session& session() { return session_; }
  bool is_provisioned() const;  // its prefix is in the store now

  // Each of these runs in the lane, in this order, and makes ready what it needs and is not there: the prefix, the
  // worker. A failure is kept in error(); the later ones then do nothing.
  void import_framework();
  void observe(const std::vector<const testsuites::Check*>& checks);  // round 1: both passes, or the first
  void load_artefacts(const std::vector<const testsuites::Check*>& checks, const std::vector<SubjectRun*>& producers);
  void park();                           // the worker is no longer needed
  void give_up(const std::string& why);  // nothing more of it runs

  // Round 3: what differs once more in a fresh process, whose memory holds something else where nothing was written.
  // What is not as before joins the unstable observations.
  void import_afresh();
  void confirm(const Suspects& suspects, const std::vector<SubjectRun*>& producers, int passes);

  // All of it in a process of its own, once; nothing of it joins the record. nullopt: it failed.
  std::optional<FreshRun> run_afresh(const std::vector<const testsuites::Check*>& checks);

 private:
  bool prepare();
  std::optional<Imported> start(int memory_fill);
  struct Shown {  // what a person sees of a pass
    std::string step;
    std::size_t before = 0;  // checks of this step that ended before
  };
  std::optional<std::vector<CheckRecord>> pass(const std::vector<CheckRun>& runs, Slots& slots, const Shown& shown);
  void make_passes(const std::string& doing, std::vector<CheckRun> runs);
  void keep(std::vector<CheckRecord> first, const std::optional<std::vector<CheckRecord>>& second);
  bool confirm_once(const std::vector<CheckRun>& runs, const Shown& shown);
  std::vector<CheckRun> confirming_runs(const Suspects& suspects, const std::vector<SubjectRun*>& producers) const;
  void mark_unstable(const std::vector<CheckRecord>& first, const std::vector<CheckRecord>& second);

  PlannedSubject planned_;
  const RunOptions& options_;
  Session& session_;
  Slots& slots_;
  std::filesystem::path scratch_;
  std::optional<PreparedSubject> prepared_;
  std::unique_ptr<Worker> worker_;
  Record record_;
  Phases phases_;
  std::vector<std::string> notes_;
  std::uint64_t peak_rss_bytes_ = 0;
  std::size_t fresh_processes_ = 0;  // so far
  Lane lane_;                        // last: joined before what its steps use is gone
};

}  // namespace tfh
