#include "harness/cli/environment_subject.h"

#include <algorithm>

#include "harness/cli/planning.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

fs::path site_packages_of(const fs::path& environment, PythonMinor minor) {
  return environment / "lib" / ("python" + minor.str()) / "site-packages";
}

// name and version from "tensorflow-2.4.0.dist-info"
std::vector<InstalledPackage> packages_in(const fs::path& site_packages) {
  std::vector<InstalledPackage> packages;
  std::error_code unreadable;
  for (const auto& entry : fs::directory_iterator(site_packages, unreadable)) {
    const std::string folder = entry.path().stem().string();
    const auto dash = folder.rfind('-');
    if (entry.path().extension() != ".dist-info" || dash == std::string::npos) continue;
    packages.push_back({normalized_name(folder.substr(0, dash)), folder.substr(dash + 1), "", false});
  }
  std::ranges::sort(packages, {}, &InstalledPackage::name);
  return packages;
}

}  // namespace

void plan_environment(PlannedSubject& planned, ProcessRunner& runner) {
  const fs::path& environment = planned.subject.environment;
  auto interpreter = probe_interpreter(environment / "bin" / "python", runner);
  if (!interpreter) {
    planned.error = failure("plan", interpreter.error());
    return;
  }
  planned.interpreter = *interpreter;
  for (const InstalledPackage& package : packages_in(site_packages_of(environment, interpreter->minor)))
    if (package.name == "tensorflow" || (planned.subject.name.empty() && package.name == "tensorflow-cpu")) {
      planned.subject.name = package.name;
      planned.subject.version = package.version;
    }
  if (planned.subject.name.empty())
    planned.error = failure("plan", {"reading " + environment.string(), "TensorFlow is not installed there", ""});
}

Prefix environment_prefix(const PlannedSubject& planned) {
  const fs::path& environment = planned.subject.environment;
  Prefix prefix;
  prefix.root = environment;
  prefix.site_packages = site_packages_of(environment, planned.interpreter.minor);
  prefix.scripts = environment / "bin";
  prefix.packages = packages_in(prefix.site_packages);
  return prefix;
}

}  // namespace tfh
