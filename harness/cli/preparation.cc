#include "harness/cli/preparation.h"

#include "harness/cli/environment_subject.h"

namespace tfh {

namespace {

PreparedSubject prepared_environment(const PlannedSubject& planned) {
  PreparedSubject prepared;
  prepared.prefix = environment_prefix(planned);
  return prepared;
}

// A kept lock needs neither uv nor the index's address.
Result<Resolution> resolve_planned(const PlannedSubject& planned, const PreparationOptions& options, Session& session) {
  ResolveRequest request;
  request.subject = planned.subject;
  request.interpreter = planned.interpreter;
  request.mode = options.mode;
  request.refresh = options.refresh;
  request.page.name = planned.subject.name;
  request.page.files = planned.files;
  ResolverPlaces places{{}, session.layout().uv_cache(), session.layout().locks(), session.scratch()};
  if (auto kept = TRY(kept_resolution(request, places))) return std::move(*kept);
  request.index_url = TRY(session.index_url());
  places.uv = TRY(session.uv());
  return resolve(request, places, session.runner());
}

}  // namespace

std::string resolve_name(const PlannedSubject& planned, const PreparationOptions& options) {
  if (!planned.subject.environment.empty()) return "env";
  return options.mode == ResolveMode::era ? "era" : "latest";
}

std::expected<PreparedSubject, SubjectFailure> prepare(const PlannedSubject& planned, const PreparationOptions& options,
                                                       Session& session) {
  if (!planned.subject.environment.empty()) return prepared_environment(planned);
  const double began = session.elapsed();
  const std::string step = "resolve " + planned.id;
  session.progress().begin(step, 0, "");
  auto resolution = resolve_planned(planned, options, session);
  session.progress().end(step, resolution.has_value());
  if (!resolution) return std::unexpected(failure("resolve", resolution.error()));

  PreparedSubject prepared;
  prepared.phases.resolve_s = session.elapsed() - began;
  prepared.exclude_newer = resolution->exclude_newer;
  prepared.lock = resolution->lock.text;
  prepared.notes = resolution->notes;

  ProvisionRequest request;
  request.lock = resolution->lock;
  request.interpreter = planned.interpreter;
  request.exclude_newer = resolution->exclude_newer;
  request.mirror_urls = session.mirror_urls();
  request.build_tools = [&session]() -> Result<BuildTools> {
    return BuildTools{TRY(session.index_url()), TRY(session.uv())};
  };
  auto provisioned = provision(request, session.workshop());
  if (!provisioned) {
    // The hosts in a kept lock do not matter, only its hashes: the index of this run may serve the same files.
    if (const auto index = session.index_url()) request.mirror_urls.push_back(*index);
    if (auto again = provision(request, session.workshop())) provisioned = std::move(again);
  }
  if (!provisioned) return std::unexpected(failure("fetch", provisioned.error()));
  prepared.prefix = provisioned->prefix;
  prepared.phases.fetch_s = provisioned->fetch.end - provisioned->fetch.start;
  prepared.phases.unpack_s = provisioned->unpack.end - provisioned->unpack.start;
  prepared.phases.fetched_bytes = provisioned->fetched_bytes;
  prepared.notes.insert(prepared.notes.end(), provisioned->notes.begin(), provisioned->notes.end());
  return prepared;
}

}  // namespace tfh
