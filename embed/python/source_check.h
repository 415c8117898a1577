// Runs the Python text of a check in a fresh __main__ module whose source inspect finds. The text sees, apart from tf
// and np:
//   observe(name, value, kind=None)     records the value; an exception instance is recorded as one
//   attempt(name, function, kind=None)  calls function() and records what it returns or the Exception it raises;
//                                       returns what it returned, None after an exception
//   evaluate(name, text, kind=None)     attempt of an expression; tells the line that makes this observation by itself,
//                                       after the check's setup
//   scratch, directory                  texts: an empty folder of the check's own; the folder of a cross-loading check
// kind: "structure", "text", "signature", "symbol" or "warnings" instead of what the value's type says.
#pragma once

#include <memory>
#include <string>

#include "embed/python/observer.h"

namespace tfh::embed {

struct SourceCheck {
  std::string name;       // the check's id; errors show the file as "<tfharness ID>"
  std::string text;       // Python; sees what is said above
  std::string scratch;    // absolute path
  std::string directory;  // absolute path, empty when the check does no cross-loading
};

// None, or what ended the text. Anything derived from BaseException ends it.
Outcome run_source(const SourceCheck& check, const Object& framework, const Object& numpy,
                   const std::shared_ptr<Observer>& observer);

}  // namespace tfh::embed
