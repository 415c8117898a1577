// What Python raised, as a value. Every step that can raise returns an Outcome, so that no function of embed/ leaves
// Python's error indicator set.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "embed/python/object.h"

namespace tfh::embed {

struct Raised {
  Object exception;                // the instance with its traceback, to raise it again or to test its class
  std::string type;                // "InvalidArgumentError"
  std::vector<std::string> bases;  // nearest first, without object
  std::string message;             // str(exception)

  bool is(PyObject* exception_class) const;  // PyExc_Exception and the like
  PyObject* raise_again() const;  // sets the error indicator; returns nullptr, what a C function returns then
};

using Outcome = std::expected<Object, Raised>;

// Takes the error indicator, which must be set, and clears it.
Raised fetch_raised();

// Describes an exception instance that nobody raised, or that was caught in Python.
Raised describe(const Object& exception);

// A new reference from a C API call, or what that call raised instead.
Outcome owned(PyObject* reference);

}  // namespace tfh::embed
