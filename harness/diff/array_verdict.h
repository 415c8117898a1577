// Two recorded arrays compared: dtype, shape, elements, container. Called by classify for a pair of kind "array".
#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "harness/diff/difference.h"

namespace tfh {

// The most telling difference: dtype and shape before elements outside tolerance, before another container, before
// elements with other bits inside tolerance.
std::optional<Verdict> array_verdict(const nlohmann::json& before, const nlohmann::json& after,
                                     const CheckDeclaration& declaration);

}  // namespace tfh
