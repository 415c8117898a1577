#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <set>
#include <system_error>
#include <thread>

#include "harness/base/machine.h"
#include "harness/plan/interpreter.h"
#include "harness/plan/interpreter_cache.h"

namespace tfh {
namespace {

namespace fs = std::filesystem;
using Environment = std::map<std::string, std::string>;

std::string value_of(const Environment& environment, const std::string& name) {
  const auto found = environment.find(name);
  return found == environment.end() ? "" : found->second;
}

// python, python3, python3.8; not python3-config, python3.8-gdb.py
bool is_interpreter_name(const std::string& name) {
  if (!name.starts_with("python")) return false;
  return std::ranges::all_of(name.substr(6), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

class Candidates {
 public:
  // Every interpreter in a folder of programs. Shims (pyenv, asdf, mise) are scripts that choose by the working
  // directory: the interpreters behind them are found in their own folders instead.
  void add_programs(const fs::path& folder) {
    if (folder.empty() || folder.filename() == "shims") return;
    std::error_code error;
    std::set<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, error))
      if (is_interpreter_name(entry.path().filename().string())) files.insert(entry.path());
    for (const fs::path& file : files) add(file);
  }

  // bin/ of every folder in `parent`: the shape of pyenv's versions, uv's pythons, conda's envs and /opt/python.
  void add_installations(const fs::path& parent) {
    if (parent.empty()) return;
    std::error_code error;
    std::set<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(parent, error)) folders.insert(entry.path() / "bin");
    for (const fs::path& folder : folders) add_programs(folder);
  }

  std::vector<fs::path> take() { return std::move(found_); }

 private:
  void add(const fs::path& file) {
    std::error_code error;
    const fs::path real = fs::canonical(file, error);
    if (error || !fs::is_regular_file(real, error) || ::access(real.c_str(), X_OK) != 0) return;
    if (real.parent_path().filename() == "shims") return;
    if (seen_.insert(real).second) found_.push_back(real);
  }

  std::set<fs::path> seen_;
  std::vector<fs::path> found_;
};

// 3.10.2 before 3.9.18, finals before pre-releases.
Version patch_version(const Interpreter& interpreter) {
  const auto version = Version::parse(interpreter.version);
  return version ? *version : *Version::parse("0");
}

bool better(const Interpreter& left, const Interpreter& right) {
  if (left.minor != right.minor) return left.minor > right.minor;
  if (left.shared_library.has_value() != right.shared_library.has_value()) return left.shared_library.has_value();
  const Version left_version = patch_version(left), right_version = patch_version(right);
  if (left_version.is_prerelease() != right_version.is_prerelease()) return right_version.is_prerelease();
  return left_version > right_version;
}

}  // namespace

std::vector<fs::path> interpreter_candidates(const Environment& environment, const fs::path& installed) {
  Candidates candidates;
  const std::string path = value_of(environment, "PATH");
  for (std::size_t start = 0; start < path.size();) {
    const std::size_t end = std::min(path.find(':', start), path.size());
    const fs::path folder = path.substr(start, end - start);
    if (folder.is_absolute()) candidates.add_programs(folder);  // a relative entry depends on the working directory
    start = end + 1;
  }
  candidates.add_installations(installed);
  const fs::path home = value_of(environment, "HOME");
  const auto in_home = [&](const char* below) { return home.empty() ? fs::path() : home / below; };
  const auto folder_or = [&](const char* name, const fs::path& otherwise, const char* below) {
    const fs::path given = value_of(environment, name);
    const fs::path& root = given.empty() ? otherwise : given;
    return root.empty() ? fs::path() : root / below;
  };
  candidates.add_installations(folder_or("PYENV_ROOT", in_home(".pyenv"), "versions"));
  const fs::path data = folder_or("XDG_DATA_HOME", in_home(".local/share"), "");
  candidates.add_installations(folder_or("UV_PYTHON_INSTALL_DIR", data.empty() ? data : data / "uv/python", ""));
  candidates.add_installations(folder_or("ASDF_DATA_DIR", in_home(".asdf"), "installs/python"));
  candidates.add_installations(folder_or("MISE_DATA_DIR", data.empty() ? data : data / "mise", "installs/python"));
  candidates.add_programs(folder_or("CONDA_PREFIX", "", "bin"));
  for (const char* root : {"miniconda3", "anaconda3", "miniforge3", "mambaforge", ".conda", "micromamba"})
    if (!home.empty()) {
      candidates.add_programs(home / root / "bin");
      candidates.add_installations(home / root / "envs");
    }
  candidates.add_installations(folder_or("MAMBA_ROOT_PREFIX", "", "envs"));
  candidates.add_programs("/opt/conda/bin");
  candidates.add_installations("/opt/conda/envs");
  candidates.add_installations("/opt/python");
  for (const char* folder : {"/usr/local/bin", "/usr/bin"}) candidates.add_programs(folder);
  return candidates.take();
}

FoundInterpreters find_interpreters(const Environment& environment, ProcessRunner& runner, const fs::path& cache_file,
                                    const fs::path& installed) {
  const std::vector<fs::path> candidates = interpreter_candidates(environment, installed);
  InterpreterCache cache(cache_file);
  std::vector<std::optional<Result<Interpreter>>> answers(candidates.size());
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (auto kept = cache.find(candidates[i]))
      answers[i] = std::move(*kept);
    else
      unknown.push_back(i);

  {
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> threads;
    const std::size_t count = std::min<std::size_t>(unknown.size(), std::size_t{2} * usable_cores());
    threads.reserve(count);
    for (std::size_t thread = 0; thread < count; ++thread)
      threads.emplace_back([&] {
        for (std::size_t job = next++; job < unknown.size(); job = next++)
          answers[unknown[job]] = ask_interpreter(candidates[unknown[job]], runner);
      });
  }

  FoundInterpreters found;
  std::set<fs::path> seen;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Result<Interpreter>& answer = *answers[i];
    if (answer && std::ranges::binary_search(unknown, i)) cache.keep(candidates[i], *answer);
    if (!answer) {
      found.rejected.push_back(answer.error());
    } else if (seen.insert(answer->executable).second) {
      if (const auto usable = check_usable(*answer))
        found.usable.push_back(*answer);
      else
        found.rejected.push_back(usable.error());
    }
  }
  cache.save();
  std::ranges::stable_sort(found.usable, better);
  return found;
}

}  // namespace tfh
