#include "harness/index/mirror_files.h"

#include <algorithm>

#include "harness/base/credentials.h"
#include "harness/index/index.h"

namespace tfh {

std::vector<std::string> file_urls(const LockedFile& file, const std::string& project,
                                   const std::vector<std::string>& mirrors, HttpClient& http, Progress& progress) {
  std::vector<std::string> urls;
  for (const std::string& mirror : mirrors) {
    const auto page = fetch_project(mirror, project, http);
    if (!page) {
      // Without the project: a mirror that is down is told of once, not for every wheel of a lock.
      progress.note("mirror passed over: " + without_credentials(mirror) + ": " + page.error().what);
      continue;
    }
    const auto listed = std::ranges::find(page->files, file.filename, &IndexFile::filename);
    if (listed != page->files.end())
      urls.push_back(listed->url);
    else
      progress.note("mirror passed over: " + without_credentials(mirror) + " does not have " + file.filename);
  }
  if (!file.url.empty()) urls.push_back(file.url);
  return urls;
}

}  // namespace tfh
