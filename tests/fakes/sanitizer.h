// What sanitizers make impossible. AddressSanitizer: a memory limit that is smaller than its own tables, and a library
// that has it in an interpreter that was built without.
#pragma once

namespace tfh {

#ifdef __SANITIZE_ADDRESS__
constexpr bool under_address_sanitizer = true;
#else
constexpr bool under_address_sanitizer = false;
#endif

// ThreadSanitizer makes a fork of every vfork, after which the parent does not learn that exec failed.
#ifdef __SANITIZE_THREAD__
constexpr bool under_thread_sanitizer = true;
#else
constexpr bool under_thread_sanitizer = false;
#endif

}  // namespace tfh
