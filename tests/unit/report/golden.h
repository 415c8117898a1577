// Texts that a person reviews: kept in tests/goldens, compared whole.
#pragma once

#include <string>

namespace tfh {

// Empty when `text` is what tests/goldens/NAME holds, else the first line that differs, for the failure's message.
// With TFHARNESS_ACCEPT=1 in the environment the file is rewritten instead.
std::string golden_difference(const std::string& name, const std::string& text);

}  // namespace tfh
