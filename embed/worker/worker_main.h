// The worker inside the interpreter: what `_tfh.main()` runs.
#pragma once

namespace tfh::embed {

// Serves the harness's requests on the inherited socket until the harness closes it (harness/run/README.md has the
// protocol). Called with the GIL held, from the main thread. Returns only after a user's script: 0, or -1 with the
// Python exception set that must end the interpreter.
int worker_main();

}  // namespace tfh::embed
