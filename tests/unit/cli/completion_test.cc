#include "harness/cli/completion.h"

#include <doctest/doctest.h>

using namespace tfh;

TEST_CASE("a completion script holds every command and the values of options; another shell gets a suggestion") {
  const CompletionTable table{
      {{"", {"mirrors", "--help"}}, {"mirrors", {"list", "test"}}, {"mirrors test", {"--json"}}},
      {{"--mirror", {"auto", "tuna"}}}};
  const auto has = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  const std::string bash = *completion_script("bash", table);
  CHECK(has(bash, R"("mirrors test") words="--json")"));
  CHECK(has(bash, R"(--mirror) words="auto tuna")"));
  CHECK(has(*completion_script("zsh", table), "bashcompinit"));
  CHECK(has(*completion_script("fish", table),
            "-n '__fish_seen_subcommand_from mirrors; and __fish_seen_subcommand_from test' -a '--json'"));
  CHECK(completion_script("bsh", table).error().hint == "did you mean 'bash'?");
}
