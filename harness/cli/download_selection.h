// From releases to files: which wheels `download` fetches.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "harness/cli/planning.h"
#include "harness/cli/preparation.h"
#include "harness/store/download.h"

namespace tfh {

struct PythonWish {
  bool every = false;              // --python all: the wheels for every CPython
  std::optional<PythonMinor> one;  // --python 3.8; neither: the newest that all releases have wheels for
  static Result<PythonWish> parse(const std::string& text);
};

// A source distribution is built for the interpreter that its lock is for.
struct SourceBuild {
  const PlannedSubject* release = nullptr;
  std::string exclude_newer;
};

struct SelectedFile {
  std::string id;                       // as DownloadedFile has it
  FileDownload download;                // empty where there is an error
  std::optional<SourceBuild> build;     // of a source distribution
  std::optional<SubjectFailure> error;  // why nothing is fetched for this release
};

struct SelectedLock {
  std::string filename;  // pylock.tensorflow-2-4-0-py3-8.toml: PEP 751 wants a name without dots
  std::string text;
};

struct Selection {
  Plan plan;  // what SourceBuild points into
  std::vector<SelectedFile> files;
  std::vector<SelectedLock> locks;
  std::vector<std::string> notes;
};

// The releases' own wheels. No Python has to be on this machine.
Selection select_wheels(const std::vector<Subject>& releases, const PythonWish& python, Session& session);

// Everything in the locks of the releases, each file once, the releases' own first. Locks are made for an interpreter,
// which has to be on this machine.
Selection select_environments(const std::vector<Subject>& releases, const std::optional<PythonMinor>& python,
                              const PreparationOptions& options, Session& session);

}  // namespace tfh
