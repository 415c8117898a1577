// Ctrl-C and SIGTERM: every process this command started ends, its scratch folder goes, then the signal does its work.
#pragma once

#include <filesystem>

namespace tfh {

// Called once, before any thread starts: a thread of its own waits for the signals.
void end_cleanly_when_interrupted();

// The folder to remove; empty: none.
void set_interruption_scratch(const std::filesystem::path& folder);

}  // namespace tfh
