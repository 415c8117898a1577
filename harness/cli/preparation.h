// One planned subject made ready to run: resolved, fetched, unpacked.
#pragma once

#include <expected>

#include "harness/cli/planning.h"
#include "harness/index/resolve.h"
#include "harness/report/report.h"
#include "harness/store/provision.h"

namespace tfh {

struct PreparedSubject {
  Prefix prefix;
  std::string exclude_newer;  // RFC 3339 or empty
  std::string lock;           // pylock.toml text; empty for an environment
  Phases phases;              // resolve, fetch and unpack are filled
  std::vector<std::string> notes;
};

struct PreparationOptions {
  ResolveMode mode = ResolveMode::era;
  bool refresh = false;
  bool binary = false;  // auditwheel's findings join the notes
};

// "era", "latest" or "env", as reports name it.
std::string resolve_name(const PlannedSubject& planned, const PreparationOptions& options);

// The lock of a release, without fetching what it names: kept, or made now.
Result<Resolution> resolve_release(const PlannedSubject& planned, const PreparationOptions& options, Session& session);
// For building what that lock has as source only. All three must outlive the answer.
AskBuildTools ask_build_tools(const PlannedSubject& planned, const PreparationOptions& options, Session& session);

struct SubjectPackages {
  std::string exclude_newer;              // as in PreparedSubject
  std::vector<RecordedPackage> packages;  // by name
};

// What the subject's environment holds: its lock, without fetching what it names, or what is installed there.
std::expected<SubjectPackages, SubjectFailure> find_packages(const PlannedSubject& planned,
                                                             const PreparationOptions& options, Session& session);

// Packages as records name them.
std::vector<RecordedPackage> recorded(const std::vector<InstalledPackage>& packages);

// Called from the subject's own thread; shares the session with the other subjects.
std::expected<PreparedSubject, SubjectFailure> prepare(const PlannedSubject& planned, const PreparationOptions& options,
                                                       Session& session);

}  // namespace tfh
