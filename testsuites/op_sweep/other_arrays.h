// What may stand in an argument's place. Pure.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "testsuites/recorder.h"

namespace tfh::testsuites::op_sweep {

using NamedArguments = std::vector<std::pair<std::string, Argument>>;

std::vector<std::string> all_dtypes();

// The same numbers under another dtype, as near as it can hold them; text is "a number's text", and its length.
Array converted(const Array& array, const std::string& dtype);

NamedArguments other_values(const Argument& argument);     // of arrays; nothing for anything else
NamedArguments other_shapes(const Argument& argument);     // of arrays
NamedArguments other_arguments(const Argument& argument);  // of flags, numbers, texts and lists

}  // namespace tfh::testsuites::op_sweep
