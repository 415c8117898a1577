// The texts of checks, handed to a plain Python that has no framework.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "harness/base/process.h"

namespace tfh::testsuites {

// What `source` prints; a test fails where it does not end well.
inline std::string printed_by(const std::string& source, const std::vector<std::string>& arguments = {}) {
  Command command;
  command.program = TFHARNESS_TEST_PYTHON;
  command.arguments = {"-c", source};
  command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
  const auto completed = make_process_runner()->run(command);
  REQUIRE(completed.has_value());
  INFO(completed->err);
  REQUIRE(completed->ended.ok());
  return completed->out;
}

}  // namespace tfh::testsuites
