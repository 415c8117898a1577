// ensure_uv of provision.h: the resolver's executable.
#include <unistd.h>

#include <regex>

#include "harness/base/environment.h"
#include "harness/base/file.h"
#include "harness/index/index.h"
#include "harness/plan/version.h"
#include "harness/store/download.h"
#include "harness/store/folder_lock.h"
#include "harness/store/scratch.h"
#include "harness/store/unpack.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// The release this program was tested with, and the only file that is taken for it.
constexpr auto kVersion = "0.13.9";
constexpr auto kFile = "uv-0.13.9-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl";
constexpr auto kSha256 = "d7f459fe4fd247d830351c75686d3996ace3c6f3f728eb0e85a30b7ada0cef19";

// "uv 0.13.9 (x86_64-unknown-linux-gnu)" at least as new as the pinned one
bool is_new_enough(const fs::path& uv, ProcessRunner& runner) {
  Command command;
  command.program = uv;
  command.arguments = {"--version"};
  command.environment = tool_environment(own_environment());
  command.deadline = std::chrono::seconds(10);
  const auto completed = runner.run(command);
  if (!completed || !completed->ended.ok()) return false;
  std::smatch match;
  if (!std::regex_search(completed->out, match, std::regex(R"(^uv (\S+))"))) return false;
  const auto version = Version::parse(match[1].str()), least = Version::parse(kVersion);
  return version && *version >= *least;
}

fs::path on_path(const std::string& path_variable, ProcessRunner& runner) {
  for (std::size_t begin = 0; begin <= path_variable.size();) {
    const std::size_t end = std::min(path_variable.find(':', begin), path_variable.size());
    const fs::path candidate = fs::path(path_variable.substr(begin, end - begin)) / "uv";
    if (candidate.is_absolute() && ::access(candidate.c_str(), X_OK) == 0 && is_new_enough(candidate, runner))
      return candidate;
    begin = end + 1;
  }
  return {};
}

Result<FileDownload> pinned_file(const std::string& index_url, HttpClient& http) {
  const ProjectPage page = TRY(fetch_project(index_url, "uv", http));
  for (const IndexFile& file : page.files)
    if (file.filename == kFile) return FileDownload{{file.filename, file.url, kSha256, file.size}, "uv"};
  return fail("getting the resolver uv " + std::string(kVersion), index_url + " does not have " + kFile,
              "install uv and put it on PATH");
}

}  // namespace

Result<fs::path> ensure_uv(const std::string& index_url, const std::string& path_variable, Workshop& workshop) {
  if (fs::path found = on_path(path_variable, workshop.runner); !found.empty()) return found;
  fs::path place = workshop.layout.tools() / ("uv-" + std::string(kVersion));
  std::error_code error;
  if (fs::exists(place, error)) return place;
  const FolderLock lock = TRY(FolderLock::take(workshop.layout, "tools-uv"));
  if (fs::exists(place, error)) return place;
  const FileDownload wanted = TRY(pinned_file(index_url, workshop.http));
  const auto downloaded = download_files({wanted}, {}, workshop);
  const fs::path wheel = TRY(Result<Downloaded>(downloaded.front())).path;
  const Unpacked unpacked = TRY(unpack_wheel(wheel, kSha256, workshop.layout, workshop.disk, 1));
  const fs::path executable = unpacked.folder / "scripts" / "uv";
  fs::permissions(executable, fs::perms::owner_all, fs::perm_options::add, error);
  TRY(create_folders(place.parent_path()));
  const fs::path work = TRY(temporary_folder(workshop.layout, "uv")) / "uv";
  if (workshop.disk.link(executable, work) != 0) {
    fs::copy_file(executable, work, error);
    if (error) return std::unexpected(disk_error("copying uv into the store", error.value()));
  }
  TRY(publish(workshop.disk, work, place, false));
  return place;
}

}  // namespace tfh
