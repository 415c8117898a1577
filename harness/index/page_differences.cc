#include "harness/index/page_differences.h"

#include <algorithm>

namespace tfh {

PageComparison compare_pages(const ProjectPage& index, const ProjectPage& mirror,
                             const std::set<std::string>& filenames) {
  PageComparison comparison;
  for (const IndexFile& file : index.files) {
    if (!filenames.contains(file.filename)) continue;
    const auto other = std::ranges::find(mirror.files, file.filename, &IndexFile::filename);
    if (other == mirror.files.end())
      comparison.differences.push_back(file.filename + ": the mirror does not have it");
    else if (file.sha256.empty() || other->sha256.empty())
      comparison.unknown.push_back(file.filename);
    else if (file.sha256 != other->sha256)
      comparison.differences.push_back(file.filename + ": the mirror says sha256 " + other->sha256 + ", the index " +
                                       file.sha256);
    else if (file.size && other->size && *file.size != *other->size)
      comparison.differences.push_back(file.filename + ": the mirror says " + std::to_string(*other->size) +
                                       " bytes, the index " + std::to_string(*file.size));
    else
      ++comparison.same;
  }
  return comparison;
}

}  // namespace tfh
