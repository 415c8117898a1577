#include "harness/cli/programs.h"

#include <array>

namespace tfh {

namespace fs = std::filesystem;

Result<Programs> find_programs() {
  std::error_code ignored;
  const fs::path here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const fs::path& folder : std::array{here, here.parent_path() / "libexec" / "tfharness"}) {
    Programs programs{folder / "tfharness-worker", folder / "suites.so"};
    if (fs::exists(programs.worker, ignored) && fs::exists(programs.suites, ignored)) return programs;
  }
  return fail("looking for tfharness-worker and suites.so", "neither beside " + here.string() + " nor in libexec",
              "build all targets, or install with cmake --install");
}

}  // namespace tfh
