// The command line: parses it and runs one command. Returns the exit status (0, 1 or 2, as diff(1)).
#pragma once

namespace tfh {

int run_command_line(int argc, char** argv);

}  // namespace tfh
