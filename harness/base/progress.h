// Where the stages tell how far they are. Thread-safe; implementations draw bars, print lines, or do nothing.
#pragma once

#include <cstdint>
#include <string>

namespace tfh {

class Progress {
 public:
  virtual ~Progress() = default;
  // One step of work: `what` is unique while it runs ("fetch tensorflow-2.4.0-...whl"); total in `unit`, 0: unknown.
  virtual void begin(const std::string& what, std::uint64_t total, const std::string& unit) = 0;
  virtual void advance(const std::string& what, std::uint64_t done) = 0;  // absolute, not a step
  virtual void end(const std::string& what, bool ok) = 0;
  virtual void note(const std::string& line) = 0;  // something a person should know, once
};

class SilentProgress : public Progress {
 public:
  void begin(const std::string&, std::uint64_t, const std::string&) override {}
  void advance(const std::string&, std::uint64_t) override {}
  void end(const std::string&, bool) override {}
  void note(const std::string&) override {}
};

}  // namespace tfh
