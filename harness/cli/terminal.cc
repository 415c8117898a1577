#include "harness/cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>

namespace tfh {

namespace {
constexpr int kNarrowest = 60, kWidest = 140;
}

TerminalStyle terminal_style(bool verbose) {
  TerminalStyle style;
  style.verbose = verbose;
  const char* no_colour = std::getenv("NO_COLOR");
  style.colour = isatty(STDOUT_FILENO) && !(no_colour && *no_colour);
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    style.width = std::max(kNarrowest, std::min<int>(kWidest, size.ws_col));
  return style;
}

}  // namespace tfh
