#include "embed/host/python.h"

#include <dlfcn.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>
#include <vector>

#include "embed/host/elf_file.h"

namespace tfh::embed {
namespace {

constexpr const char* extension_module_program = R"(
import importlib.machinery, importlib.util, sys
loader = importlib.machinery.ExtensionFileLoader("_tfh", sys.argv[1])
_tfh = importlib.util.module_from_spec(importlib.util.spec_from_loader("_tfh", loader))
sys.modules["_tfh"] = _tfh
loader.exec_module(_tfh)
_tfh.main()
)";

// Not -I: that ignores PYTHONHASHSEED, and the environment is built from nothing anyway.
std::vector<std::string> arguments(const StartRequest& request, std::vector<std::string> program) {
  std::vector<std::string> all{request.interpreter, "-s", "-S", "-B", "-u", "-c"};
  all.insert(all.end(), program.begin(), program.end());
  return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

template <class Function>
Function symbol(void* library, const char* name) {
  return reinterpret_cast<Function>(::dlsym(library, name));
}

std::unexpected<Error> not_loaded(const std::string& doing) {
  const char* message = ::dlerror();
  return fail(doing, message == nullptr ? "unknown error of the dynamic linker" : message,
              "run the interpreter itself to see whether its installation is whole");
}

// A wrong libpython, or one brought by LD_PRELOAD, would run silently.
Result<void> check_version(void* library, const StartRequest& request, const std::string& doing) {
  const auto get_version = symbol<const char* (*)()>(library, "Py_GetVersion");
  if (get_version == nullptr) return fail(doing, "it is not a Python library: Py_GetVersion is missing");
  std::string_view version = get_version();
  version = version.substr(0, version.find_first_of(" +"));
  const std::string_view asked = std::string_view(request.version).substr(0, request.version.find('+'));
  if (version == asked) return {};
  return fail(doing, "it is Python " + std::string(version) + ", asked for was " + request.version,
              "check which libpython belongs to " + request.interpreter.string());
}

}  // namespace

Result<std::function<int()>> load_python(const StartRequest& request) {
  const std::string doing = "loading " + request.shared_library->string();
  TRY(check_elf_file(*request.shared_library));
  // Global, since extension modules take CPython's symbols from the process.
  void* library = ::dlopen(request.shared_library->c_str(), RTLD_NOW | RTLD_GLOBAL);
  if (library == nullptr) return not_loaded(doing);
  TRY(check_version(library, request, doing));

  const std::string loading_suites = "loading " + request.suites.string();
  TRY(check_elf_file(request.suites));
  void* suites = ::dlopen(request.suites.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (suites == nullptr) return not_loaded(loading_suites);
  void* initialize = ::dlsym(suites, "PyInit__tfh");
  const auto append = symbol<int (*)(const char*, void*)>(library, "PyImport_AppendInittab");
  auto run = symbol<int (*)(int, char**)>(library, "Py_BytesMain");
  if (run == nullptr) run = symbol<int (*)(int, char**)>(library, "_Py_UnixMain");  // 3.7
  if (initialize == nullptr) return fail(loading_suites, "PyInit__tfh is missing");
  if (append == nullptr || run == nullptr) return fail(doing, "it cannot be embedded: Py_BytesMain is missing");
  if (append("_tfh", initialize) != 0) return fail(doing, "no memory for the table of built-in modules");

  return [run, texts = arguments(request, {"import _tfh; _tfh.main()"})]() mutable {
    std::vector<char*> argv = pointers(texts);
    return run(static_cast<int>(texts.size()), argv.data());
  };
}

Result<void> execute_python(const StartRequest& request) {
  std::vector<std::string> texts = arguments(request, {extension_module_program, request.suites});
  ::execv(request.interpreter.c_str(), pointers(texts).data());
  return fail("starting " + request.interpreter.string(), errno_text(errno));
}

}  // namespace tfh::embed
