// The topics of the suite, one file each. Called by suite.cc; every check's text runs alone and needs nothing before
// it.
#pragma once

#include <vector>

#include "testsuites/check.h"

namespace tfh::testsuites::tf_function {

std::vector<Check> tracing_checks();
std::vector<Check> signature_checks();
std::vector<Check> autograph_checks();
std::vector<Check> loop_checks();
std::vector<Check> statement_checks();
std::vector<Check> argument_checks();
std::vector<Check> failure_checks();
std::vector<Check> graph_checks();
std::vector<Check> control_flow_checks();
std::vector<Check> matrix_checks();

}  // namespace tfh::testsuites::tf_function
