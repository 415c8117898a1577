#include "testsuites/modules/expressions.h"

#include "testsuites/python_source.h"

namespace tfh::testsuites::modules {
namespace {

std::string replaced(std::string text, std::string_view placeholder, std::string_view value) {
  for (size_t at = 0; (at = text.find(placeholder, at)) != std::string::npos; at += value.size())
    text.replace(at, placeholder.size(), value);
  return text;
}

std::string filled_in(std::string_view text, const Name& name) {
  return replaced(replaced(std::string(text), "NAME", name.name), "ARGUMENTS", name.arguments);
}

std::string pair_of(const std::string& key, const std::string& expression) {
  return "    (" + python_string(key) + ",\n     " + python_string(expression) + "),\n";
}

std::string pairs_of(const Block& block) {
  std::string pairs;
  if (block.names.empty())
    for (const Use& use : block.uses) pairs += pair_of(std::string(use.key), std::string(use.expression));
  for (const Name& name : block.names)
    for (const Use& use : block.uses) pairs += pair_of(filled_in(use.key, name), filled_in(use.expression, name));
  return pairs;
}

}  // namespace

// In a fork of its own, since settings, registrations and crashes are what tables try. An expression that kills the
// process costs its own observation: the others are made in another fork.
Check check_of(const Table& table) {
  std::string pairs;
  for (const Block& block : table.blocks) pairs += pairs_of(block);
  return {.id = "modules." + table.name,
          .api = {table.module},
          .tolerance = table.tolerance,
          .policy = table.policy,
          .alone = true,
          .independent = true,
          .minimum = table.minimum,
          .source = "\nfor key, text in (\n" + pairs +
                    "):\n    evaluate(key, text, kind=\"text\" if \" repr\" in key else None)\n",
          .setup = table.setup};
}

}  // namespace tfh::testsuites::modules
