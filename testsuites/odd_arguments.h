// A callable that is given, one argument at a time, what that argument is not made for: which it refuses, and how.
#pragma once

#include <string>
#include <string_view>

#include "testsuites/check.h"

namespace tfh::testsuites {

struct Callable {
  std::string_view symbol;     // "tf.keras.layers.Dense"
  std::string_view usual;      // what it works with, as keyword arguments: "units=2"
  std::string_view arguments;  // names of those that are varied, separated by spaces
  std::string_view call = {};  // how it is called, where that is not its symbol: "tf.data.Dataset.range(5).batch"
};

// The check "SUITE.arguments_of_NAME"; NAME is the symbol without `root`: "layers_Dense". `told` is Python text that
// defines told(result, name): what is recorded of a result whose argument `name` was odd.
Check odd_arguments(std::string_view suite, std::string_view root, const Callable& callable, std::string_view told);

}  // namespace tfh::testsuites
