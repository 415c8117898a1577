// What a check is: a declaration and one of two bodies. No Python here: the command lists checks, the worker runs them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tfh::testsuites {

class Recorder;

enum class Policy { covered, not_covered, unknown };

// How far two floats may lie apart before it is a difference of value and not drift.
struct Tolerance {
  double ulps = 0;      // units in the last place of the array's dtype
  double absolute = 0;  // or this close, whichever is wider
};

struct Check {
  std::string id;  // "suite.name"
  std::vector<std::string> api = {};
  Tolerance tolerance = {};
  Policy policy = Policy::covered;
  bool alone = false;  // touches global state, may crash or hang: a fork of its own
  // Made of calls that need nothing of each other: a death costs one observation. A source makes them with evaluate().
  bool independent = false;
  // Gives what should be refused: a release that does not refuse it may answer with what lies in its memory.
  bool hostile = false;
  std::string minimum = {};  // first framework version it applies to; empty: all
  std::string group = {};    // checks of one group may share a fork; empty: the suite

  // Exactly one of the bodies is set.
  std::function<void(Recorder&)> calls = {};  // a sequence of calls or a row of a sweep, made from C++
  std::string source = {};                    // Python text; sees tf, np, observe, attempt, evaluate, scratch
  std::string setup = {};  // the Python text before `source`: part of the witness of each independent observation
  // A cross-loading check also has this: `source` saves into `directory`, `load` reads `directory` of each producer.
  std::string load = {};

  std::string text() const { return setup + source; }
  std::string_view suite() const { return std::string_view(id).substr(0, id.find('.')); }
};

}  // namespace tfh::testsuites
