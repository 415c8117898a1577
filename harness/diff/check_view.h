// One check of one record, looked up by observation key. Used by compare, unstable_between and find_introductions.
#pragma once

#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "harness/record/record.h"

namespace tfh {

class CheckView {
 public:
  explicit CheckView(const CheckRecord& check);

  // nullptr: no such observation. A member that a class has from a public base is the base's (symbol.h).
  const Observation* find(const std::string& key) const;

  // An observation that is not there was not made, rather than not reached. False where its part did not go on after a
  // crash, a timeout or running out of memory, when the "outcome" of its part is an exception, where its part loads
  // what was not there to be loaded, for members of an open class (symbol.h), and for those of a class that is only in
  // the other run: its own observation says so.
  bool would_have(const std::string& key, const CheckView& other) const;

 private:
  const Observation* find_exactly(const std::string& key) const;

  std::unordered_map<std::string, const Observation*> by_key_;
  std::vector<std::string> unfinished_;  // prefixes of the parts that something ended early: "", "load PRODUCER/"
  std::set<std::string> loads_;          // prefixes of the parts that load
};

// The two ran something else: another text of a check in Python, or another call under one key. False where a record is
// older than what tells it.
bool is_revised(const CheckDeclaration& before, const CheckDeclaration& after);
bool is_revised(const Observation& before, const Observation& after);

// The checks of a record that were run, by id.
std::unordered_map<std::string, const CheckRecord*> checks_by_id(const std::vector<CheckRecord>& checks);

}  // namespace tfh
