#include "harness/cli/invocation.h"

#include <fstream>

#include "harness/base/credentials.h"

namespace tfh {

std::vector<std::string> command_words() {
  std::vector<std::string> words;
  std::ifstream stream("/proc/self/cmdline");
  for (std::string word; std::getline(stream, word, '\0');) words.push_back(without_credentials(word));
  if (!words.empty()) words.front() = "tfharness";
  return words;
}

}  // namespace tfh
