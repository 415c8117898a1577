// A subject that is an environment on this machine (env:PATH): nothing is fetched, its packages are read.
#pragma once

#include "harness/base/process.h"
#include "harness/store/provision.h"

namespace tfh {

struct PlannedSubject;

// Fills interpreter, name and version, or the error.
void plan_environment(PlannedSubject& planned, ProcessRunner& runner);

// The environment as a prefix: its site-packages and what its .dist-info folders name.
Prefix environment_prefix(const PlannedSubject& planned);

}  // namespace tfh
