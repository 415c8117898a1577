// A fork of the zygote, from the outside: started, its frames passed on, its time watched, its end told.
#pragma once

#include "embed/worker/check_process.h"

namespace tfh::embed {

// Relays the fork's frames to the harness and ends with the frame "fork_ended", whatever happens to the fork. False
// when the harness is gone. The GIL is held all the time, so that every fork starts from the same state.
bool run_fork(const ForkRequest& request);

}  // namespace tfh::embed
