#include "harness/cli/preparation.h"

#include <algorithm>
#include <future>
#include <iterator>

#include "harness/cli/binary_check.h"
#include "harness/cli/environment_subject.h"
#include "harness/cli/project_listing.h"
#include "harness/fetch/offline.h"
#include "harness/store/ahead.h"
#include "harness/store/completeness.h"
#include "harness/store/remote_metadata.h"

namespace tfh {

namespace {

PreparedSubject prepared_environment(const PlannedSubject& planned) {
  PreparedSubject prepared;
  prepared.prefix = environment_prefix(planned);
  return prepared;
}

// The release's own wheel is most of all bytes, and which one it is needs no resolver. Where there is no room for it,
// the lock says how much is needed in all.
std::future<Result<FetchedAhead>> start_ahead(const PlannedSubject& planned, Session& session) {
  const auto wheel = release_wheel(planned);
  if (!wheel) return {};
  const LockedPackage package{wheel->project, planned.subject.version, wheel->file, false};
  if (!session.room().claim(planned.id, {package}, planned.interpreter.cache_tag)) return {};
  return std::async(std::launch::async, [wheel = *wheel, &planned, &session] {
    return fetch_ahead(wheel, planned.interpreter, session.mirror_urls(), session.workshop());
  });
}

// An era needs an index that gives dates, for the release and for everything it depends on.
Result<std::string> resolving_index(const PlannedSubject& planned, const PreparationOptions& options,
                                    Session& session) {
  if (options.mode == ResolveMode::latest) return session.index_url();
  return TRY(list_project(planned.subject.name, session)).index_url;
}

// A kept lock needs neither uv nor the index's address. `meanwhile` is called before a new one is made.
Result<Resolution> resolve_meanwhile(const PlannedSubject& planned, const PreparationOptions& options, Session& session,
                                     const std::function<void()>& meanwhile) {
  ResolveRequest request;
  request.subject = planned.subject;
  request.interpreter = planned.interpreter;
  request.mode = options.mode;
  request.refresh = options.refresh && !session.is_offline();
  request.page.name = planned.subject.name;
  request.page.files = planned.files;
  ResolverPlaces places{{}, session.layout().uv_cache(), session.layout().locks(), session.scratch()};
  const Patch patch = session.is_offline() ? Patch::nearest : Patch::same;
  if (auto kept = TRY(kept_resolution(request, places, patch))) return std::move(*kept);
  if (session.is_offline())
    return fail("resolving " + planned.id,
                "the store has no lock of its dependencies for Python " + planned.interpreter.minor.str() +
                    " (--resolve " + resolve_name(planned, options) + "), and --offline asks nobody",
                kOfflineHint);
  meanwhile();
  request.index_url = TRY(resolving_index(planned, options, session));
  places.uv = TRY(session.uv());
  return resolve(request, places, session.runner(),
                 [&session](const std::string& wheel_url) { return read_remote_metadata(wheel_url, session.http()); });
}

ProvisionRequest provision_request(const PlannedSubject& planned, const PreparationOptions& options,
                                   const Resolution& resolution, Session& session) {
  ProvisionRequest request;
  request.lock = resolution.lock;
  request.project = planned.subject.name;
  request.interpreter = planned.interpreter;
  request.exclude_newer = resolution.exclude_newer;
  request.mirror_urls = session.mirror_urls();
  request.build_tools = ask_build_tools(planned, options, session);
  return request;
}

Result<Provisioned> provision_from_any_host(ProvisionRequest request, Session& session) {
  auto provisioned = provision(request, session.workshop());
  if (provisioned || session.is_offline()) return provisioned;
  // The hosts in a kept lock do not matter, only its hashes: the index of this run may serve the same files.
  if (const auto index = session.index_url()) request.mirror_urls.push_back(*index);
  if (auto again = provision(request, session.workshop())) return again;
  return provisioned;
}

// From the first start to the last end of two spans, of which any may be empty.
double joined_seconds(const Span& one, const Span& other) {
  if (one.start == one.end) return other.end - other.start;
  if (other.start == other.end) return one.end - one.start;
  return std::max(one.end, other.end) - std::min(one.start, other.start);
}

}  // namespace

std::string resolve_name(const PlannedSubject& planned, const PreparationOptions& options) {
  if (!planned.subject.environment.empty()) return "env";
  return options.mode == ResolveMode::era ? "era" : "latest";
}

Result<Resolution> resolve_release(const PlannedSubject& planned, const PreparationOptions& options, Session& session) {
  return resolve_meanwhile(planned, options, session, [] {});
}

AskBuildTools ask_build_tools(const PlannedSubject& planned, const PreparationOptions& options, Session& session) {
  return [&planned, &options, &session]() -> Result<BuildTools> {
    return BuildTools{TRY(resolving_index(planned, options, session)), TRY(session.uv())};
  };
}

std::expected<SubjectPackages, SubjectFailure> find_packages(const PlannedSubject& planned,
                                                             const PreparationOptions& options, Session& session) {
  SubjectPackages found;
  if (!planned.subject.environment.empty()) {
    found.packages = recorded(environment_prefix(planned).packages);
    return found;
  }
  const auto resolution = resolve_release(planned, options, session);
  if (!resolution) return std::unexpected(failure("resolve", resolution.error()));
  found.exclude_newer = resolution->exclude_newer;
  found.packages = recorded(installed_packages(resolution->lock));
  return found;
}

std::vector<RecordedPackage> recorded(const std::vector<InstalledPackage>& packages) {
  std::vector<RecordedPackage> result;
  for (const InstalledPackage& package : packages)
    result.push_back({package.name, package.version, package.sha256, package.from_sdist ? "sdist" : "wheel"});
  return result;
}

std::expected<PreparedSubject, SubjectFailure> prepare(const PlannedSubject& planned, const PreparationOptions& options,
                                                       Session& session) {
  if (!planned.subject.environment.empty()) return prepared_environment(planned);
  const auto hold = session.claim().hold();
  if (!hold) return std::unexpected(failure("fetch", hold.error()));
  const double began = session.elapsed();
  const std::string step = "resolve " + planned.id;
  session.progress().begin(step, 0, "");
  std::future<Result<FetchedAhead>> fetching;
  auto resolution = resolve_meanwhile(planned, options, session, [&] { fetching = start_ahead(planned, session); });
  session.progress().end(step, resolution.has_value());
  PreparedSubject prepared;
  prepared.phases.resolve_s = session.elapsed() - began;
  if (!resolution) return std::unexpected(failure("resolve", resolution.error()));

  if (session.is_offline()) {
    const auto complete = check_complete(resolution->lock, planned.id, planned.interpreter.cache_tag, session.layout());
    if (!complete) return std::unexpected(failure("fetch", complete.error()));
  }
  const auto room = session.room().claim(planned.id, resolution->lock.packages, planned.interpreter.cache_tag);
  if (!room) {
    if (fetching.valid()) fetching.wait();
    return std::unexpected(failure("fetch", room.error()));
  }
  ProvisionRequest request = provision_request(planned, options, *resolution, session);
  if (fetching.valid()) request.wait_for_ahead = [&fetching] { fetching.wait(); };
  auto provisioned = provision_from_any_host(std::move(request), session);
  // What could not be fetched ahead was fetched then, perhaps from a host that only the lock knows.
  const FetchedAhead ahead = fetching.valid() ? fetching.get().value_or(FetchedAhead()) : FetchedAhead();
  if (!provisioned) return std::unexpected(failure("fetch", provisioned.error()));
  if (auto used = session.claim().use(provisioned->prefix.root); !used)
    return std::unexpected(failure("unpack", used.error()));
  prepared.exclude_newer = resolution->exclude_newer;
  prepared.lock = resolution->lock.text;
  prepared.prefix = provisioned->prefix;
  prepared.phases.fetch_s = joined_seconds(ahead.fetch, provisioned->fetch);
  prepared.phases.unpack_s = joined_seconds(ahead.unpack, provisioned->unpack);
  prepared.phases.fetched_bytes = ahead.bytes + provisioned->fetched_bytes;
  prepared.notes = resolution->notes;
  std::ranges::copy(provisioned->notes, std::back_inserter(prepared.notes));
  if (options.binary) std::ranges::copy(binary_notes(resolution->lock, session), std::back_inserter(prepared.notes));
  return prepared;
}

}  // namespace tfh
