// How this process was called.
#pragma once

#include <string>
#include <vector>

namespace tfh {

// The words of the command line, as the report keeps them: the first is "tfharness", and addresses are without
// credentials.
std::vector<std::string> command_words();

}  // namespace tfh
