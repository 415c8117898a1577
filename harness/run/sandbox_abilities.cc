#include "harness/run/sandbox_abilities.h"

#include <nlohmann/json.hpp>

namespace tfh {

Result<SandboxAbilities> sandbox_abilities(const std::filesystem::path& worker_program, ProcessRunner& runner) {
  Command command;
  command.program = worker_program;
  command.arguments = {"--sandbox-abilities"};
  command.deadline = std::chrono::seconds(10);
  const Completed completed = TRY(runner.run(command));
  const auto answer = nlohmann::json::parse(completed.out, nullptr, false);
  if (!completed.ended.ok() || !answer.is_object())
    return fail("trying the sandbox", completed.ended.text() + ": " + completed.err);
  return SandboxAbilities{answer.value("network", ""), answer.value("files", ""),
                          answer.value("missing", std::vector<std::string>())};
}

}  // namespace tfh
