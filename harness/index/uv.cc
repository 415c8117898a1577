#include "harness/index/uv.h"

#include <regex>

#include "harness/base/disk.h"
#include "harness/base/environment.h"
#include "harness/base/file.h"
#include "harness/index/uv_complaint.h"

namespace tfh {
namespace {

constexpr const char* configuration_name = "uv.toml";

std::vector<BeyondBound> find_beyond_bound(const std::string& output) {
  static const std::regex sentence(
      "`([^`]+)` was filtered by `exclude-newer`[^`]*The requested version, v([^ ,]+), was published at "
      "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z)");
  std::vector<BeyondBound> found;
  for (std::sregex_iterator match(output.begin(), output.end(), sentence), end; match != end; ++match) {
    const BeyondBound package{(*match)[1], (*match)[2], (*match)[3]};
    if (output.find(package.package + "==" + package.version) != std::string::npos) found.push_back(package);
  }
  return found;
}

// The wheel whose metadata could not be fetched ("Failed to fetch: URL.metadata").
std::string find_without_metadata(const std::string& output) {
  static const std::regex sentence("Failed to fetch: `?(https?://[^\\s`]+\\.whl)\\.metadata");
  std::smatch match;
  return std::regex_search(output, match, sentence) ? match[1].str() : "";
}

Command command_for(const UvRequest& request, const std::filesystem::path& input, const std::filesystem::path& output) {
  Command command;
  command.program = request.uv;
  command.arguments = {"pip",        "compile",     "--no-python-downloads", "--no-header", "--quiet",      "--color",
                       "never",      "--cache-dir", request.cache,           "--python",    request.python, "--format",
                       "pylock.toml"};
  const auto add = [&](const std::string& option, const std::string& value) {
    command.arguments.push_back(option);
    command.arguments.push_back(value);
  };
  if (request.stated.empty())
    command.arguments.push_back("--no-config");
  else
    add("--config-file", request.folder / configuration_name);
  if (!request.exclude_newer.empty()) add("--exclude-newer", request.exclude_newer);
  for (const auto& [package, bound] : request.exclude_newer_for) add("--exclude-newer-package", package + "=" + bound);
  add("-o", output);
  command.arguments.push_back(input);
  command.environment = tool_environment(own_environment());
  // Not --default-index: the address may hold a password, and arguments can be seen by every user.
  command.environment["UV_DEFAULT_INDEX"] = request.index_url;
  command.directory = request.folder;
  command.deadline = std::chrono::minutes(20);  // source distributions may have to be built for their metadata
  return command;
}

}  // namespace

Result<UvOutcome> run_uv(const UvRequest& request, ProcessRunner& runner) {
  std::string requirements;
  for (const std::string& requirement : request.requirements) requirements += requirement + "\n";
  const std::filesystem::path input = request.folder / "requirements.in";
  const std::filesystem::path output = request.folder / ("pylock." + request.name + ".toml");
  TRY(write_file(system_disk(), input, requirements));
  if (!request.stated.empty())
    TRY(write_file(system_disk(), request.folder / configuration_name, uv_configuration(request.stated)));
  const std::string doing = "resolving " + request.requirements.front();
  const Completed completed = TRY(runner.run(command_for(request, input, output)));
  UvOutcome outcome;
  if (completed.ended.ok()) {
    outcome.lock_file = output;
    return outcome;
  }
  const UvComplaint complaint = read_uv_complaint(completed.err);
  if (completed.err.find("No solution found") == std::string::npos) {
    outcome.error = {doing,
                     "uv: " + (complaint.message.empty() ? completed.ended.text() : complaint.message) +
                         (complaint.hint.empty() ? "" : " " + complaint.hint),
                     "see that the index can be reached: tfharness doctor"};
    outcome.without_metadata = find_without_metadata(completed.err);
    if (outcome.without_metadata.empty()) return std::unexpected(outcome.error);
    return outcome;
  }
  outcome.error = {doing, "uv: " + complaint.message, complaint.hint};
  outcome.beyond_bound = find_beyond_bound(completed.err);
  return outcome;
}

}  // namespace tfh
