// The worker inside the interpreter: what `_tfh.main()` runs.
#pragma once

namespace tfh::embed {

// Serves the harness's requests on the inherited socket until the harness closes it (harness/run/README.md has the
// protocol). Called with the GIL held, from the main thread. Returns -1 with a Python exception set when the
// interpreter has to end with it (a user's script that raised or called sys.exit), else the process's exit status.
int worker_main();

}  // namespace tfh::embed
