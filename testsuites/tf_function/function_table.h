// A check of many small functions of one tensor, each an observation.
#pragma once

#include <string>

#include "testsuites/check.h"

namespace tfh::testsuites::tf_function {

// `functions` is Python: definitions, in whose order nothing depends on another. Each is called as a tf.function.
inline Check check_of_functions(const std::string& name, const std::string& functions) {
  return {.id = "tf_function." + name,
          .api = {"tf.function", "tf.autograph"},
          .alone = true,
          .source = "\nbefore = set(globals())\n" + functions + R"py(
for name, function in sorted(globals().items()):
    if type(function).__name__ == "function" and getattr(function, "__module__", None) == __name__ and name not in before:
        attempt(name, lambda: tf.function(function)(tf.constant(1)))
)py"};
}

}  // namespace tfh::testsuites::tf_function
