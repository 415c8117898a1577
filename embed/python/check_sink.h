// Where a running check tells what it does. Every call has left the process before it returns, so that a crash in the
// next step keeps its source and the key it happened in.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace tfh::embed {

class CheckSink {
 public:
  virtual ~CheckSink() = default;
  virtual void source(const std::string& line) = 0;  // before a call runs
  // Before an observation is made. `source`: the line that makes it, needed by no other; empty: told before.
  virtual void observing(const std::string& key, const std::string& source) = 0;
  virtual void observed(const std::string& key, const nlohmann::json& value) = 0;  // value: harness/record/README.md
};

}  // namespace tfh::embed
