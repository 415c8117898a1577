// Time, behind an interface so that retries and eras can be tested.
#pragma once

#include <chrono>
#include <string>

namespace tfh {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual std::chrono::system_clock::time_point now() = 0;     // calendar time
  virtual std::chrono::steady_clock::time_point steady() = 0;  // for durations
  virtual void sleep(std::chrono::milliseconds duration) = 0;
};

class SystemClock : public Clock {
 public:
  std::chrono::system_clock::time_point now() override { return std::chrono::system_clock::now(); }
  std::chrono::steady_clock::time_point steady() override { return std::chrono::steady_clock::now(); }
  void sleep(std::chrono::milliseconds duration) override;
};

// "2026-11-22T22:07:36Z"
std::string rfc3339(std::chrono::system_clock::time_point time);
// Accepts fractions of a second and a Z or numeric offset, as indexes write them; false otherwise.
bool parse_rfc3339(const std::string& text, std::chrono::system_clock::time_point& time);

}  // namespace tfh
