#include "harness/plan/requirement.h"

#include <algorithm>

#include "harness/base/trimmed.h"
#include "harness/plan/subject.h"

namespace tfh {
namespace {

constexpr std::string_view forms =
    "write a version (2.4.0), latest, a range ('>=2.4,<2.13'), or a project with or without versions (torch==1.10.0, "
    "'jax>=0.4,<0.5', numpy), each perhaps with @pyX.Y";
constexpr std::string_view comparison_characters = "<>=!~";

std::unexpected<Error> refuse(std::string_view text, std::string what) {
  return fail("reading requirement \"" + std::string(text) + "\"", std::move(what), std::string(forms));
}

// What PEP 508 allows and this is no place for; empty: nothing of it.
std::string unfit_part(std::string_view text) {
  if (text.find('[') != std::string_view::npos) return "extras are not understood: name their projects beside it";
  if (text.find(';') != std::string_view::npos) return "markers are not understood: choose with --python or @pyX.Y";
  if (text.starts_with("env:") || text.find('/') != std::string_view::npos || text.ends_with(".whl"))
    return "only what an index has can be downloaded";
  return "";
}

}  // namespace

Result<Requirement> Requirement::parse(std::string_view text) {
  Requirement requirement;
  requirement.written = std::string(text);
  std::string_view rest = trimmed(text);
  if (rest.empty()) return refuse(text, "it is empty");
  if (const std::string unfit = unfit_part(rest); !unfit.empty()) return refuse(text, unfit);
  if (const auto at = rest.rfind('@'); at != std::string_view::npos) {
    const auto python = PythonMinor::parse(trimmed(rest.substr(at + 1)));
    if (!python) return refuse(text, "\"" + std::string(rest.substr(at + 1)) + "\" is not a minor version of Python");
    requirement.python = *python;
    rest = trimmed(rest.substr(0, at));
  }
  const std::size_t name_end = std::min(rest.find_first_of(comparison_characters), rest.size());
  std::string_view name = trimmed(rest.substr(0, name_end));
  std::string specifiers(rest.substr(name_end));
  if (specifiers.empty() && (name == Subject::latest || Version::parse(name))) {
    if (name != Subject::latest) specifiers = "==" + std::string(name);
    name = "";
  }
  if (name.empty()) name = "tensorflow";
  if (!is_project_name(name)) return refuse(text, "\"" + std::string(name) + "\" is not a project's name");
  requirement.name = normalized_name(name);
  const auto versions = Specifiers::parse(specifiers);
  if (!versions) return refuse(text, versions.error().what);
  requirement.versions = *versions;
  requirement.newest = versions->empty();
  return requirement;
}

std::vector<std::string> split_requirements(std::string_view text) {
  std::vector<std::string> requirements;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(',', start), text.size());
    const std::string part(trimmed(text.substr(start, end - start)));
    start = end + 1;
    if (part.empty()) continue;
    const bool joins = begins_with_comparison(part) && !requirements.empty() &&
                       requirements.back().find_first_of(comparison_characters) != std::string::npos;
    if (joins)
      requirements.back() += "," + part;
    else
      requirements.push_back(part);
  }
  return requirements;
}

}  // namespace tfh
