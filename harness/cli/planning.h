// From what a person wrote to what will run: each subject's release on its index, and the interpreter it takes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/cli/session.h"
#include "harness/index/project.h"
#include "harness/plan/subject.h"
#include "harness/report/report.h"
#include "harness/store/download.h"

namespace tfh {

// An error with the stage it belongs to, as the report shows it.
SubjectFailure failure(const std::string& stage, const Error& error);

struct PlannedSubject {
  Subject subject;
  std::string id;  // SUBJECT_ID; without a Python where none was asked for and planning failed
  Interpreter interpreter;
  std::vector<IndexFile> files;  // of this release
  std::optional<SubjectFailure> error;
};

struct Plan {
  std::vector<PlannedSubject> subjects;  // in the order given
  bool common_python = true;
};

// The wheel of the subject's release for its interpreter. Errors: none fits, the index gives no hash of it.
Result<FileDownload> release_wheel(const PlannedSubject& planned);

// One that is not written as a subject is an error of usage: nothing runs.
Result<std::vector<Subject>> parse_subjects(const std::vector<std::string>& written);

// `python`: what --python asks for. A subject that cannot be planned carries its error; the others go on.
Plan plan_subjects(const std::vector<Subject>& subjects, const std::optional<PythonMinor>& python, Session& session);

// The same for files that are only fetched: a Python need not be on this machine, so each subject's interpreter holds
// nothing but the minor version and what this machine is. Pythons this command cannot run (3.6, 2.7) are allowed.
Plan plan_downloads(const std::vector<Subject>& subjects, const std::optional<PythonMinor>& python, Session& session);

}  // namespace tfh
