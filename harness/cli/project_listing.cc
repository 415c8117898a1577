#include "harness/cli/project_listing.h"

#include <algorithm>

#include "harness/base/credentials.h"
#include "harness/index/index.h"

namespace tfh {

namespace {

// A file of which the two pages give different hashes; empty: none.
std::string contradiction(const ProjectPage& page, const ProjectPage& other) {
  std::map<std::string, std::string> hashes;
  for (const IndexFile& file : page.files) hashes[file.filename] = file.sha256;
  for (const IndexFile& file : other.files) {
    const auto known = hashes.find(file.filename);
    if (known == hashes.end() || known->second.empty() || file.sha256.empty()) continue;
    if (known->second != file.sha256) return file.filename;
  }
  return "";
}

}  // namespace

bool has_dates_and_hashes(const std::vector<IndexFile>& files) {
  return std::ranges::all_of(files, [](const IndexFile& file) { return file.uploaded && !file.sha256.empty(); });
}

Result<ProjectListing> list_project(const std::string& name, Session& session) {
  const std::string index = TRY(session.index_url());
  auto page = fetch_project(index, name, session.http());
  if (page && has_dates_and_hashes(page->files)) return ProjectListing{index, std::move(*page)};
  for (const std::string& mirror : session.mirror_urls()) {
    auto other = fetch_project(mirror, name, session.http());
    if (!other || (page && !has_dates_and_hashes(other->files))) continue;
    if (const std::string file = page ? contradiction(*page, *other) : ""; !file.empty()) {
      session.progress().note(without_credentials(mirror) + " gives another sha256 of " + file +
                              " than the index, and is not asked for dates");
      continue;
    }
    session.progress().note("upload times and hashes of " + name + " come from " + without_credentials(mirror));
    return ProjectListing{mirror, std::move(*other)};
  }
  if (!page) return std::unexpected(page.error());
  return ProjectListing{index, std::move(*page)};
}

}  // namespace tfh
