// The Python text around what a check runs, which makes it a program of its own. Pure.
#pragma once

#include <string>

#include "testsuites/check.h"

namespace tfh::embed {

// At most ten lines: imports, and observe and attempt as functions that print.
std::string witness_prelude(const testsuites::Check& check);

// The body of a source check; of an independent one its setup, after which each observation tells its own line. With a
// load part: "save DIR" and "load DIR" on the command line choose.
std::string witness_body(const testsuites::Check& check);

}  // namespace tfh::embed
