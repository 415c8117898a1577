// Which public symbols an observation is about, when its check has several: those that its own call names.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "harness/record/record.h"

namespace tfh {

class CalledSymbols {
 public:
  explicit CalledSymbols(const CheckRecord& check);

  // Of the check's symbols, those that the call names, and classes that no call of the check names (a tape, an object
  // whose methods are called). Where it names none of the check's, the first symbol that it names, and, unless it calls
  // that one first of all, what no call of the check names. A call that names no symbol is about all of the check's.
  std::vector<std::string> of(const Observation& observation) const;

 private:
  const std::vector<std::string>& api_;
  std::unordered_set<std::string> named_;  // in any call of the check
};

}  // namespace tfh
