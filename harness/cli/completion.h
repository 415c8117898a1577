// What a shell completes after the words that are there: a script for each shell, made of the parser's own table.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "harness/base/error.h"

namespace CLI {
class App;
}

namespace tfh {

struct CompletionTable {
  std::map<std::string, std::vector<std::string>> words;  // by command ("", "mirrors", "mirrors test"): what may follow
  std::map<std::string, std::vector<std::string>>
      values;  // by option ("--resolve"): what it takes, where that is a list
};

CompletionTable completion_table(const CLI::App& app);

// For bash, zsh or fish. Where no word fits, the shell's own completion of file names is left.
Result<std::string> completion_script(const std::string& shell, const CompletionTable& table);

}  // namespace tfh
