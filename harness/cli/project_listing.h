// A project's page, from the index that can answer best.
#pragma once

#include <string>
#include <vector>

#include "harness/cli/session.h"
#include "harness/index/project.h"

namespace tfh {

struct ProjectListing {
  std::string index_url;  // that gave it
  ProjectPage page;
};

bool has_dates_and_hashes(const std::vector<IndexFile>& files);

// From the index. Where that gives no upload times or hashes, as mirrors in HTML do not, or does not answer: from the
// first of --mirror that gives them and says no other hash of any file; else what the index gave.
Result<ProjectListing> list_project(const std::string& name, Session& session);

}  // namespace tfh
