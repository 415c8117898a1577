#include <CLI/CLI.hpp>
#include <memory>
#include <set>

#include "harness/cli/commands.h"
#include "harness/cli/download_run.h"
#include "harness/cli/options.h"
#include "harness/cli/origin_check.h"
#include "harness/cli/release_choice.h"

namespace tfh {

namespace {

struct DownloadOptions {
  std::vector<std::string> requirements, versions;
  std::string directory, json;
  bool dependencies = false, verify = false;
  ResolveOptions resolve;
  SourceOptions source;
};

Result<std::vector<Requirement>> parse_requirements(const DownloadOptions& options) {
  std::vector<std::string> written;
  for (const auto* texts : {&options.requirements, &options.versions})
    for (const std::string& text : *texts) std::ranges::copy(split_requirements(text), std::back_inserter(written));
  if (written.empty())
    return fail("reading what to download", "nothing is named",
                "name releases: tfharness download 2.4.0 '>=2.6,<2.9' torch==1.10.0");
  std::vector<Requirement> requirements;
  for (const std::string& text : written) requirements.push_back(TRY(Requirement::parse(text)));
  return requirements;
}

// What a range or `latest` cannot be read as today is told of beside the files of the others.
Selection select(const std::vector<Requirement>& requirements, const PythonWish& python, const DownloadOptions& options,
                 Session& session) {
  std::vector<Subject> releases;
  std::vector<SelectedFile> failures;
  std::vector<std::string> notes;
  std::set<std::tuple<std::string, std::string, std::optional<PythonMinor>>> seen;
  for (const Requirement& requirement : requirements) {
    auto chosen = choose_releases(requirement, python.one, session, notes);
    if (!chosen) {
      failures.push_back({requirement.written, {}, {}, failure("plan", chosen.error())});
      continue;
    }
    for (Subject& release : *chosen)
      if (seen.emplace(release.name, release.version, release.python).second) releases.push_back(std::move(release));
  }
  Selection selection = options.dependencies
                            ? select_environments(releases, python.one, options.resolve.preparation(), session)
                            : select_wheels(releases, python, session);
  std::ranges::move(failures, std::back_inserter(selection.files));
  selection.notes.insert(selection.notes.begin(), notes.begin(), notes.end());
  return selection;
}

std::vector<ArchiveHere> archives_of(const DownloadReport& report) {
  std::vector<ArchiveHere> archives;
  for (const DownloadedFile& file : report.files)
    if (!file.error) archives.push_back({file.filename, file.sha256});
  return archives;
}

int download_command(const DownloadOptions& options) {
  const auto python = PythonWish::parse(options.source.python);
  if (!python) return trouble(python.error());
  if (python->every && options.dependencies)
    return trouble({"reading --python", "all is not for --deps: dependencies are resolved for one interpreter",
                    "name one, --python 3.8"});
  const auto requirements = parse_requirements(options);
  if (!requirements) return trouble(requirements.error());
  auto session = options.source.open_session();
  if (!session) return trouble(session.error());
  const Selection selection = select(*requirements, *python, options, **session);
  const DownloadReport report = download(selection, options.resolve.preparation(), options.directory, **session);
  std::optional<OriginCheck> origin;
  if (options.verify) origin = check_origin(archives_of(report), **session);
  session->reset();  // its progress leaves the screen before the table comes
  Output output;
  if (!options.source.quiet) output.page = download_text(report) + (origin ? origin_text(*origin) : "");
  nlohmann::json json = to_json(report);
  json["origin"] = origin ? to_json(*origin) : nlohmann::json(nullptr);
  output.add(options.json, json.dump(1) + "\n");
  return deliver(output, origin && !origin->ok() ? 2 : exit_status(report));
}

}  // namespace

void add_download_command(CLI::App& app, int& status) {
  auto options = std::make_shared<DownloadOptions>();
  CLI::App* command = app.add_subcommand("download", "Fetch the wheels of releases, verified; nothing is run");
  command->footer(
      "What may be named: 2.4.0 (of tensorflow), latest, a range '>=2.4,<2.13' (all final releases in it; yanked ones\n"
      "and those without a wheel for the Python that is asked for are left out, and said), or a project: "
      "torch==1.10.0,\n"
      "'jax>=0.4,<0.5', numpy; each perhaps with @pyX.Y. A comma separates, unless a comparison follows one: then it\n"
      "joins. Two ranges of one project: name it in both, or write two words.\n\n"
      "  tfharness download 2.4.0 2.12.0 --python 3.8 -d wheels\n"
      "  tfharness download --versions '>=2.4,<2.13' --mirror tuna,ustc --limit-rate 20M -d wheels\n"
      "  tfharness download 2.4.0 --deps -d wheels && pip install --no-index --find-links wheels tensorflow==2.4.0\n\n"
      "Exit status: 0 all is there, 2 something failed; the rest is there nevertheless.");
  command->add_option("REQUIREMENT", options->requirements,
                      "What to fetch: 2.4.0, latest, '>=2.4,<2.13', torch==1.10.0");
  command->add_option("--versions", options->versions, "The same as a list: 2.4.0,2.8.0,torch==1.10.0");
  command->add_option("-d,--directory", options->directory,
                      "Place the wheels here, as pip --find-links takes them (default: the store alone)");
  command->add_flag("--deps,!--no-deps", options->dependencies,
                    "Also everything they depend on, and the lock; source distributions are built (default: no)");
  options->resolve.add_to(*command);
  command->get_option("--resolve")->description("With --deps: as of the release's time (era) or of today (latest)");
  command->add_flag("--verify", options->verify,
                    "Also compare with the hashes that the index and the mirrors state now, and show attestations");
  command->add_option("--json", options->json, "Write what was fetched as JSON to this file ('-': stdout)")
      ->check(output_file());
  options->source.add_to(*command);
  command->get_option("--python")->description("Python minor version that the wheels are for: 3.8, or all");
  command->callback([options, &status] { status = download_command(*options); });
}

}  // namespace tfh
