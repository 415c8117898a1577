#include "harness/base/size_text.h"

#include <fmt/format.h>

namespace tfh {

std::string size_text(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} B", bytes);
  const char* unit = "kB";
  double size = static_cast<double>(bytes) / 1000;
  for (const char* next : {"MB", "GB", "TB"}) {
    if (size < 999.95) break;
    size /= 1000;
    unit = next;
  }
  return fmt::format("{:.1f} {}", size, unit);
}

}  // namespace tfh
