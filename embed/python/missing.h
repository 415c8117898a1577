// Telling an AttributeError that says "this release does not have the symbol" from any other. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tfh::embed {

// The symbol that an AttributeError's text reports as missing: one of `api` whose last part is the missing attribute,
// or an attribute of one of the framework's own modules. Nothing: an ordinary exception.
std::optional<std::string> missing_symbol(const std::string& message, const std::vector<std::string>& api);

}  // namespace tfh::embed
