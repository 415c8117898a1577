#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/store/python_install.h"

namespace tfh {

namespace {

namespace fs = std::filesystem;

struct PythonOptions {
  std::vector<std::string> versions;
  std::string json, index_url;
  PythonSource source;
};

bool is_own(const Interpreter& interpreter, const StoreLayout& layout) {
  return interpreter.executable.string().starts_with(layout.pythons().string() + "/");
}

std::string list_text(const FoundInterpreters& found, const StoreLayout& layout) {
  std::string text = fmt::format("{:<9} {:<9} executable\n", "version", "runs");
  for (const Interpreter& python : found.usable)
    text += fmt::format("{:<9} {:<9} {}{}\n", python.version, python.shared_library ? "embedded" : "as itself",
                        python.executable.string(), is_own(python, layout) ? "  (in the store)" : "");
  for (const Error& error : found.rejected) text += "not used: " + error.what + "\n";
  std::string missing;
  for (int minor = 7; minor <= 13; ++minor)
    if (std::ranges::find(found.usable, PythonMinor{3, minor}, &Interpreter::minor) == found.usable.end())
      missing += (missing.empty() ? "" : ", ") + PythonMinor{3, minor}.str();
  if (!missing.empty()) text += "Not here: " + missing + ". tfharness python install fetches one into the store.\n";
  return text;
}

nlohmann::json as_json(const FoundInterpreters& found, const StoreLayout& layout) {
  nlohmann::json pythons = nlohmann::json::array();
  for (const Interpreter& python : found.usable)
    pythons.push_back({{"version", python.version},
                       {"executable", python.executable},
                       {"embedded", python.shared_library.has_value()},
                       {"libc", python.libc},
                       {"in_store", is_own(python, layout)}});
  return {{"schema", "tfharness-pythons/1"}, {"pythons", pythons}};
}

int list_pythons(const PythonOptions& options) {
  auto session = Session::open({});
  if (!session) return trouble(session.error());
  const FoundInterpreters& found = (*session)->interpreters();
  Output output;
  output.page = list_text(found, (*session)->layout());
  output.add(options.json, as_json(found, (*session)->layout()).dump(1) + "\n");
  return deliver(output, 0);
}

// Only minor and patch versions: uv would take a path or a range, too, and install what nobody can name again.
Result<void> check_version(const std::string& text) {
  const auto version = Version::parse(text);
  const std::size_t parts = version ? version->release().size() : 0;
  if (!version || (parts != 2 && parts != 3) || version->str() != text)
    return fail("reading the Python version '" + text + "'", "it is not a minor or patch version",
                "write 3.8 or 3.8.18");
  return {};
}

Result<std::string> install_one(const std::string& version, const PythonSource& source, Session& session) {
  const fs::path uv = TRY(session.uv());
  const InstalledPython python =
      TRY(install_python(version, source, uv, session.layout(), session.runner(), session.progress()));
  const fs::path executable = python.folder / "bin" / "python3";
  const Interpreter interpreter = TRY(probe_interpreter(executable, session.runner()));
  const std::string hash =
      python.sha256.empty() ? "sha256 checked against uv's own list" : "sha256 " + python.sha256 + " checked";
  return fmt::format("Python {} {} {}\n  from {}, {}\n", interpreter.version,
                     python.was_there ? "was there already:" : "installed:", interpreter.executable.string(),
                     python.url, hash);
}

int install_pythons(const PythonOptions& options) {
  SessionOptions how;
  how.index_url = options.index_url;
  auto session = Session::open(how);
  if (!session) return trouble(session.error());
  int status = 0;
  for (const std::string& version : options.versions) {
    const auto valid = check_version(version);
    const auto page = valid ? install_one(version, options.source, **session) : std::unexpected(valid.error());
    status = page ? deliver(Output{*page, {}}, status) : trouble(page.error());
  }
  return status;
}

}  // namespace

void add_python_command(CLI::App& app, int& status) {
  auto options = std::make_shared<PythonOptions>();
  CLI::App* command = app.add_subcommand("python", "The interpreters that releases run on, and more of them");
  command->require_subcommand(1);
  CLI::App* list =
      command->add_subcommand("list", "Those of this machine and of the store, the best of each version first");
  list->add_option("--json", options->json, "Write them as JSON to this file ('-': stdout)")->check(output_file());
  list->callback([options, &status] { status = list_pythons(*options); });
  CLI::App* install =
      command->add_subcommand("install", "Fetch CPython builds into the store; nothing else is touched");
  install->add_option("VERSION", options->versions, "3.8, 3.8.18")->required();
  install->add_option("--python-mirror", options->source.mirror, "Host of the builds, in place of uv's own");
  install->add_option("--python-downloads", options->source.downloads,
                      "List of builds with their sha256 (JSON, as uv reads it)");
  install->add_option("--index-url", options->index_url, "Index to fetch uv from, where it is not here");
  install->callback([options, &status] { status = install_pythons(*options); });
}

}  // namespace tfh
