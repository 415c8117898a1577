#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "harness/base/suggestion.h"
#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "testsuites/registry.h"

namespace tfh {

namespace {

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

int list_checks(const std::string& suite) {
  const auto checks = select_checks(split_commas(suite), {"*"});
  if (!checks) return trouble(checks.error());
  std::string_view current;
  for (const testsuites::Check* check : *checks) {
    if (check->suite() != current) {
      current = check->suite();
      fmt::print("{}{}\n", check == checks->front() ? "" : "\n", current);
    }
    fmt::print("  {:<44} {}\n", check->id, joined(check->api));
  }
  fmt::print("\n{} checks\n", checks->size());
  return 0;
}

int show_check(const std::string& id) {
  const testsuites::Check* check = testsuites::find_check(id);
  if (!check) {
    std::vector<std::string> ids;
    for (const testsuites::Check& known : testsuites::all_checks()) ids.push_back(known.id);
    std::string hint = suggestion(id, ids);
    if (!hint.starts_with("did you mean")) hint = "tfharness checks list shows all";
    return trouble({"showing a check", "there is no check '" + id + "'", hint});
  }
  const CheckDeclaration declaration = declaration_of(*check);
  fmt::print("{}\n  api        {}\n  policy     {}\n  tolerance  {}\n", check->id, joined(check->api),
             declaration.policy,
             declaration.ulps == 0 && declaration.absolute == 0
                 ? "exact"
                 : fmt::format("{} ULP or {}", declaration.ulps, declaration.absolute));
  if (!check->minimum.empty()) fmt::print("  applies    from {} on\n", check->minimum);
  fmt::print("  runs       {}\n", check->alone ? "in a fork of its own" : "in a fork shared with its group");
  if (check->source.empty())
    fmt::print("\nMade of calls from C++; a report shows each as Python source.\n");
  else
    fmt::print("\n{}\n", check->text());
  if (!check->load.empty()) fmt::print("\nIn every subject, with `directory` saved by each:\n{}\n", check->load);
  return 0;
}

}  // namespace

void add_checks_command(CLI::App& app, int& status) {
  CLI::App* command = app.add_subcommand("checks", "List the built-in checks, or show one");
  command->require_subcommand(1);
  auto suite = std::make_shared<std::string>();
  CLI::App* list = command->add_subcommand("list", "All checks by suite, with what each exercises");
  list->add_option("--suites,--suite", *suite, "Only these suites, comma-separated");
  list->callback([suite, &status] { status = list_checks(*suite); });
  auto id = std::make_shared<std::string>();
  CLI::App* show = command->add_subcommand("show", "What one check declares and runs");
  show->add_option("ID", *id, "suite.name")->required();
  show->callback([id, &status] { status = show_check(*id); });
}

}  // namespace tfh
