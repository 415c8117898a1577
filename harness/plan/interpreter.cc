#include "harness/plan/interpreter.h"

#include <sys/utsname.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <system_error>

#include "harness/plan/shared_library.h"

namespace tfh {
namespace {

// Runs on any Python that there is, 2.7 included, so that the answer can say what it is.
constexpr const char* probe_script = R"(
import json, os, sys, sysconfig
value = sysconfig.get_config_var
try:
    libc = os.confstr('CS_GNU_LIBC_VERSION')
except (ValueError, OSError, AttributeError):
    libc = 'musl' if 'musl' in str(value('EXT_SUFFIX') or value('SO')) else 'unknown'
implementation = getattr(sys, 'implementation', None)
print(json.dumps({
    'version': sys.version.split()[0].rstrip('+'),
    'major': sys.version_info[0],
    'minor': sys.version_info[1],
    'implementation': getattr(implementation, 'name', 'cpython'),
    'cache_tag': getattr(implementation, 'cache_tag', None) or '',
    'executable': sys.executable or '',
    'base_prefix': getattr(sys, 'base_prefix', sys.prefix),
    'machine': os.uname()[4] if sys.maxsize > 2**32 else '32-bit ' + os.uname()[4],
    'libc': libc or 'unknown',
    'extension_suffix': value('EXT_SUFFIX') or '',
    'library_name': value('INSTSONAME') or '',
    'library_folder': value('LIBDIR') or '',
    'library_build_folder': value('LIBPL') or '',
    'multiarch': value('MULTIARCH') or '',
    'free_threaded': bool(value('Py_GIL_DISABLED')),
    'standard_library': os.path.dirname(os.__file__),
}))
)";

constexpr const char* supported = "CPython 3.7 to 3.13 can be run";

std::string last_line(const std::string& text) {
  const auto end = text.find_last_not_of(" \r\n");
  if (end == std::string::npos) return "";
  const auto start = text.find_last_of('\n', end);
  return text.substr(start == std::string::npos ? 0 : start + 1,
                     end - (start == std::string::npos ? 0 : start + 1) + 1);
}

Result<nlohmann::json> ask(const std::filesystem::path& executable, ProcessRunner& runner, const std::string& doing) {
  Command command;
  command.program = executable;
  command.arguments = {"-E", "-s", "-S", "-B", "-c", probe_script};
  command.environment = {{"PATH", "/usr/bin:/bin"}, {"LANG", "C.UTF-8"}};
  command.deadline = std::chrono::seconds(30);
  const Completed completed = TRY(runner.run(command));
  if (!completed.ended.ok()) {
    if (completed.err.find("encodings") != std::string::npos)
      return fail(doing, "its standard library is missing", "reinstall this interpreter");
    const std::string reason = last_line(completed.err);
    return fail(doing, "it does not run: " + (reason.empty() ? completed.ended.text() : reason));
  }
  auto answer = nlohmann::json::parse(last_line(completed.out), nullptr, false);
  if (!answer.is_object()) return fail(doing, "it did not answer as a Python interpreter does");
  return answer;
}

// A virtual environment, a shim or a link answers for the interpreter behind it, and that one is used.
std::filesystem::path own_executable(const std::filesystem::path& base_prefix, PythonMinor python,
                                     const std::filesystem::path& asked) {
  std::filesystem::path own = base_prefix / "bin" / ("python" + python.str());
  std::error_code error;
  if (::access(own.c_str(), X_OK) == 0) return own;
  const std::filesystem::path real = std::filesystem::canonical(asked, error);
  return error ? asked : real;
}

Interpreter from_answer(const nlohmann::json& answer, const std::filesystem::path& asked) {
  Interpreter interpreter;
  interpreter.version = answer.at("version");
  interpreter.minor = {answer.at("major"), answer.at("minor")};
  interpreter.implementation = answer.at("implementation");
  interpreter.machine = answer.at("machine");
  interpreter.libc = answer.at("libc");
  interpreter.extension_suffix = answer.at("extension_suffix");
  interpreter.cache_tag = answer.at("cache_tag");
  interpreter.base_prefix = answer.at("base_prefix").get<std::string>();
  interpreter.standard_library = answer.at("standard_library").get<std::string>();
  interpreter.free_threaded = answer.at("free_threaded");
  const std::string executable = answer.at("executable");
  interpreter.executable = own_executable(interpreter.base_prefix, interpreter.minor,
                                          executable.empty() ? asked : std::filesystem::path(executable));
  const std::filesystem::path library_folder = answer.at("library_folder").get<std::string>();
  interpreter.shared_library = find_shared_library(
      interpreter.minor, answer.at("library_name"),
      {interpreter.base_prefix / "lib", library_folder, library_folder / answer.at("multiarch").get<std::string>(),
       interpreter.base_prefix / "lib64", answer.at("library_build_folder").get<std::string>()});
  return interpreter;
}

}  // namespace

Result<Interpreter> ask_interpreter(const std::filesystem::path& executable, ProcessRunner& runner) {
  const std::string doing = "asking the interpreter " + executable.string();
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(executable, error);
  const nlohmann::json answer = TRY(ask(absolute, runner, doing));
  try {
    return from_answer(answer, absolute);
  } catch (const nlohmann::json::exception&) {
    return fail(doing, "it did not answer as a Python interpreter does");
  }
}

Result<void> check_usable(const Interpreter& interpreter) {
  const std::string doing = "choosing the interpreter " + interpreter.executable.string();
  const std::string python = "Python " + interpreter.minor.str();
  if (interpreter.implementation != "cpython")
    return fail(doing, "it is " + interpreter.implementation + ", not CPython", supported);
  if (interpreter.minor.major < 3) return fail(doing, "it is Python " + interpreter.version, supported);
  if (interpreter.minor < PythonMinor{3, 7})
    return fail(doing, "it is Python " + interpreter.version,
                "releases for Python 3.6 and older can be downloaded, not run; " + std::string(supported));
  if (interpreter.free_threaded)
    return fail(doing, "it is a free-threaded build of " + python, "use the default build, with the GIL");
  if (interpreter.libc.starts_with("musl"))
    return fail(doing, "it is built for musl; the wheels of TensorFlow need glibc", "use an interpreter for glibc");
  utsname system{};
  ::uname(&system);
  if (interpreter.machine != system.machine)
    return fail(doing, "it is built for " + interpreter.machine + ", this machine is " + system.machine);
  std::error_code error;
  if (!std::filesystem::is_regular_file(interpreter.standard_library / "os.py", error))
    return fail(doing, "its standard library is missing", "reinstall this interpreter");
  return {};
}

Result<Interpreter> probe_interpreter(const std::filesystem::path& executable, ProcessRunner& runner) {
  Interpreter interpreter = TRY(ask_interpreter(executable, runner));
  TRY(check_usable(interpreter));
  return interpreter;
}

}  // namespace tfh
