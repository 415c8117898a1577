#include "testsuites/odd_arguments.h"

namespace tfh::testsuites {

Check odd_arguments(std::string id, const Callable& callable, std::string_view told) {
  const std::string usual(callable.usual), call(callable.call.empty() ? callable.symbol : callable.call);
  return {.id = std::move(id),
          .api = {std::string(callable.symbol)},
          .source = std::string(told) + "\ndef called(name, value):\n    return told(" + call + "(**dict(dict(" +
                    usual + "), **{name: value})), name)\n\nfor name in \"" + std::string(callable.arguments) +
                    R"(".split():
    for value in (0, -1, 2.5, "nonsense", None, [], (2, 2, 2)):
        attempt("%s: %r" % (name, value), lambda: called(name, value), kind="structure")
)"};
}

}  // namespace tfh::testsuites
