// A wheel that the lock will surely hold, made ready while the lock is resolved and the other wheels arrive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/plan/interpreter.h"
#include "harness/store/download.h"
#include "harness/store/workshop.h"

namespace tfh {

struct FetchedAhead {
  Span fetch, unpack;
  std::uint64_t bytes = 0;  // that came over the network
};

// Puts the wheel, its unpacked folder and the byte-code of its own modules where provision() looks for them. What is
// there already costs nothing.
Result<FetchedAhead> fetch_ahead(const FileDownload& wheel, const Interpreter& interpreter,
                                 const std::vector<std::string>& mirror_urls, Workshop& workshop);

}  // namespace tfh
