// Options that a person did not write as flags: TFHARNESS_* variables, then configuration files.
//
// Files, the stronger first: tfharness.toml in the working directory or the nearest folder above it that has one, then
// $XDG_CONFIG_HOME/tfharness/config.toml (default ~/.config). A key is an option's long name: at the top for every
// command that has it, in a table of a command's name for that command alone. Lists are written as arrays.
//
//     mirror = "tuna"
//     [compare]
//     suites = ["tensor_ops", "saved_model"]
//     fail-on = "breaking"
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "harness/base/error.h"

namespace CLI {
class App;
}

namespace tfh {

// Lets every option be given as a variable: --fail-on is TFHARNESS_FAIL_ON.
void name_variables(CLI::App& app);

// The words of the command line with those that the files add, for options that neither a flag nor a variable gives.
// Errors: a file that is no TOML, a key that no command has, a value that is no option's.
Result<std::vector<std::string>> with_configuration(const CLI::App& app, std::vector<std::string> words,
                                                    const std::map<std::string, std::string>& environment,
                                                    const std::filesystem::path& working_directory);

}  // namespace tfh
