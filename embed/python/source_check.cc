#include "embed/python/source_check.h"

#include <algorithm>
#include <cstring>
#include <string_view>

#include "embed/python/call.h"
#include "testsuites/python_source.h"

namespace tfh::embed {
namespace {

constexpr const char* capsule_name = "tfharness.observer";

void drop_observer(PyObject* capsule) {
  delete static_cast<std::shared_ptr<Observer>*>(PyCapsule_GetPointer(capsule, capsule_name));
}

struct Arguments {
  std::string key;
  Object subject;  // the value to observe, the function to attempt, or the expression to evaluate
  std::string kind;
};

// Nothing: the arguments are wrong, and Python's error indicator says so.
std::optional<Arguments> parse(PyObject* positional, PyObject* keywords, const char* format, const char* subject) {
  std::string name_word = "name", kind_word = "kind", subject_word = subject;
  char* words[] = {name_word.data(), subject_word.data(), kind_word.data(), nullptr};
  const char* key = nullptr;
  const char* kind = nullptr;
  PyObject* object = nullptr;
  if (PyArg_ParseTupleAndKeywords(positional, keywords, format, words, &key, &object, &kind) == 0) return std::nullopt;
  return Arguments{key, Object::share(object), kind == nullptr ? "" : kind};
}

bool is_choice(const std::string& kind) {
  const std::string_view choices[] = {"", "value", "structure", "text", "signature", "symbol", "warnings"};
  return std::ranges::find(choices, kind) != std::end(choices);
}

// The observer, with the observation announced. nullptr: it is not wanted, or the error indicator says what is wrong.
std::shared_ptr<Observer> started(PyObject* capsule, const Arguments& arguments, const std::string& source = "") {
  auto* observer = static_cast<std::shared_ptr<Observer>*>(PyCapsule_GetPointer(capsule, capsule_name));
  if (observer == nullptr) return nullptr;
  const std::string& kind = arguments.kind;
  if (!is_choice(kind)) {
    PyErr_Format(PyExc_ValueError, "an observation cannot be of kind '%s'", kind.c_str());
    return nullptr;
  }
  if ((*observer)->closed()) {
    PyErr_SetString(PyExc_RuntimeError, "the check is over");
    return nullptr;
  }
  const Observer::Start start = (*observer)->start(arguments.key, source);
  if (start == Observer::Start::taken)
    PyErr_Format(PyExc_ValueError, "the key '%s' was observed before", arguments.key.c_str());
  return start == Observer::Start::begun ? *observer : nullptr;
}

PyObject* none_unless_error() {
  return PyErr_Occurred() != nullptr ? nullptr : Object::share(Py_None).release();
}

void finish(Observer& observer, const Arguments& arguments, const Object& value) {
  if (arguments.kind.empty() || arguments.kind == "value")
    observer.finish(arguments.key, value);
  else
    observer.finish(arguments.key, value, arguments.kind);
}

PyObject* observe(PyObject* capsule, PyObject* positional, PyObject* keywords) {
  const auto arguments = parse(positional, keywords, "sO|z:observe", "value");
  if (!arguments) return nullptr;
  const auto observer = started(capsule, *arguments);
  if (!observer) return none_unless_error();
  finish(*observer, *arguments, arguments->subject);
  return Object::share(Py_None).release();
}

PyObject* finish_attempt(Observer& observer, const Arguments& arguments, const Outcome& result) {
  if (result) {
    finish(observer, arguments, *result);
    return Object(*result).release();
  }
  if (!result.error().is(PyExc_Exception)) return result.error().raise_again();
  observer.finish(arguments.key, result.error());
  return Object::share(Py_None).release();
}

PyObject* attempt(PyObject* capsule, PyObject* positional, PyObject* keywords) {
  const auto arguments = parse(positional, keywords, "sO|z:attempt", "function");
  if (!arguments) return nullptr;
  const auto observer = started(capsule, *arguments);
  if (!observer) return none_unless_error();
  return finish_attempt(*observer, *arguments, call(arguments->subject, {}));
}

// In the globals of the check's text, as attempt(name, lambda: TEXT) would.
Outcome value_of(const std::string& expression) {
  const Outcome code = owned(Py_CompileString(expression.c_str(), "<string>", Py_eval_input));
  if (!code) return code;
  PyObject* globals = PyEval_GetGlobals();
  return owned(PyEval_EvalCode(code->get(), globals, globals));
}

PyObject* evaluate(PyObject* capsule, PyObject* positional, PyObject* keywords) {
  const auto arguments = parse(positional, keywords, "sU|z:evaluate", "text");
  if (!arguments) return nullptr;
  const std::string text = text_of(arguments->subject);
  const std::string kind = arguments->kind.empty() ? "" : ", kind=" + testsuites::python_string(arguments->kind);
  const auto observer = started(
      capsule, *arguments, "attempt(" + testsuites::python_string(arguments->key) + ", lambda: " + text + kind + ")");
  if (!observer) return none_unless_error();
  return finish_attempt(*observer, *arguments, value_of(text));
}

PyCFunction with_keywords(PyCFunctionWithKeywords function) {
  return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

PyMethodDef observe_method = {"observe", with_keywords(observe), METH_VARARGS | METH_KEYWORDS, nullptr};
PyMethodDef attempt_method = {"attempt", with_keywords(attempt), METH_VARARGS | METH_KEYWORDS, nullptr};
PyMethodDef evaluate_method = {"evaluate", with_keywords(evaluate), METH_VARARGS | METH_KEYWORDS, nullptr};

// Makes inspect.getsource find the text: AutoGraph reads the source of what it converts. The module has no __file__,
// or AutoGraph would refresh this entry from a file that is not there. No modification time means
// that linecache never drops the entry.
std::expected<void, Raised> register_source(const std::string& file, const std::string& text) {
  const Outcome linecache = import_module("linecache");
  const Outcome cache = linecache ? attribute(*linecache, "cache") : linecache;
  if (!cache) return std::unexpected(cache.error());
  const Outcome lines = owned(PyUnicode_Splitlines(python_text(text).get(), 1));
  if (!lines) return std::unexpected(lines.error());
  const Object entry = Object::take(PyTuple_New(4));
  PyTuple_SetItem(entry.get(), 0, python_integer(static_cast<std::int64_t>(text.size())).release());
  PyTuple_SetItem(entry.get(), 1, Object::share(Py_None).release());
  PyTuple_SetItem(entry.get(), 2, Object(*lines).release());
  PyTuple_SetItem(entry.get(), 3, python_text(file).release());
  PyObject_SetItem(cache->get(), python_text(file).get(), entry.get());
  return {};
}

// Puts a module in __main__'s place while it lives: classes and functions of the text say "__main__", as they do in
// the witness.
class MainModule {
 public:
  explicit MainModule(const Object& module) : previous_(Object::share(PyImport_AddModule("__main__"))) { set(module); }
  MainModule(const MainModule&) = delete;
  MainModule& operator=(const MainModule&) = delete;
  ~MainModule() { set(previous_); }

 private:
  static void set(const Object& module) { PyDict_SetItemString(PyImport_GetModuleDict(), "__main__", module.get()); }
  Object previous_;
};

}  // namespace

Outcome run_source(const SourceCheck& check, const Object& framework, const Object& numpy,
                   const std::shared_ptr<Observer>& observer) {
  const std::string file = "<tfharness " + check.name + ">";
  if (const auto registered = register_source(file, check.text); !registered)
    return std::unexpected(registered.error());
  const Object module = Object::take(PyModule_New("__main__"));
  const Object globals = Object::share(PyModule_GetDict(module.get()));
  const Object capsule =
      Object::take(PyCapsule_New(new std::shared_ptr<Observer>(observer), capsule_name, drop_observer));
  const std::pair<const char*, Object> names[] = {
      {"__builtins__", *import_module("builtins")},
      {"tf", framework},
      {"np", numpy},
      {"observe", Object::take(PyCFunction_NewEx(&observe_method, capsule.get(), nullptr))},
      {"attempt", Object::take(PyCFunction_NewEx(&attempt_method, capsule.get(), nullptr))},
      {"evaluate", Object::take(PyCFunction_NewEx(&evaluate_method, capsule.get(), nullptr))},
      {"scratch", python_text(check.scratch)},
      {"directory", python_text(check.directory)},
  };
  for (const auto& [name, value] : names) PyDict_SetItemString(globals.get(), name, value.get());
  const Outcome code = owned(Py_CompileString(check.text.c_str(), file.c_str(), Py_file_input));
  if (!code) return code;
  const MainModule main(module);
  return owned(PyEval_EvalCode(code->get(), globals.get(), globals.get()));
}

}  // namespace tfh::embed
