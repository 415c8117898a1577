#include "tests/unit/report/golden.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace tfh {

std::string golden_difference(const std::string& name, const std::string& text) {
  const std::string path = std::string(TFHARNESS_SOURCE "/tests/goldens/") + name;
  const char* accept = std::getenv("TFHARNESS_ACCEPT");
  if (accept != nullptr && std::string(accept) == "1") {
    std::ofstream(path, std::ios::binary) << text;
    return "";
  }
  std::ifstream file(path, std::ios::binary);
  std::istringstream got(text);
  std::string wanted_line, got_line;
  for (int number = 1;; ++number) {
    const bool wanted = static_cast<bool>(std::getline(file, wanted_line));
    const bool has = static_cast<bool>(std::getline(got, got_line));
    if (!wanted && !has) return "";
    if (!wanted) wanted_line = "(end)";
    if (!has) got_line = "(end)";
    if (wanted != has || wanted_line != got_line) {
      return name + " line " + std::to_string(number) + "\n  golden: " + wanted_line + "\n  now:    " + got_line +
             "\n  (TFHARNESS_ACCEPT=1 accepts the new text: review it)";
    }
  }
}

}  // namespace tfh
