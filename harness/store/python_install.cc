#include "harness/store/python_install.h"

#include <nlohmann/json.hpp>

#include "harness/base/environment.h"
#include "harness/base/file.h"
#include "harness/index/uv_complaint.h"
#include "harness/store/folder_lock.h"

namespace tfh {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr auto kHint = "name another host with --python-mirror URL, or install it by your own means (pyenv, conda)";

class Installing {
 public:
  Installing(const std::string& version, const PythonSource& source, const fs::path& uv, const StoreLayout& layout,
             ProcessRunner& runner)
      : doing_("installing Python " + version),
        version_(version),
        source_(source),
        uv_(uv),
        layout_(layout),
        runner_(runner) {}

  // What uv would fetch: its key and address.
  Result<InstalledPython> find() {
    const Completed listed = TRY(run({"python", "list", "--only-downloads", "--output-format", "json"}, false));
    InstalledPython python;
    try {
      for (const json& build : json::parse(listed.out)) {
        if (build.at("implementation") != "cpython" || build.at("variant") != "default" || !build.at("url").is_string())
          continue;
        python.key = build.at("key");
        python.url = build.at("url");
        break;  // the newest comes first
      }
    } catch (const json::exception& error) {
      return fail(doing_, std::string("uv's list of builds is not understood: ") + error.what());
    }
    if (python.key.empty())
      return fail(doing_, "uv knows no build of CPython " + version_ + " for this machine", kHint);
    python.folder = layout_.pythons() / python.key;
    python.sha256 = listed_hash(python.key);
    return python;
  }

  Result<void> install(const InstalledPython& python) {
    TRY(run({"python", "install", "--no-bin", "--no-registry", "--install-dir", layout_.pythons()}, true));
    std::error_code error;
    if (!fs::exists(python.folder, error)) return fail(doing_, "uv did not leave it at " + python.folder.string());
    return {};
  }

 private:
  Result<Completed> run(std::vector<std::string> arguments, bool fetches) {
    Command command;
    command.program = uv_;
    command.arguments = std::move(arguments);
    const auto add = [&](std::initializer_list<std::string> more) {
      command.arguments.insert(command.arguments.end(), more);
    };
    add({"--no-config", "--color", "never", "--no-progress", "--cache-dir", layout_.uv_cache()});
    if (fetches && !source_.mirror.empty()) add({"--mirror", source_.mirror});
    if (!source_.downloads.empty()) add({"--python-downloads-json-url", source_.downloads});
    add({version_});
    command.environment = tool_environment(own_environment());
    command.deadline = std::chrono::minutes(30);
    Completed completed = TRY(runner_.run(command));
    if (!completed.ended.ok()) {
      const std::size_t begin = completed.err.find("error:");  // after its lines about progress
      const std::string reason =
          begin == std::string::npos ? "" : read_uv_complaint(completed.err.substr(begin)).message;
      return fail(doing_, "uv: " + (reason.empty() ? completed.ended.text() : reason), kHint);
    }
    return completed;
  }

  std::string listed_hash(const std::string& key) const {
    const auto text = read_file(source_.downloads);
    if (!text) return "";
    const json list = json::parse(*text, nullptr, false);
    if (!list.is_object() || !list.contains(key) || !list[key].is_object()) return "";
    const json sha256 = list[key].value("sha256", json());
    return sha256.is_string() ? sha256.get<std::string>() : "";
  }

  std::string doing_, version_;
  const PythonSource& source_;
  const fs::path& uv_;
  const StoreLayout& layout_;
  ProcessRunner& runner_;
};

}  // namespace

Result<InstalledPython> install_python(const std::string& version, const PythonSource& source, const fs::path& uv,
                                       const StoreLayout& layout, ProcessRunner& runner, Progress& progress) {
  Installing installing(version, source, uv, layout, runner);
  InstalledPython python = TRY(installing.find());
  const FolderLock lock = TRY(FolderLock::take(layout, "pythons"));
  std::error_code error;
  python.was_there = fs::exists(python.folder, error);
  if (python.was_there) return python;
  const std::string step = "install " + python.key;
  progress.begin(step, 0, "");
  const auto installed = installing.install(python);
  progress.end(step, installed.has_value());
  if (!installed) return std::unexpected(installed.error());
  return python;
}

}  // namespace tfh
