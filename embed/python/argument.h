// The arguments of a recorded call as Python objects; testsuites/python_source.h writes the same ones as text.
#pragma once

#include <string>
#include <vector>

#include "embed/python/raised.h"
#include "testsuites/recorder.h"

namespace tfh::embed {

// What names and numbers in arguments refer to.
struct Namespace {
  Object framework;  // "tf"
  Object numpy;      // "np"
  std::vector<Outcome> results;

  // The object at a dotted path that starts with tf or np, or the AttributeError.
  Outcome resolve(const std::string& path) const;

  // An argument; a result that raised is that exception again.
  Outcome object(const testsuites::Argument& argument) const;

 private:
  Outcome array(const testsuites::Array& array) const;
  Outcome numpy_array(const testsuites::Array& array) const;
};

}  // namespace tfh::embed
