// Distances of floats in units in the last place (ULP) of their own format. Used by classify.
#pragma once

#include <cstdint>

#include "harness/record/float_format.h"
#include "harness/record/record.h"

namespace tfh {

// How far two floats of one format lie apart.
struct FloatDistance {
  bool same = false;    // the same bits, or both NaN whatever their payloads and signs
  bool finite = false;  // both are numbers: `ulps` and `absolute` mean something
  double ulps = 0;      // steps from one to the other; 0.0 and -0.0 are 0 steps apart and not the same
  double absolute = 0;  // |before - after|
  bool inside(const CheckDeclaration& declaration) const {
    return same || (finite && (ulps <= declaration.ulps || absolute <= declaration.absolute));
  }
};

FloatDistance float_distance(std::uint64_t before, std::uint64_t after, FloatFormat format);

// Python floats carry no dtype. Where both are exact in float32 they are taken as results of that format.
FloatDistance float_distance(double before, double after);

}  // namespace tfh
