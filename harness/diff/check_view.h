// One check of one record, looked up by observation key. Used by compare, unstable_between and find_introductions.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <unordered_map>

#include "harness/record/record.h"

namespace tfh {

class CheckView {
 public:
  explicit CheckView(const CheckRecord& check);

  const nlohmann::json* find(const std::string& key) const;  // nullptr: no such observation

  // The check ran to its end: an observation that is not there was not made, rather than not reached. False after a
  // crash, a timeout or running out of memory, and when the "outcome" is an exception.
  bool completed() const { return completed_; }

 private:
  std::unordered_map<std::string, const nlohmann::json*> by_key_;
  bool completed_ = true;
};

// The checks of a record that were run, by id.
std::unordered_map<std::string, const CheckRecord*> checks_by_id(const std::vector<CheckRecord>& checks);

}  // namespace tfh
