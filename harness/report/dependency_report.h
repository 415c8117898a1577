// What `deps` found, as one value; writers turn it into JSON, a terminal page or Markdown.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "harness/diff/dependencies.h"
#include "harness/report/report.h"

namespace tfh {

struct DependencySubject {
  std::string id, python, resolve, exclude_newer;  // as in SubjectReport
  std::optional<SubjectFailure> error;
  std::vector<RecordedPackage> packages;  // by name
  std::vector<DependencyChange> changes;  // against the first subject; empty for that one itself
};

using DependencyReport = std::vector<DependencySubject>;  // the first one is the baseline

// Fills the changes of all subjects that are there, if the first one is.
void compare_dependencies(DependencyReport& report);

// {"schema": "tfharness-deps/1", "baseline": id, "subjects": [{..., "packages": [...], "changes": [...]}]}
nlohmann::json to_json(const DependencyReport& report);
std::string dependency_text(const DependencyReport& report, const TerminalStyle& style);
std::string dependency_markdown(const DependencyReport& report);

// 0: all the same; 1: differences; 2: a subject that could not be resolved.
int exit_status(const DependencyReport& report);

}  // namespace tfh
