#include <algorithm>

#include "harness/base/clock.h"
#include "harness/index/resolve.h"

namespace tfh {

Result<std::string> era_of(const std::vector<IndexFile>& files, const std::vector<std::string>& tags) {
  using Time = std::chrono::system_clock::time_point;
  std::optional<Time> bound;
  for (const IndexFile& file : files)
    if (file.uploaded) bound = std::min(bound.value_or(*file.uploaded), *file.uploaded);
  if (!bound)
    return fail("computing the era", "the index gives no upload times",
                "use an index that does for resolving (the bytes may still come from this mirror), or "
                "--resolve latest");

  // A wheel can follow its release by years; the era must let it in.
  const IndexFile* taken = best_wheel(files, tags);
  if (taken != nullptr && taken->uploaded) bound = std::max(*bound, *taken->uploaded);
  return rfc3339(*bound + std::chrono::hours(24));
}

}  // namespace tfh
