// A network without interfaces but loopback, and no shared System V memory: namespaces(7).
#pragma once

#include "harness/base/error.h"

namespace tfh::embed {

// Root enters them as root and keeps only its rights on files; others go through a user namespace, in which their
// user and group number stay what they are. Nothing has changed when it fails.
Result<void> enter_namespaces();

}  // namespace tfh::embed
