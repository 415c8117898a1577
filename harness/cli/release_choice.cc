#include "harness/cli/release_choice.h"

#include <algorithm>
#include <map>
#include <ranges>

#include "harness/cli/project_listing.h"

namespace tfh {

namespace {

Subject release(const Requirement& requirement, const Version& version) {
  Subject subject;
  subject.written = requirement.written;
  subject.name = requirement.name;
  subject.version = version.str();
  subject.python = requirement.python;
  return subject;
}

// Why a release of a range is not taken; empty: it is.
std::string unfit_for(const std::vector<IndexFile>& files, const std::optional<PythonMinor>& python) {
  if (std::ranges::all_of(files, &IndexFile::yanked)) return "yanked";
  if (std::ranges::none_of(files, [](const IndexFile& file) { return file.filename.ends_with(".whl"); }))
    return "source only";
  if (python && !has_wheel(files, *python)) return "no wheel for Python " + python->str();
  return wheels_for_machine(files).empty() ? "no wheel for Linux x86-64" : "";
}

using LeftOut = std::map<std::string, std::vector<Version>>;  // by reason

std::string described(const LeftOut& left_out) {
  constexpr std::size_t kShown = 6;
  std::string text;
  for (const auto& [reason, versions] : left_out) {
    std::string list;
    for (std::size_t i = 0; i < std::min(versions.size(), kShown); ++i)
      list += (i == 0 ? "" : ", ") + versions[i].str();
    if (versions.size() > kShown) list += " and " + std::to_string(versions.size() - kShown) + " more";
    text += (text.empty() ? "" : "; ") + list + " (" + reason + ")";
  }
  return text;
}

}  // namespace

Result<std::vector<Subject>> choose_releases(const Requirement& requirement, const std::optional<PythonMinor>& python,
                                             Session& session, std::vector<std::string>& notes) {
  if (const Version* exact = requirement.versions.exact()) return std::vector{release(requirement, *exact)};
  const ProjectPage page = TRY(list_project(requirement.name, session)).page;
  const auto asked = requirement.python ? requirement.python : python;
  const auto published = files_by_version(page);
  std::vector<Subject> releases;
  LeftOut left_out;
  for (const auto& [version, files] : published | std::views::reverse) {
    const bool final_enough = !version.is_prerelease() || requirement.versions.names_prerelease();
    if (!final_enough || !requirement.versions.contain(version)) continue;
    const std::string reason = unfit_for(files, asked);
    if (reason.empty())
      releases.push_back(release(requirement, version));
    else
      left_out[reason].push_back(version);
    if (requirement.newest && !releases.empty()) break;
  }
  if (releases.empty())
    return fail("choosing releases for " + requirement.written,
                left_out.empty() ? "the index has none that fits" : "none is left: " + described(left_out),
                left_out.empty() ? "the index of " + requirement.name + " has " + std::to_string(published.size()) +
                                       " versions; 'latest' takes the newest"
                                 : "name one release exactly, or another Python with --python");
  if (!left_out.empty()) notes.push_back(requirement.written + " leaves out " + described(left_out));
  std::ranges::reverse(releases);
  return releases;
}

}  // namespace tfh
