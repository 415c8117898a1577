// A table of Python expressions, each about one public symbol and independent of the others, as one check.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::modules {

// What is tried of one symbol: each text is observed as "SYMBOL: NAME", so that a difference names the symbol.
struct Uses {
  std::string symbol;
  std::vector<std::pair<std::string, std::string>> names_and_texts;
};

struct Table {
  std::string name;        // the check is "modules.NAME"
  std::string module;      // "tf.sparse": what the check as a whole is about
  std::string setup = {};  // Python before each expression, part of its witness
  std::vector<Uses> rows = {};
  Tolerance tolerance = {.ulps = 16, .absolute = 1e-6};
  Policy policy = Policy::covered;
  bool alone = false;
};

Check check_of(const Table& table);

}  // namespace tfh::testsuites::modules
