#include "harness/store/completeness.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "harness/base/size_text.h"
#include "harness/fetch/offline.h"
#include "harness/store/room.h"

namespace tfh {

Result<void> check_complete(const Lock& lock, const std::string& what, const std::string& cache_tag,
                            const StoreLayout& layout) {
  std::vector<std::string> absent, unbuilt;
  std::error_code error;
  for (const LockedPackage& package : lock.packages) {
    const std::string size = package.file.size ? " (" + size_text(*package.file.size) + ")" : "";
    const bool built = std::filesystem::exists(layout.built(package.file.sha256, cache_tag), error);
    if (package.is_sdist && !built)
      unbuilt.push_back(package.file.filename + size);
    else if (!is_in_store(package, cache_tag, layout))
      absent.push_back(package.file.filename + size);
  }
  if (absent.empty() && unbuilt.empty()) return {};
  std::string text;
  if (!absent.empty()) text = fmt::format("not in the store: {}", fmt::join(absent, ", "));
  // Building asks the index for what it is built with.
  if (!unbuilt.empty())
    text += fmt::format("{}not built for {}: {}", text.empty() ? "" : "; ", cache_tag, fmt::join(unbuilt, ", "));
  return fail("making " + what + " ready offline", text, kOfflineHint);
}

}  // namespace tfh
