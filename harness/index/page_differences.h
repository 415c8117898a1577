// A mirror's page of a project against the page of the index that it mirrors. Pure.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "harness/index/project.h"

namespace tfh {

struct PageComparison {
  std::size_t same = 0;                  // files with the same sha256 on both
  std::vector<std::string> differences;  // "FILE: the mirror says sha256 12ab..., the index 34cd..."
  std::vector<std::string> unknown;      // file names of which one of the two gives no hash
};

// Looks at these files of the index's page. What the mirror lacks is a difference.
PageComparison compare_pages(const ProjectPage& index, const ProjectPage& mirror,
                             const std::set<std::string>& filenames);

}  // namespace tfh
