#include "harness/run/worker_environment.h"

namespace tfh {

std::filesystem::path worker_home(const std::filesystem::path& scratch) {
  return scratch / "home";
}

std::filesystem::path worker_temporary(const std::filesystem::path& scratch) {
  return scratch / "tmp";
}

std::map<std::string, std::string> worker_environment(const WorkerSpec& spec,
                                                      const std::map<std::string, std::string>& parent) {
  const std::string interpreter_folder = spec.interpreter.executable.parent_path().string();
  std::map<std::string, std::string> environment{
      {"PATH", (spec.scripts.empty() ? "" : spec.scripts.string() + ":") + interpreter_folder + ":/usr/bin:/bin"},
      {"HOME", worker_home(spec.scratch).string()},
      {"TMPDIR", worker_temporary(spec.scratch).string()},
      {"LANG", "C.UTF-8"},
      {"TZ", "UTC"},
      {"PYTHONHASHSEED", "0"},
      {"CUDA_VISIBLE_DEVICES", "-1"},
      {"TF_CPP_MIN_LOG_LEVEL", "2"},
      {"TF_NUM_INTEROP_THREADS", "2"},
      {"TF_NUM_INTRAOP_THREADS", "2"},
      {"OMP_NUM_THREADS", "2"},
      {"OPENBLAS_NUM_THREADS", "2"},
      {"MKL_NUM_THREADS", "2"},
  };
  if (const auto core_type = parent.find("OPENBLAS_CORETYPE"); core_type != parent.end())
    environment.insert(*core_type);
  for (const auto& [name, value] : spec.flags) environment[name] = value;
  return environment;
}

}  // namespace tfh
