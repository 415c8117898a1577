#include "harness/cli/environment.h"

#include <unistd.h>

#include <array>
#include <string_view>

namespace tfh {

namespace fs = std::filesystem;

std::map<std::string, std::string> process_environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry; ++entry) {
    const std::string_view text = *entry;
    const auto equals = text.find('=');
    if (equals != std::string_view::npos)
      variables.emplace(std::string(text.substr(0, equals)), std::string(text.substr(equals + 1)));
  }
  return variables;
}

Result<Programs> find_programs() {
  std::error_code ignored;
  const fs::path here = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const fs::path& folder : std::array{here, here.parent_path() / "libexec" / "tfharness"}) {
    const Programs programs{folder / "tfharness-worker", folder / "suites.so"};
    if (fs::exists(programs.worker, ignored) && fs::exists(programs.suites, ignored)) return programs;
  }
  return fail("looking for tfharness-worker and suites.so", "neither beside " + here.string() + " nor in libexec",
              "build all targets, or install with cmake --install");
}

}  // namespace tfh
