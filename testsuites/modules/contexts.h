// Python that checks of several topics begin with: a with-block as an expression.
#pragma once

#include <string>

namespace tfh::testsuites::modules {

// `inside(context, function)` is what the function makes of what the context gives.
inline std::string with_contexts(const std::string& text) {
  return R"(
def inside(context, function):
    with context as given:
        return function(given)
)" + text;
}

}  // namespace tfh::testsuites::modules
