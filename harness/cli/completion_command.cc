#include <CLI/CLI.hpp>
#include <memory>

#include "harness/cli/commands.h"
#include "harness/cli/completion.h"
#include "harness/cli/options.h"

namespace tfh {

void add_completion_command(CLI::App& app, int& status) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("completion", "Print a script that completes words in bash, zsh or fish");
  command->footer(
      "  bash, zsh   eval \"$(tfharness completion bash)\"      in ~/.bashrc; zsh in ~/.zshrc\n"
      "  fish        tfharness completion fish > ~/.config/fish/completions/tfharness.fish");
  command->add_option("SHELL", *shell, "bash, zsh or fish")->required();
  command->callback([shell, &app, &status] {
    const auto script = completion_script(*shell, completion_table(app));
    status = script ? deliver(Output{*script, {}}, 0) : trouble(script.error());
  });
}

}  // namespace tfh
