// Ctrl-C and SIGTERM: every process this command started ends, its scratch folder goes, then the signal does its work.
// Other threads may be making files at that moment, so the program starts over in the same process, which leaves one
// thread, and that one cleans up.
#pragma once

#include <filesystem>

namespace tfh {

// Called first of all. Does not return when this program was started over by a signal.
void finish_interruption(int argc, char** argv);

// Called once, before any thread starts: a thread of its own waits for the signals.
void end_cleanly_when_interrupted();

// The folder to remove, which need not exist yet; empty: none.
void set_interruption_scratch(const std::filesystem::path& folder);

}  // namespace tfh
