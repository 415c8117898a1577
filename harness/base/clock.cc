#include "harness/base/clock.h"

#include <fmt/chrono.h>

#include <cstdio>
#include <cstring>
#include <ctime>
#include <thread>

namespace tfh {

void SystemClock::sleep(std::chrono::milliseconds duration) {
  std::this_thread::sleep_for(duration);
}

std::string rfc3339(std::chrono::system_clock::time_point time) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(time)));
}

bool parse_rfc3339(const std::string& text, std::chrono::system_clock::time_point& time) {
  std::tm fields{};
  int length = 0;
  if (std::sscanf(text.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d%n", &fields.tm_year, &fields.tm_mon, &fields.tm_mday,
                  &fields.tm_hour, &fields.tm_min, &fields.tm_sec, &length) != 6)
    return false;
  // What 64 bits of nanoseconds hold, and an index can mean; timegm would make a date of anything.
  if (fields.tm_year < 1970 || fields.tm_year > 2200 || fields.tm_mon < 1 || fields.tm_mon > 12 || fields.tm_mday < 1 ||
      fields.tm_mday > 31 || fields.tm_hour < 0 || fields.tm_hour > 23 || fields.tm_min < 0 || fields.tm_min > 59 ||
      fields.tm_sec < 0 || fields.tm_sec > 60)
    return false;
  const char* rest = text.c_str() + length;
  if (*rest == '.') rest += 1 + std::strspn(rest + 1, "0123456789");
  int offset_minutes = 0;
  if (*rest == '+' || *rest == '-') {
    int hours = 0, minutes = 0;
    if (std::sscanf(rest + 1, "%2d:%2d", &hours, &minutes) != 2) return false;
    offset_minutes = (*rest == '-' ? -1 : 1) * (hours * 60 + minutes);
  } else if (*rest != 'Z' && *rest != '\0') {
    return false;
  }
  fields.tm_year -= 1900;
  fields.tm_mon -= 1;
  time = std::chrono::system_clock::from_time_t(timegm(&fields)) - std::chrono::minutes(offset_minutes);
  return true;
}

}  // namespace tfh
