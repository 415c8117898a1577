#include "harness/store/sdist.h"

#include "harness/base/credentials.h"
#include "harness/base/disk.h"
#include "harness/base/environment.h"
#include "harness/base/file.h"
#include "harness/store/folder_lock.h"
#include "harness/store/scratch.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr std::chrono::minutes kLongestBuild{20};

// The one wheel in `folder`; empty: none.
fs::path wheel_in(const fs::path& folder) {
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(folder, unreadable))
    if (entry.path().extension() == ".whl") return entry.path();
  return {};
}

std::string last_lines(const std::string& text, std::size_t count) {
  std::size_t begin = text.size();
  for (std::size_t i = 0; i <= count && begin != std::string::npos && begin > 0; ++i)
    begin = text.rfind('\n', begin - 1);
  return text.substr(begin == std::string::npos ? 0 : begin);
}

}  // namespace

Result<fs::path> build_wheel(const fs::path& sdist, const std::string& sha256, const std::string& exclude_newer,
                             const Interpreter& interpreter, const AskBuildTools& ask_tools, const StoreLayout& layout,
                             ProcessRunner& runner) {
  const fs::path place = layout.built(sha256, interpreter.cache_tag);
  if (fs::path wheel = wheel_in(place); !wheel.empty()) return wheel;
  const FolderLock lock = TRY(FolderLock::take(layout, "built-" + place.filename().string()));
  if (fs::path wheel = wheel_in(place); !wheel.empty()) return wheel;
  const BuildTools tools = TRY(ask_tools());
  const fs::path work = TRY(temporary_folder(layout, "build"));
  Command command;
  command.program = tools.uv;
  command.arguments = {"build",       "--wheel",
                       "--no-config", "--no-python-downloads",
                       "--cache-dir", layout.uv_cache(),
                       "-p",          interpreter.executable,
                       "-o",          work,
                       sdist};
  if (!exclude_newer.empty()) command.arguments.insert(command.arguments.end() - 1, {"--exclude-newer", exclude_newer});
  command.environment = tool_environment(own_environment());
  command.environment["UV_DEFAULT_INDEX"] = tools.index_url;  // no argument: it may hold a password
  command.deadline = kLongestBuild;
  const Completed completed = TRY(runner.run(command));
  const fs::path made = wheel_in(work);
  if (!completed.ended.ok() || made.empty()) {
    remove_folder(work);
    return fail("building " + sdist.filename().string(),
                completed.ended.text() + last_lines(without_credentials(completed.err), 8),
                "a compiler and the package's headers may be missing");
  }
  TRY(create_folders(place.parent_path()));
  TRY(publish(system_disk(), work, place, false));
  return place / made.filename();
}

}  // namespace tfh
