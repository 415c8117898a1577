// Two recorded Python values compared leaf by leaf: None, bool, int, float, str, bytes, list, dict, with arrays and
// exceptions among them. Called by classify for pairs of kind "value" and of kind "structure".
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "harness/diff/difference.h"

namespace tfh {

// The most severe leaf's verdict; its detail names the leaf ("[0]['units']: 1 -> 2") and how many others differ.
// `leaf` is the kind of a leaf that holds something else: value, or structure where the form is the point.
std::optional<Verdict> plain_verdict(const nlohmann::json& before, const nlohmann::json& after,
                                     const CheckDeclaration& declaration, Kind leaf);

}  // namespace tfh
