// Observations of kind "symbol", whose key is a public name: what it is and how it is called. The form is in
// harness/record/README.md.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "harness/diff/difference.h"

namespace tfh {

bool is_symbol(const nlohmann::json& value);

bool is_class(const nlohmann::json& value);

// A class whose instances may have members that it does not have itself: nothing is known of what it lacks.
bool is_open(const nlohmann::json& value);

// An attribute that instances have: not told apart from a property, and no difference when it comes or goes.
bool is_attribute(const nlohmann::json& value);

// Two descriptions of one symbol. A signature that compiled code keeps to itself equals every other.
std::optional<Verdict> symbol_verdict(const nlohmann::json& before, const nlohmann::json& after);

// "callable (x, y, name=None)", "module", "class (units), deprecated".
std::string symbol_text(const nlohmann::json& value);

// A Python program that shows what the symbol is; where it is missing, the program raises.
std::string symbol_witness(const std::string& symbol, const nlohmann::json& value);

}  // namespace tfh
