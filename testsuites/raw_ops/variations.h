// The Python that makes the calls of an op.
#pragma once

#include <string>

namespace tfh::testsuites::raw_ops {

extern const char* const makers;      // what the texts of calls may use; part of each witness
extern const char* const variations;  // sweep(op, arguments, in_graph=False); asks LEFT_OUT
std::string left_out();               // defines LEFT_OUT: calls that no release is asked to make

}  // namespace tfh::testsuites::raw_ops
