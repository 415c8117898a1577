#include "embed/worker/script.h"

#include <vector>

#include "embed/python/call.h"
#include "embed/worker/framework.h"
#include "embed/worker/harness_socket.h"
#include "harness/run/frame.h"

namespace tfh::embed {
namespace {

// The interpreter runs with -S: what `site` would have added for scripts (exit, quit, help) is added here. __main__ is
// the module that the interpreter already has, emptied of what started the worker.
constexpr const char* runner_source = R"(
def run(path, arguments):
    import os, site, sys
    from importlib.machinery import SourceFileLoader
    site.setquit()
    site.setcopyright()
    site.sethelper()
    names = sys.modules["__main__"].__dict__
    for name in [name for name in names if not name.startswith("__")]:
        del names[name]
    names.update(__file__=path, __cached__=None, __loader__=SourceFileLoader("__main__", path))
    sys.argv[:] = [path] + arguments
    sys.path.insert(0, os.path.dirname(os.path.realpath(path)))
    try:
        with open(path, "rb") as file:
            code = compile(file.read(), path, "exec", dont_inherit=True)
        exec(code, names)
    except SystemExit:
        raise
    except BaseException as exception:
        own = exception.__traceback__.tb_next  # without this frame
        sys.excepthook(type(exception), exception.with_traceback(own), own)
        return exception
)";

constexpr std::size_t message_limit = 32'768;  // bytes; the frame must fit the socket's buffer, nobody reads it yet

Outcome runner() {
  const Outcome code = owned(Py_CompileString(runner_source, "<tfharness>", Py_file_input));
  if (!code) return code;
  const Object names = Object::take(PyDict_New());
  PyDict_SetItemString(names.get(), "__builtins__", PyEval_GetBuiltins());
  const Outcome done = owned(PyEval_EvalCode(code->get(), names.get(), names.get()));
  if (!done) return done;
  return Object::share(PyDict_GetItemString(names.get(), "run"));
}

}  // namespace

int run_script(const nlohmann::json& message) {
  set_search_path(message.at("search_path").get<std::vector<std::string>>());
  std::vector<Object> arguments;
  for (const std::string argument : message.at("arguments")) arguments.push_back(python_text(argument));
  const Outcome run = runner();
  const Outcome uncaught =
      run ? call(*run, {python_text(message.at("script").get<std::string>()), python_list(arguments)}) : run;
  if (!uncaught) {
    uncaught.error().raise_again();
    return -1;
  }
  if (uncaught->none()) return 0;
  const Raised raised = describe(*uncaught);
  (void)write_frame(
      harness_socket,
      {{"type", "uncaught"}, {"exception_type", raised.type}, {"message", raised.message.substr(0, message_limit)}});
  PyErr_SetObject(PyExc_SystemExit, python_integer(1).get());
  return -1;
}

}  // namespace tfh::embed
