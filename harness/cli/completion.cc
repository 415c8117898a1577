#include "harness/cli/completion.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "harness/base/suggestion.h"
#include "harness/cli/options.h"
#include "harness/index/mirrors.h"

namespace tfh {

namespace {

// The parser describes a set of values as {era,latest}.
std::vector<std::string> values_of(const CLI::Option& option) {
  const std::string description = option.get_type_name();
  const auto open = description.find('{'), close = description.rfind('}');
  if (open == std::string::npos || close == std::string::npos) return {};
  return split_commas(description.substr(open + 1, close - open - 1));
}

void add_command(const CLI::App& command, const std::string& path, CompletionTable& table) {
  std::vector<std::string>& words = table.words[path];
  for (const CLI::App* sub : command.get_subcommands([](const CLI::App*) { return true; })) {
    words.push_back(sub->get_name());
    add_command(*sub, path.empty() ? sub->get_name() : path + " " + sub->get_name(), table);
  }
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) {
      words.push_back("--" + name);
      if (const auto values = values_of(*option); !values.empty()) table.values["--" + name] = values;
    }
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

std::string bash_script(const CompletionTable& table) {
  std::string known, cases, values;
  for (const auto& [path, words] : table.words) {
    if (!path.empty()) known += fmt::format("{}\"{}\"", known.empty() ? "" : "|", path);
    cases += fmt::format("    \"{}\") words=\"{}\" ;;\n", path, joined(words));
  }
  for (const auto& [option, words] : table.values)
    values += fmt::format("    {}) words=\"{}\" ;;\n", option, joined(words));
  return fmt::format(R"(_tfharness() {{
  local word path="" words=""
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "${{path:+$path }}$word" in
    {}) path="${{path:+$path }}$word" ;;
    esac
  done
  case "$path" in
{}  esac
  case "${{COMP_WORDS[COMP_CWORD-1]}}" in
{}  esac
  COMPREPLY=($(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}"))
}}
complete -o default -F _tfharness tfharness
)",
                     known, cases, values);
}

std::string fish_script(const CompletionTable& table) {
  std::string script;
  for (const auto& [path, words] : table.words) {
    std::string condition = "__fish_use_subcommand";
    if (!path.empty()) {
      condition.clear();
      for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find(' ', begin), path.size());
        condition += (begin == 0 ? "" : "; and ") + std::string("__fish_seen_subcommand_from ") +
                     path.substr(begin, end - begin);
        begin = end + 1;
      }
    }
    script += fmt::format("complete -c tfharness -n '{}' -a '{}'\n", condition, joined(words));
  }
  for (const auto& [option, words] : table.values)
    script += fmt::format("complete -c tfharness -l {} -x -a '{}'\n", option.substr(2), joined(words));
  return script;
}

}  // namespace

CompletionTable completion_table(const CLI::App& app) {
  CompletionTable table;
  add_command(app, "", table);
  std::vector<std::string>& mirrors = table.values["--mirror"];
  mirrors = {"auto"};
  for (const MirrorPreset& preset : mirror_presets()) mirrors.push_back(preset.name);
  return table;
}

Result<std::string> completion_script(const std::string& shell, const CompletionTable& table) {
  if (shell == "bash") return bash_script(table);
  if (shell == "zsh") return "autoload -U +X bashcompinit && bashcompinit\n" + bash_script(table);
  if (shell == "fish") return fish_script(table);
  return fail("making a completion script", "there is none for '" + shell + "'",
              suggestion(shell, {"bash", "zsh", "fish"}));
}

}  // namespace tfh
