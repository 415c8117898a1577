// Whether a lock's prefix can be made of what the store holds, asking nobody.
#pragma once

#include <string>

#include "harness/base/error.h"
#include "harness/index/lock.h"
#include "harness/store/layout.h"

namespace tfh {

// The error names every file that is missing, with its size, and every source distribution that is not built yet for
// the interpreter with this cache tag. `what` is what the lock is for.
Result<void> check_complete(const Lock& lock, const std::string& what, const std::string& cache_tag,
                            const StoreLayout& layout);

}  // namespace tfh
