#include "testsuites/odd_arguments.h"

#include <algorithm>

#include "testsuites/python_source.h"

namespace tfh::testsuites {

Check odd_arguments(std::string_view suite, std::string_view root, const Callable& callable, std::string_view told) {
  std::string name(callable.symbol.substr(root.size()));
  std::ranges::replace(name, '.', '_');
  const std::string usual(callable.usual), call(callable.call.empty() ? callable.symbol : callable.call);
  const std::string setup = std::string(told) + "\ndef called(name, value):\n    return told(" + call +
                            "(**dict(dict(" + usual + "), **{name: value})), name)\n\n";
  return {.id = std::string(suite) + ".arguments_of_" + name,
          .api = {std::string(callable.symbol)},
          .independent = true,
          .source = "\nsetup = " + python_string(setup) + "\nexec(setup)\nfor name in \"" +
                    std::string(callable.arguments) + R"(".split():
    for value in (0, -1, 2.5, "nonsense", None, [], (2, 2, 2)):
        key = "%s: %r" % (name, value)
        line = "attempt(%r, lambda: called(%r, %r), kind='structure')\n" % (key, name, value)
        attempt(key, lambda: called(name, value), kind="structure", source=setup + line)
)"};
}

}  // namespace tfh::testsuites
