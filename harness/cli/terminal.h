// What stdout is: a terminal's width, and whether colours are welcome (NO_COLOR).
#pragma once

#include "harness/report/report.h"

namespace tfh {

TerminalStyle terminal_style(bool verbose);

}  // namespace tfh
