#include "harness/index/uv.h"

#include <regex>
#include <sstream>

#include "harness/base/disk.h"
#include "harness/base/environment.h"
#include "harness/base/file.h"
#include "harness/index/url.h"

namespace tfh {
namespace {

struct Complaint {
  std::string message;
  std::string hint;
};

// "error: X\n  cause: Because ...\n\nhint: ..." becomes one line each; older releases draw the tree with × and ╰─▶.
Complaint read_complaint(const std::string& output) {
  static const std::regex decoration("^(?:\\s|×|╰|├|│|─|▶|error:|cause:|hint:)+");
  Complaint complaint;
  std::istringstream lines(without_credentials(output));
  bool in_hint = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("warning:")) continue;
    if (line.find("hint:") != std::string::npos) in_hint = true;
    const std::string text = std::regex_replace(line, decoration, "", std::regex_constants::format_first_only);
    if (text.empty()) continue;
    std::string& target = in_hint ? complaint.hint : complaint.message;
    const bool headline = !in_hint && line.starts_with("error:");
    if (!target.empty()) target += " ";
    target += text;
    if (headline && !text.ends_with(':')) target += ":";
  }
  constexpr std::size_t longest = 1500;
  for (std::string* text : {&complaint.message, &complaint.hint})
    if (text->size() > longest) *text = text->substr(0, longest) + " ...";
  return complaint;
}

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

Command command_for(const UvRequest& request, const std::filesystem::path& input, const std::filesystem::path& output) {
  Command command;
  command.program = request.uv;
  command.arguments = {"pip",      "compile",    "--no-config", "--no-python-downloads", "--no-header", "--quiet",
                       "--color",  "never",      "--cache-dir", request.cache,           "--python",    request.python,
                       "--format", "pylock.toml"};
  const auto add = [&](const std::string& option, const std::string& value) {
    command.arguments.push_back(option);
    command.arguments.push_back(value);
  };
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
  const std::string doing = "resolving " + request.requirements.front();
  const Completed completed = TRY(runner.run(command_for(request, input, output)));
  UvOutcome outcome;
  if (completed.ended.ok()) {
    outcome.lock_file = output;
    return outcome;
  }
  const Complaint complaint = read_complaint(completed.err);
  if (completed.err.find("No solution found") == std::string::npos)
    return fail(doing,
                "uv: " + (complaint.message.empty() ? completed.ended.text() : complaint.message) +
                    (complaint.hint.empty() ? "" : " " + complaint.hint),
                "see that the index can be reached: tfharness doctor");
  outcome.error = {doing, "uv: " + complaint.message, complaint.hint};
  outcome.beyond_bound = find_beyond_bound(completed.err);
  return outcome;
}

}  // namespace tfh
