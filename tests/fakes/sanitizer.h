// What AddressSanitizer makes impossible: a memory limit that is smaller than its own tables, and a library that has it
// in an interpreter that was built without.
#pragma once

namespace tfh {

#ifdef __SANITIZE_ADDRESS__
constexpr bool under_address_sanitizer = true;
#else
constexpr bool under_address_sanitizer = false;
#endif

}  // namespace tfh
