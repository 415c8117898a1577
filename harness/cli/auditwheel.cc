#include "harness/cli/auditwheel.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "harness/base/environment.h"
#include "harness/base/file.h"

namespace tfh {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr auto kRelease = "auditwheel==6.8.2";
constexpr PythonMinor kLeastPython{3, 9};

Result<PlatformAudit> read_audit(const std::string& text, const std::string& doing) {
  try {
    const json document = json::parse(text);
    PlatformAudit audit;
    if (document.at("pure").get<bool>()) return audit;
    audit.tag = document.at("overall_tag");
    audit.unsupported_isa = document.value("unsupported_isa", false);
    for (const auto& library : document.at("external_libs").items()) audit.libraries.push_back(library.key());
    return audit;
  } catch (const json::exception& error) {
    return fail(doing, std::string("its answer is not understood: ") + error.what());
  }
}

// What it says, as JSON.
Result<std::string> run_auditwheel(const fs::path& wheel, Session& session, const std::string& doing) {
  const auto& usable = session.interpreters().usable;
  const auto python =
      std::ranges::find_if(usable, [](const Interpreter& interpreter) { return interpreter.minor >= kLeastPython; });
  if (python == usable.end())
    return fail(doing, "auditwheel needs a Python from " + kLeastPython.str() + " on", "tfharness python install 3.11");
  Command command;
  command.program = TRY(session.uv());
  command.arguments = {"tool",
                       "run",
                       "--no-config",
                       "--no-python-downloads",
                       "--quiet",
                       "--cache-dir",
                       session.layout().uv_cache(),
                       "--python",
                       python->executable,
                       "--from",
                       kRelease};
  if (session.is_offline()) command.arguments.emplace_back("--offline");
  command.arguments.insert(command.arguments.end(),
                           {"auditwheel", "show", "--json", "--allow-pure-python-wheel", wheel});
  command.environment = tool_environment(session.environment());
  // Not --default-index: the address may hold a password, and arguments can be seen by every user.
  command.environment["UV_DEFAULT_INDEX"] = TRY(session.index_url());
  command.environment["TMPDIR"] = session.scratch();  // it unpacks the wheel
  command.deadline = std::chrono::minutes(30);
  const Completed completed = TRY(session.runner().run(command));
  if (!completed.ended.ok()) {
    const std::size_t end = completed.err.find_last_not_of('\n');
    const std::size_t begin = end == std::string::npos ? end : completed.err.rfind('\n', end);
    const std::string last =
        end == std::string::npos ? "" : completed.err.substr(begin == std::string::npos ? 0 : begin + 1);
    return fail(doing, "auditwheel: " + completed.ended.text() + (last.empty() ? "" : ", " + last));
  }
  return completed.out;
}

}  // namespace

Result<PlatformAudit> audit_wheel(const fs::path& wheel, const std::string& sha256, Session& session) {
  const std::string doing = "auditing " + wheel.filename().string();
  const fs::path kept = session.layout().tools() / kRelease / (sha256 + ".json");
  if (const auto text = read_file(kept))
    if (auto audit = read_audit(*text, doing)) return audit;
  const std::string text = TRY(run_auditwheel(wheel, session, doing));
  auto audit = read_audit(text, doing);
  if (audit) TRY(write_file(system_disk(), kept, text));
  return audit;
}

}  // namespace tfh
