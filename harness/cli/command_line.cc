#include "harness/cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>
#include <vector>

#include "harness/base/environment.h"
#include "harness/base/suggestion.h"
#include "harness/cli/commands.h"
#include "harness/cli/configuration.h"
#include "harness/cli/interruption.h"
#include "harness/cli/options.h"

namespace tfh {

namespace {

// A word that is no command gets the nearest one, before the parser complains about something else.
bool is_unknown_command(const CLI::App& app, int argc, char** argv) {
  const CLI::App* command = &app;
  std::string path;
  for (int i = 1; i < argc && argv[i][0] != '-'; ++i) {
    std::vector<std::string> names;
    for (const CLI::App* one : command->get_subcommands([](const CLI::App*) { return true; }))
      names.push_back(one->get_name());
    if (names.empty()) return false;
    if (std::ranges::find(names, argv[i]) == names.end()) {
      trouble({"reading the command line", fmt::format("there is no command '{}{}'", path, argv[i]),
               suggestion(argv[i], names)});
      return true;
    }
    command = command->get_subcommand(argv[i]);
    path += std::string(argv[i]) + " ";
  }
  return false;
}

// The nearest of the command's options to one that is unknown; else where to read on.
std::string parse_hint(const CLI::App& app, int argc, char** argv) {
  const CLI::App* command = &app;
  std::string path = "tfharness";
  for (auto commands = app.get_subcommands(); !commands.empty(); commands = command->get_subcommands()) {
    command = commands.front();
    path += " " + command->get_name();
  }
  std::vector<std::string> options;
  for (const CLI::Option* option : command->get_options())
    for (const std::string& name : option->get_lnames()) options.push_back("--" + name);
  for (int i = 1; i < argc; ++i) {
    const std::string word = std::string(argv[i]).substr(0, std::string(argv[i]).find('='));
    if (!word.starts_with("--") || word == "--" || std::ranges::find(options, word) != options.end()) continue;
    if (std::string near = suggestion(word, options); near.starts_with("did you mean")) return near;
  }
  return command == &app ? "tfharness --help shows the commands, compare first of all" : "see " + path + " --help";
}

}  // namespace

int run_command_line(int argc, char** argv) {
  finish_interruption(argc, argv);
  CLI::App app("Compare the behaviour of TensorFlow releases, each inside its own CPython.", "tfharness");
  int status = 0;
  app.set_version_flag("--version", "tfharness " TFHARNESS_VERSION);
  app.require_subcommand(1);
  for (auto add : {add_compare_command, add_test_command, add_download_command, add_prepare_command, add_deps_command,
                   add_bundle_command, add_cache_command, add_mirrors_command, add_baseline_command, add_checks_command,
                   add_python_command, add_doctor_command, add_completion_command})
    add(app, status);
  if (is_unknown_command(app, argc, argv)) return 2;
  name_variables(app);
  std::error_code nowhere;
  auto words = with_configuration(app, {argv, argv + argc}, own_environment(), std::filesystem::current_path(nowhere));
  if (!words) return trouble(words.error());
  end_cleanly_when_interrupted();
  try {
    std::vector<std::string> backwards(words->rbegin(), words->rend() - 1);  // as the parser takes them
    app.parse(std::move(backwards));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);
    return trouble({"reading the command line", error.what(), parse_hint(app, argc, argv)});
  }
  return status;
}

}  // namespace tfh
