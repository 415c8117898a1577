#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/cli/preparation.h"
#include "harness/store/download.h"

namespace tfh {

namespace {

namespace fs = std::filesystem;

struct DownloadOptions {
  std::string versions, directory, json;
  SourceOptions source;
};

struct DownloadRow {
  std::string id;
  std::string filename, url;
  std::uint64_t bytes = 0;  // of the file
  double seconds = 0;       // 0: it was there already
  std::optional<SubjectFailure> error;
};

void fill_row(DownloadRow& row, const Result<Downloaded>& downloaded, const fs::path& directory, Workshop& workshop) {
  if (!downloaded) {
    row.error = failure("fetch", downloaded.error());
    return;
  }
  std::error_code ignored;
  row.bytes = fs::file_size(downloaded->path, ignored);
  row.seconds = downloaded->fetched.seconds;
  row.url = downloaded->fetched.url;
  if (directory.empty()) return;
  if (auto placed = place_file(downloaded->path, directory, workshop.disk); !placed)
    row.error = failure("fetch", placed.error());
}

std::vector<DownloadRow> download(const Plan& plan, const fs::path& directory, Session& session) {
  std::vector<DownloadRow> rows;
  std::vector<FileDownload> wanted;
  std::vector<std::size_t> row_of;
  for (const PlannedSubject& planned : plan.subjects) {
    DownloadRow& row = rows.emplace_back(DownloadRow{planned.id, "", "", 0, 0, planned.error});
    if (row.error) continue;
    auto wheel = release_wheel(planned);
    if (!wheel) {
      row.error = failure("plan", wheel.error());
      continue;
    }
    row.filename = wheel->file.filename;
    row_of.push_back(rows.size() - 1);
    wanted.push_back(std::move(*wheel));
  }
  const auto results = download_files(wanted, session.mirror_urls(), session.workshop());
  for (std::size_t i = 0; i < results.size(); ++i) fill_row(rows[row_of[i]], results[i], directory, session.workshop());
  return rows;
}

std::string table(const std::vector<DownloadRow>& rows) {
  std::string text;
  for (const DownloadRow& row : rows) {
    if (row.error) {
      text += fmt::format("{:<28} failed: {}\n", row.id, row.error->message);
      if (!row.error->hint.empty()) text += fmt::format("{:<28}   {}\n", "", row.error->hint);
      continue;
    }
    const double megabytes = static_cast<double>(row.bytes) / 1e6;
    const std::string rate =
        row.seconds > 0 ? fmt::format("{:.0f} MB/s", megabytes / row.seconds) : "already in the store";
    text += fmt::format("{:<28} {:>7.1f} MB  {:<20}  sha256 verified  {}\n", row.id, megabytes, rate, row.filename);
  }
  return text;
}

nlohmann::json as_json(const std::vector<DownloadRow>& rows) {
  nlohmann::json files = nlohmann::json::array();
  for (const DownloadRow& row : rows) {
    files.push_back({{"id", row.id},
                     {"status", row.error ? "failed" : "ok"},
                     {"filename", row.filename},
                     {"bytes", row.bytes},
                     {"seconds", row.seconds},
                     {"url", row.url},
                     {"error", to_json(row.error)}});
  }
  return {{"schema", "tfharness-download/1"}, {"files", files}};
}

int download_command(const DownloadOptions& options) {
  auto python = options.source.python_minor();
  if (!python) return trouble(python.error());
  const auto subjects = parse_subjects(split_commas(options.versions));
  if (!subjects) return trouble(subjects.error());
  auto session = Session::open(options.source.session());
  if (!session) return trouble(session.error());
  const Plan plan = plan_downloads(*subjects, *python, **session);
  const std::vector<DownloadRow> rows = download(plan, options.directory, **session);
  session->reset();
  Output output;
  if (!options.source.quiet) output.page = table(rows);
  output.add(options.json, as_json(rows).dump(1) + "\n");
  const bool failed = std::ranges::any_of(rows, [](const DownloadRow& row) { return row.error.has_value(); });
  return deliver(output, failed ? 2 : 0);
}

}  // namespace

void add_download_command(CLI::App& app, int& status) {
  auto options = std::make_shared<DownloadOptions>();
  CLI::App* command = app.add_subcommand("download", "Fetch the wheels of several releases, verified");
  command->add_option("--versions", options->versions, "Releases, comma-separated: 2.4.0,2.8.0,torch==1.10.0")
      ->required();
  command->add_option("-d,--directory", options->directory,
                      "Also place the wheels here, as pip --find-links takes them");
  command->add_option("--json", options->json, "Write what was fetched as JSON to this file ('-': stdout)");
  options->source.add_to(*command);
  command->callback([options, &status] { status = download_command(*options); });
}

}  // namespace tfh
