// One call under other inputs. Pure: from the inputs of a call come those of its variations.
#pragma once

#include <string>
#include <vector>

#include "testsuites/recorder.h"

namespace tfh::testsuites::op_sweep {

// A call, or what is varied of it: `name` is "" for the call itself and part of an observation's key for the others.
struct Inputs {
  std::string name;
  std::vector<Argument> positional;
  Keywords keywords;
};

enum class Aspect {
  dtypes,     // all arrays of the first one's dtype under each other dtype; one array alone under another
  values,     // one array at a time: NaN, infinities, zeros, extremes
  shapes,     // one array at a time: empty, scalar, more and fewer dimensions, None, text
  arguments,  // one number, flag, text or list at a time that is not an array
};
inline constexpr Aspect aspects[] = {Aspect::dtypes, Aspect::values, Aspect::shapes, Aspect::arguments};
std::string name_of(Aspect aspect);

// The call's own inputs are not among them. Sizes stay near those of the call: no variation makes an argument larger
// by more than 50.
std::vector<Inputs> variations(const Inputs& call, Aspect aspect);

}  // namespace tfh::testsuites::op_sweep
