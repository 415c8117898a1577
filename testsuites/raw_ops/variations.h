// The Python that makes the calls of an op.
#pragma once

namespace tfh::testsuites::raw_ops {

extern const char* const makers;      // what the texts of calls may use; part of each witness
extern const char* const variations;  // sweep(op, arguments, in_graph=False)

}  // namespace tfh::testsuites::raw_ops
