// Runs the Python text of a check in a fresh __main__ module whose source inspect finds.
#pragma once

#include <memory>
#include <string>

#include "embed/python/observer.h"

namespace tfh::embed {

struct SourceCheck {
  std::string name;       // the check's id; errors show the file as "<tfharness ID>"
  std::string text;       // Python; sees tf, np, observe, attempt, scratch, directory
  std::string scratch;    // absolute path
  std::string directory;  // absolute path, empty when the check does no cross-loading
};

// None, or what ended the text. Anything derived from BaseException ends it.
Outcome run_source(const SourceCheck& check, const Object& framework, const Object& numpy,
                   const std::shared_ptr<Observer>& observer);

}  // namespace tfh::embed
