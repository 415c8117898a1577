// A table of Python expressions, each about one public symbol and independent of the others, as one check.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::modules {

// One expression, and the key of its observation: "SYMBOL: WHAT IS TRIED", so that a difference names the symbol.
struct Use {
  std::string_view key;
  std::string_view expression;
};

struct Name {
  constexpr Name(const char* called, const char* with = "") : name(called), arguments(with) {}

  std::string_view name;
  std::string_view arguments;
};

// The uses as they stand; where there are names, all of them once for each, which takes the place of NAME and
// ARGUMENTS.
struct Block {
  std::span<const Use> uses;
  std::span<const Name> names = {};
};

struct Table {
  std::string name;        // the check is "modules.NAME"
  std::string module;      // "tf.sparse": what the check as a whole is about
  std::string setup = {};  // Python before each expression, part of its witness
  std::vector<Block> blocks = {};
  Tolerance tolerance = {.ulps = 16, .absolute = 1e-6};
  Policy policy = Policy::covered;
  std::string minimum = {};  // the first release that it is for
};

Check check_of(const Table& table);

}  // namespace tfh::testsuites::modules
