#include "harness/cli/download_run.h"

#include <algorithm>

#include "harness/base/credentials.h"
#include "harness/base/file.h"
#include "harness/base/sha256.h"
#include "harness/index/mirrors.h"
#include "harness/store/sdist.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

class DownloadRun {
 public:
  DownloadRun(const Selection& selection, const PreparationOptions& options, const fs::path& directory,
              Session& session)
      : selection_(selection), options_(options), directory_(directory), session_(session) {}

  DownloadReport run() {
    for (const SelectedFile& file : selection_.files) report_.files.push_back(begun(file));
    fetch();
    for (std::size_t i = 0; i < selection_.files.size(); ++i)
      if (selection_.files[i].build && !report_.files[i].error) build(selection_.files[i], report_.files[i]);
    for (const SelectedLock& lock : selection_.locks) place_lock(lock);
    for (const std::string& mirror : mirrors_) report_.mirrors.push_back(without_credentials(mirror));
    report_.notes = selection_.notes;
    report_.seconds = session_.elapsed();
    return std::move(report_);
  }

 private:
  static DownloadedFile begun(const SelectedFile& file) {
    DownloadedFile row;
    row.id = file.id;
    row.filename = file.download.file.filename;
    row.sha256 = file.download.file.sha256;
    row.error = file.error;
    return row;
  }

  void fetch() {
    std::vector<FileDownload> wanted;
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < selection_.files.size(); ++i) {
      const SelectedFile& file = selection_.files[i];
      DownloadedFile& row = report_.files[i];
      if (row.error || settle_if_in_folder(file, row)) continue;
      wanted.push_back(file.download);
      positions.push_back(i);
    }
    // What is in the store needs no mirror, and none to be measured.
    const bool stored = std::ranges::all_of(wanted, [&](const FileDownload& file) {
      return fs::exists(session_.layout().wheel(file.file.sha256, file.file.filename));
    });
    if (!stored) mirrors_ = session_.mirror_urls();
    download_files(wanted, mirrors_, session_.workshop(), [&](std::size_t i, const Result<Downloaded>& downloaded) {
      settle(selection_.files[positions[i]], report_.files[positions[i]], downloaded);
    });
  }

  bool settle_if_in_folder(const SelectedFile& file, DownloadedFile& row) {
    if (directory_.empty() || file.build) return false;
    const fs::path there = directory_ / row.filename;
    const auto sha256 = sha256_file(there);
    if (!sha256 || *sha256 != row.sha256) return false;
    row.state = FileState::in_folder;
    set_place(row, there);
    return true;
  }

  // A mirror by its name; what came from where the index or the lock says came from the index.
  std::string server_of(const SelectedFile& file, const std::string& url) {
    if (url.empty()) return "";
    if (url == without_credentials(file.download.file.url)) return "index";
    return server_name(url, mirrors_, session_.index_url().value_or(""));
  }

  void settle(const SelectedFile& file, DownloadedFile& row, const Result<Downloaded>& downloaded) {
    if (!downloaded) {
      row.error = failure("fetch", downloaded.error());
      return;
    }
    const Fetched& fetched = downloaded->fetched;
    row.state = fetched.url.empty() ? FileState::in_store : FileState::fetched;
    row.fetched_bytes = fetched.bytes;
    row.seconds = fetched.seconds;
    row.url = fetched.url;
    row.server = server_of(file, row.url);
    set_place(row, downloaded->path);
    if (!file.build) place_wheel(row, downloaded->path);
  }

  void place_wheel(DownloadedFile& row, const fs::path& stored) {
    if (directory_.empty()) return;
    const auto placed = place_file(stored, directory_, session_.workshop());
    if (placed)
      set_place(row, *placed);
    else
      row.error = failure("place", placed.error());
  }

  static void set_place(DownloadedFile& row, const fs::path& path) {
    std::error_code unknown;
    row.path = fs::absolute(path, unknown);
    row.bytes = fs::file_size(path, unknown);
  }

  // pip would need the build requirements, too, to make something of the source.
  void build(const SelectedFile& file, DownloadedFile& row) {
    const PlannedSubject& release = *file.build->release;
    const std::string step = "build " + row.filename;
    session_.progress().begin(step, 0, "");
    const auto wheel = build_wheel(row.path, row.sha256, file.build->exclude_newer, release.interpreter,
                                   ask_build_tools(release, options_, session_), session_.layout(), session_.runner());
    session_.progress().end(step, wheel.has_value());
    if (!wheel) {
      row.error = failure("build", wheel.error());
      return;
    }
    row.built = wheel->filename();
    set_place(row, *wheel);
    place_wheel(row, *wheel);
  }

  void place_lock(const SelectedLock& lock) {
    const fs::path folder = directory_.empty() ? session_.layout().locks() : directory_;
    const fs::path file = folder / lock.filename;
    if (auto written = write_file(session_.workshop().disk, file, lock.text); !written) {
      DownloadedFile row;
      row.id = row.filename = lock.filename;
      row.error = failure("place", written.error());
      report_.files.push_back(row);
      return;
    }
    report_.locks.push_back(fs::absolute(file));
  }

  const Selection& selection_;
  const PreparationOptions& options_;
  const fs::path directory_;
  Session& session_;
  std::vector<std::string> mirrors_;
  DownloadReport report_;
};

}  // namespace

DownloadReport download(const Selection& selection, const PreparationOptions& options, const fs::path& directory,
                        Session& session) {
  return DownloadRun(selection, options, directory, session).run();
}

}  // namespace tfh
