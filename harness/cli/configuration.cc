#include "harness/cli/configuration.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>

#include "harness/base/suggestion.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

using Environment = std::map<std::string, std::string>;

const auto kAll = [](const CLI::App*) { return true; };

// nullptr: the command has no such command below it.
const CLI::App* nested_command(const CLI::App& command, const std::string& name) {
  for (const CLI::App* nested : command.get_subcommands(kAll))
    if (nested->get_name() == name) return nested;
  return nullptr;
}

// The files that apply, the stronger first.
std::vector<fs::path> files_for(const fs::path& working_directory, const Environment& environment) {
  std::vector<fs::path> files;
  std::error_code unreadable;
  for (fs::path folder = working_directory;; folder = folder.parent_path()) {
    if (fs::is_regular_file(folder / "tfharness.toml", unreadable)) {
      files.push_back(folder / "tfharness.toml");
      break;
    }
    if (folder == folder.root_path()) break;
  }
  const auto variable = [&](const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? fs::path() : fs::path(found->second);
  };
  fs::path settings = variable("XDG_CONFIG_HOME");
  if (!settings.is_absolute()) settings = variable("HOME") / ".config";
  if (const fs::path file = settings / "tfharness" / "config.toml"; fs::is_regular_file(file, unreadable))
    files.push_back(file);
  return files;
}

bool is_flag(const CLI::Option& option) {
  return option.get_items_expected_max() == 0;
}

// Options by long name, those of nested commands (cache list) too.
void collect_options(const CLI::App& command, std::map<std::string, const CLI::Option*>& options) {
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames())
      if (name != "help" && name != "version") options.emplace(name, option);
  for (const CLI::App* nested : command.get_subcommands(kAll)) collect_options(*nested, options);
}

Result<void> check_keys(const CLI::App& command, const toml::table& table, const std::string& doing) {
  std::map<std::string, const CLI::Option*> options;
  collect_options(command, options);
  std::vector<std::string> names;
  for (const auto& [name, option] : options) names.push_back(name);
  const bool top = command.get_parent() == nullptr;
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    if (top && node.is_table()) {
      const CLI::App* named = nested_command(command, name);
      if (named == nullptr) return fail(doing, "there is no command '" + name + "'", "tables are commands: [compare]");
      TRY(check_keys(*named, *node.as_table(), doing));
    } else if (!options.contains(name)) {
      return fail(
          doing,
          (top ? "no command has" : command.get_name() + " does not have") + fmt::format(" an option --{}", name),
          suggestion(name, names));
    }
  }
  return {};
}

// A value as it would stand on the command line; nullopt: of a kind that no option takes.
std::optional<std::string> text_of(const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return text;
  if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  if (const auto number = node.value_exact<double>()) return fmt::format("{}", *number);
  const toml::array* list = node.as_array();
  if (list == nullptr) return std::nullopt;
  std::string joined;
  for (const toml::node& item : *list) {
    const auto text = item.is_array() ? std::nullopt : text_of(item);
    if (!text) return std::nullopt;
    joined += (joined.empty() ? "" : ",") + *text;
  }
  return joined;
}

// The command that the words name, innermost, and how many words name it.
std::pair<const CLI::App*, std::size_t> named_command(const CLI::App& app, const std::vector<std::string>& words) {
  const CLI::App* command = &app;
  std::size_t depth = 1;
  for (; depth < words.size(); ++depth) {
    const CLI::App* nested = nested_command(*command, words[depth]);
    if (nested == nullptr) break;
    command = nested;
  }
  return {command, depth};
}

bool is_given(const CLI::Option& option, const std::vector<std::string>& words, const Environment& environment) {
  if (environment.contains(option.get_envname())) return true;
  for (const std::string& word : words) {
    if (word == "--") return false;
    for (const std::string& name : option.get_lnames())
      if (word == "--" + name || word.starts_with("--" + name + "=")) return true;
    for (const std::string& letter : option.get_snames())
      if (word.starts_with("-" + letter)) return true;
  }
  return false;
}

// What one file says of an option of the command: in the table of the outermost command, else at the top.
const toml::node* find_value(const toml::table& file, const CLI::App& command, const std::string& name) {
  const CLI::App* outermost = &command;
  while (outermost->get_parent() != nullptr && outermost->get_parent()->get_parent() != nullptr)
    outermost = outermost->get_parent();
  if (const toml::table* own = file[outermost->get_name()].as_table())
    if (const toml::node* value = own->get(name)) return value;
  return file.get(name);
}

Result<std::vector<std::string>> words_for(const CLI::Option& option, const std::string& name, const toml::node& value,
                                           const std::string& doing) {
  if (is_flag(option)) {
    const auto wanted = value.value_exact<bool>();
    if (!wanted) return fail(doing, name + " is true or false");
    return *wanted ? std::vector{"--" + name} : std::vector<std::string>();
  }
  const auto text = text_of(value);
  if (!text) return fail(doing, "the value of " + name + " is no text, number or list of those");
  return std::vector{"--" + name + "=" + *text};
}

}  // namespace

void name_variables(CLI::App& app) {
  for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; })) {
    name_variables(*command);
    for (CLI::Option* option : command->get_options()) {
      if (option->get_lnames().empty() || option->get_lnames().front() == "help") continue;
      std::string name = "TFHARNESS_" + option->get_lnames().front();
      std::ranges::replace(name, '-', '_');
      std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::toupper(c); });
      option->envname(name);
    }
  }
}

Result<std::vector<std::string>> with_configuration(const CLI::App& app, std::vector<std::string> words,
                                                    const Environment& environment, const fs::path& working_directory) {
  const auto [command, depth] = named_command(app, words);
  if (command == &app) return words;
  std::vector<std::string> added;
  std::vector<std::pair<fs::path, toml::table>> files;
  for (const fs::path& path : files_for(working_directory, environment)) {
    const std::string doing = "reading the configuration " + path.string();
    try {
      files.emplace_back(path, toml::parse_file(path.string()));
    } catch (const toml::parse_error& error) {
      return fail(doing, fmt::format("{} (line {})", error.description(), error.source().begin.line));
    }
    TRY(check_keys(app, files.back().second, doing));
  }
  for (const CLI::Option* option : command->get_options()) {
    if (option->get_lnames().empty() || is_given(*option, words, environment)) continue;
    const std::string& name = option->get_lnames().front();
    for (const auto& [path, file] : files) {
      const toml::node* value = find_value(file, *command, name);
      if (value == nullptr) continue;
      std::ranges::move(TRY(words_for(*option, name, *value, "reading the configuration " + path.string())),
                        std::back_inserter(added));
      break;
    }
  }
  words.insert(words.begin() + static_cast<std::ptrdiff_t>(depth), added.begin(), added.end());
  return words;
}

}  // namespace tfh
