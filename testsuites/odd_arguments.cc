#include "testsuites/odd_arguments.h"

#include <algorithm>
#include <utility>

namespace tfh::testsuites {

Check odd_arguments(std::string_view suite, std::string_view root, const Callable& callable, std::string_view told) {
  std::string name(callable.symbol.substr(root.size()));
  std::ranges::replace(name, '.', '_');
  const std::string usual(callable.usual), call(callable.call.empty() ? callable.symbol : callable.call);
  std::string setup = std::string(told) + "\ndef called(name, value):\n    return told(" + call + "(**dict(dict(" +
                      usual + "), **{name: value})), name)\n\n";
  return {.id = std::string(suite) + ".arguments_of_" + name,
          .api = {std::string(callable.symbol)},
          .independent = true,
          .source = "\nfor name in \"" + std::string(callable.arguments) + R"py(".split():
    for value in (0, -1, 2.5, "nonsense", None, [], (2, 2, 2)):
        evaluate("%s: %r" % (name, value), "called(%r, %r)" % (name, value), kind="structure")
)py",
          .setup = std::move(setup)};
}

}  // namespace tfh::testsuites
