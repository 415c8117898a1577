#include "harness/cli/worker_setup.h"

#include <algorithm>

#include "harness/base/file.h"
#include "harness/cli/programs.h"

namespace tfh {

std::string framework_module(const std::string& project) {
  return project.contains("tensorflow") || project.starts_with("tf-nightly") ? "tensorflow" : project;
}

Result<WorkerSpec> worker_spec(const PlannedSubject& planned, const PreparedSubject& prepared,
                               const RunOptions& options, const std::filesystem::path& scratch) {
  const Programs programs = TRY(find_programs());
  TRY(create_folders(scratch));
  WorkerSpec spec;
  spec.subject_id = planned.id;
  spec.framework = framework_module(planned.subject.name);
  spec.interpreter = planned.interpreter;
  spec.site_packages = prepared.prefix.site_packages;
  spec.scripts = prepared.prefix.scripts;
  spec.worker_program = programs.worker;
  spec.suites_library = programs.suites;
  spec.scratch = scratch;
  spec.sandbox = options.sandbox;
  spec.isolation = options.isolation;
  spec.check_timeout = options.check_timeout;
  spec.memory_limit = options.memory_limit;
  return spec;
}

std::string folder_name(const std::string& subject_id) {
  std::string name = subject_id;
  std::ranges::replace_if(name, [](char c) { return c == '=' || c == '@' || c == '#' || c == '/'; }, '_');
  return name;
}

}  // namespace tfh
