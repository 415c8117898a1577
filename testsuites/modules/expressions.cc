#include "testsuites/modules/expressions.h"

#include "testsuites/python_source.h"

namespace tfh::testsuites::modules {

// An expression that kills the process costs its own observation: the others are made in another fork, and its witness
// is the setup and the one line.
Check check_of(const Table& table) {
  std::string pairs;
  for (const Uses& row : table.rows)
    for (const auto& [name, text] : row.names_and_texts)
      pairs += "    (" + python_string(row.symbol + ": " + name) + ",\n     " + python_string(text) + "),\n";
  return {
      .id = "modules." + table.name,
      .api = {table.module},
      .tolerance = table.tolerance,
      .policy = table.policy,
      .alone = table.alone,
      .independent = true,
      .source = "\nsetup = " + python_string(table.setup) + "\nexec(setup)\nfor key, text in (\n" + pairs +
                "):\n    attempt(key, lambda: eval(text), source=setup + \"attempt(%r, lambda: %s)\" % (key, text))\n"};
}

}  // namespace tfh::testsuites::modules
