#include "harness/fetch/retry.h"

#include <algorithm>

namespace tfh {

bool worth_retrying(int status) {
  if (status == 408 || status == 425 || status == 429) return true;
  return status >= 500 && status < 600 && status != 501 && status != 505;
}

std::chrono::milliseconds delay_before(int next, std::chrono::milliseconds first_delay,
                                       std::chrono::seconds retry_after) {
  using std::chrono::milliseconds;
  constexpr milliseconds longest{30'000}, longest_asked{120'000};
  const int doublings = std::clamp(next - 2, 0, 16);
  const milliseconds own = std::min(longest, first_delay * (1 << doublings));
  const milliseconds asked = std::min<milliseconds>(longest_asked, retry_after);
  return std::max(own, asked);
}

}  // namespace tfh
