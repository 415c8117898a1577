// Progress for people: bars that redraw on a terminal, plain lines elsewhere, nothing with --quiet. All on stderr.
#pragma once

#include <cstdio>
#include <memory>

#include "harness/base/clock.h"
#include "harness/base/progress.h"

namespace tfh {

std::unique_ptr<Progress> make_progress_display(std::FILE* stream, bool quiet, Clock& clock);

}  // namespace tfh
