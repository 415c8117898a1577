// No internet sockets, where the kernel gives no network namespace: seccomp(2). Landlock does not stop UDP.
#pragma once

#include "harness/base/error.h"

namespace tfh::embed {

// From now on socket() fails with EACCES for IPv4 and IPv6, loopback included, and io_uring, which could open sockets
// past the filter, is denied. Needs no_new_privs.
Result<void> deny_internet_sockets();

}  // namespace tfh::embed
