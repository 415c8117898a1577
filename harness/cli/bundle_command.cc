#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/cli/preparation.h"
#include "harness/index/known_release.h"
#include "harness/report/text_layout.h"
#include "harness/store/bundle.h"
#include "harness/store/sdist.h"

namespace tfh {

namespace {

namespace fs = std::filesystem;

struct BundleOptions {
  std::vector<std::string> subjects;
  std::string file;
  ResolveOptions resolve;
  SourceOptions source;
};

// Everything of one lock in the store: archives as they are, and what is built of source distributions.
Result<std::vector<fs::path>> collect(const PlannedSubject& planned, const PreparationOptions& how,
                                      const Resolution& resolution, Session& session) {
  const std::string& tag = planned.interpreter.cache_tag;
  TRY(session.room().claim(planned.id, resolution.lock.packages, tag));
  std::vector<FileDownload> files;
  std::vector<fs::path> collected;
  for (const LockedPackage& package : resolution.lock.packages) files.push_back({package.file, package.name});
  const auto downloads = download_files(files, session.mirror_urls(), session.workshop());
  for (std::size_t i = 0; i < files.size(); ++i) {
    const fs::path archive = TRY(Result<Downloaded>(downloads[i])).path;
    collected.push_back(archive);
    if (!resolution.lock.packages[i].is_sdist) continue;
    collected.back() = TRY(build_wheel(archive, files[i].file.sha256, resolution.exclude_newer, planned.interpreter,
                                       ask_build_tools(planned, how, session), session.layout(), session.runner()));
  }
  return collected;
}

Result<void> add_subject(const PlannedSubject& planned, const PreparationOptions& how, Session& session,
                         BundleContents& contents) {
  if (planned.error) return fail("bundling " + planned.id, planned.error->message, planned.error->hint);
  if (!planned.subject.environment.empty() || !planned.subject.wheel.empty())
    return fail("bundling " + planned.id, "it is no release of an index", "name releases, such as 2.4.0");
  const Resolution resolution = TRY(resolve_release(planned, how, session));
  const fs::path& root = session.layout().root();
  for (const fs::path& file : TRY(collect(planned, how, resolution, session)))
    contents.files.insert(file.lexically_relative(root));
  contents.files.insert(resolution.lock_file.lexically_relative(root));
  const fs::path release = known_release_file(session.layout().locks(), planned.subject.name, planned.subject.version);
  std::error_code absent;
  if (!fs::exists(release, absent))
    return fail("bundling " + planned.id, "its index gives no hashes or no dates, so the release cannot be kept",
                "name an index that gives both with --index-url");
  contents.files.insert(release.lexically_relative(root));
  contents.subjects.push_back(planned.id);
  return {};
}

Result<BundleSummary> bundle(const BundleOptions& options, Session& session) {
  const std::vector<Subject> subjects = TRY(parse_subjects(options.subjects));
  const Plan plan = plan_subjects(subjects, TRY(options.source.python_minor()), session);
  const PreparationOptions how = options.resolve.preparation();
  BundleContents contents;
  for (const PlannedSubject& planned : plan.subjects) TRY(add_subject(planned, how, session, contents));
  const std::string step = "write " + options.file;
  session.progress().begin(step, 0, "");
  auto written = write_bundle(contents, rfc3339(session.clock().now()), options.file, session.layout(), system_disk());
  session.progress().end(step, written.has_value());
  return written;
}

int bundle_command(const BundleOptions& options) {
  auto session = options.source.open_session();
  if (!session) return trouble(session.error());
  const auto summary = bundle(options, **session);
  session->reset();  // its progress leaves the screen before the page comes
  if (!summary) return trouble(summary.error());
  if (options.source.quiet) return 0;
  std::string page =
      fmt::format("{}: {}, {}\n", options.file, counted(summary->files, "file"), size_text(summary->bytes));
  for (const std::string& subject : summary->subjects) page += "  " + subject + "\n";
  page += "On a machine without a network, with the same Python: add --from-bundle to compare, test or deps.\n";
  return deliver(Output{page, {}}, 0);
}

}  // namespace

void add_bundle_command(CLI::App& app, int& status) {
  auto options = std::make_shared<BundleOptions>();
  CLI::App* command =
      app.add_subcommand("bundle", "One file with all that some releases need, for a machine without a network");
  command->footer("Use it there with --from-bundle FILE. It is a plain tar archive; every file in it is hashed.");
  command->add_option("SUBJECT", options->subjects, "Releases: 2.4.0, torch==1.10.0, 2.12.0@py3.8")
      ->required()
      ->expected(1, 64);
  command->add_option("-o,--output", options->file, "The bundle; replaced if it is there")
      ->required()
      ->check(output_file());
  options->resolve.add_resolve_to(*command);
  options->source.add_to(*command);
  command->callback([options, &status] { status = bundle_command(*options); });
}

}  // namespace tfh
