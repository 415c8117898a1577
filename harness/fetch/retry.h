// When to ask again. Pure.
#pragma once

#include <chrono>

namespace tfh {

// 408, 425, 429 and 5xx except 501 and 505: the same request may succeed later (RFC 9110, 15).
bool worth_retrying(int status);

// How long to wait before attempt number `next` (2 is the first retry): `first_delay` doubled each time, at most 30 s;
// what the server asks for (Retry-After) if that is longer, at most 120 s.
std::chrono::milliseconds delay_before(int next, std::chrono::milliseconds first_delay,
                                       std::chrono::seconds retry_after);

}  // namespace tfh
