// One thing to run, as a person writes it: [NAME==]VERSION[@pyX.Y], a path to a wheel, or env:PATH. VERSION may be
// `latest`.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "harness/base/error.h"
#include "harness/plan/version.h"

namespace tfh {

struct Subject {
  std::string written;  // as given
  std::string name;     // normalised as PEP 503 says: "tensorflow"
  std::string version;  // normalised as PEP 440 says: "2.4.0"; `latest` until the plan says which that is
  std::optional<PythonMinor> python;
  std::filesystem::path wheel;        // when given as a wheel file, else empty
  std::filesystem::path environment;  // when given as env:PATH, else empty

  // `2.4.0`, `tensorflow==2.4.0`, `2.12.0@py3.8`, `latest`, `./x.whl`, `env:PATH`. The error says which forms there
  // are.
  static Result<Subject> parse(std::string_view text);

  bool is_latest() const { return version == latest; }
  static constexpr std::string_view latest = "latest";
};

// PEP 503: runs of - _ . become one -, lower case.
std::string normalized_name(std::string_view name);

// PEP 508's names: letters, digits, - _ . with a letter or digit at both ends.
bool is_project_name(std::string_view name);

// `name==version@pyX.Y`, the SUBJECT_ID of reports.
std::string subject_id(const Subject& subject, PythonMinor python);

// The id as it is, or, where it was seen before, with #2, #3 after it. Counts it in `seen`.
std::string distinct_id(const std::string& id, std::map<std::string, int>& seen);

}  // namespace tfh
