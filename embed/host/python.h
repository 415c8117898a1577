// Starting CPython, in one of two ways. Both end in `_tfh.main()`.
#pragma once

#include <functional>

#include "embed/host/start_request.h"
#include "harness/base/error.h"

namespace tfh::embed {

// The library loaded, checked and given the module _tfh; calling it runs the interpreter to its end.
Result<std::function<int()>> load_python(const StartRequest& request);

// Replaces this process by the interpreter itself, which imports the suites as an extension module. Returns only with
// an Error.
Result<void> execute_python(const StartRequest& request);

}  // namespace tfh::embed
