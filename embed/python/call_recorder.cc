#include "embed/python/call_recorder.h"

#include "embed/python/call.h"
#include "testsuites/array.h"
#include "testsuites/python_source.h"

namespace tfh::embed {
namespace {

using testsuites::Argument;
using testsuites::Keywords;

constexpr const char* gradient_source =
    "def gradient(function, *inputs):\n"
    "    inputs = [tf.convert_to_tensor(value) for value in inputs]\n"
    "    with tf.GradientTape() as tape:\n"
    "        tape.watch(inputs)\n"
    "        result = tf.reduce_sum(function(*inputs))\n"
    "    return tape.gradient(result, inputs)";

std::string attempt_text(const std::string& key, const std::string& expression) {
  return "attempt(" + testsuites::python_string(key) + ", lambda: " + expression + ")";
}

}  // namespace

CallRecorder::CallRecorder(const Object& framework, const Object& numpy, Observer& observer)
    : names_{framework, numpy, {}}, observer_(observer) {}

Outcome CallRecorder::outcome_of(const std::string& symbol, const std::vector<Argument>& positional,
                                 const Keywords& keywords) const {
  const Outcome callable = names_.resolve(symbol);
  if (!callable) return callable;
  std::vector<Object> arguments;
  for (const Argument& argument : positional) {
    Outcome made = names_.object(argument);
    if (!made) return made;
    arguments.push_back(*std::move(made));
  }
  const Object named = Object::take(PyDict_New());
  for (const auto& [name, argument] : keywords) {
    const Outcome made = names_.object(argument);
    if (!made) return made;
    PyDict_SetItemString(named.get(), name.c_str(), made->get());
  }
  return embed::call(*callable, arguments, named);
}

testsuites::Result CallRecorder::call(const std::string& symbol, std::vector<Argument> positional, Keywords keywords) {
  const testsuites::Result result{static_cast<int>(names_.results.size())};
  observer_.source(testsuites::result_name(result) + " = " + testsuites::python_source(symbol, positional, keywords));
  names_.results.push_back(outcome_of(symbol, positional, keywords));
  return result;
}

void CallRecorder::observe(const std::string& key, testsuites::Result result) {
  const std::string source = "observe(" + testsuites::python_string(key) + ", " + testsuites::result_name(result) + ")";
  if (start(key, source)) finish(key, names_.results.at(static_cast<std::size_t>(result.number)));
}

void CallRecorder::observe_call(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                                Keywords keywords) {
  std::string source = attempt_text(key, testsuites::python_source(symbol, positional, keywords));
  const bool follows = symbol == first_.symbol;
  if (follows) source = first_.source + "\n" + source;
  if (!start(key, source)) return;
  if (follows && !std::exchange(first_.made, true)) (void)outcome_of(symbol, first_.positional, first_.keywords);
  finish(key, outcome_of(symbol, positional, keywords));
}

void CallRecorder::follow(const std::string& symbol, std::vector<Argument> positional, Keywords keywords) {
  std::string source = attempt_text("first", testsuites::python_source(symbol, positional, keywords));
  first_ = {symbol, std::move(positional), std::move(keywords), std::move(source)};
}

void CallRecorder::observe_gradient(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                                    Keywords keywords) {
  std::string parameters;
  std::vector<Argument> inputs;
  for (Argument& argument : positional) {
    const auto* array = std::get_if<testsuites::Array>(&argument.value);
    if (array == nullptr || !testsuites::is_float(array->dtype)) continue;
    const std::string name = "x" + std::to_string(inputs.size());
    parameters += (parameters.empty() ? " " : ", ") + name;
    inputs.push_back(std::exchange(argument, Argument(testsuites::Symbol{name})));
  }
  const std::string function = "lambda" + parameters + ": " + testsuites::python_source(symbol, positional, keywords);
  if (!std::exchange(gradient_told_, true)) observer_.source(gradient_source);
  std::string call_text = "gradient(" + function;
  for (const Argument& input : inputs) call_text += ", " + testsuites::python_source(input);
  if (start(key, attempt_text(key, call_text + ")"))) finish(key, gradient(function, inputs));
}

Outcome CallRecorder::gradient(const std::string& function, const std::vector<Argument>& inputs) {
  if (!gradient_globals_) {
    const Outcome builtins = import_module("builtins");
    if (!builtins) return builtins;
    gradient_globals_ = Object::take(PyDict_New());
    PyDict_SetItemString(gradient_globals_.get(), "__builtins__", builtins->get());
    PyDict_SetItemString(gradient_globals_.get(), "tf", names_.framework.get());
    PyDict_SetItemString(gradient_globals_.get(), "np", names_.numpy.get());
    const Outcome code = owned(Py_CompileString(gradient_source, "<tfharness gradient>", Py_file_input));
    if (!code) return code;
    const Outcome defined = owned(PyEval_EvalCode(code->get(), gradient_globals_.get(), gradient_globals_.get()));
    if (!defined) return defined;
  }
  const Outcome code = owned(Py_CompileString(function.c_str(), "<tfharness gradient>", Py_eval_input));
  if (!code) return code;
  const Outcome callable = owned(PyEval_EvalCode(code->get(), gradient_globals_.get(), gradient_globals_.get()));
  if (!callable) return callable;
  std::vector<Object> arguments = {*callable};
  for (const Argument& input : inputs) {
    Outcome made = names_.object(input);
    if (!made) return made;
    arguments.push_back(*std::move(made));
  }
  const Object helper = Object::share(PyDict_GetItemString(gradient_globals_.get(), "gradient"));
  return embed::call(helper, arguments);
}

bool CallRecorder::start(const std::string& key, const std::string& source) {
  const Observer::Start started = observer_.start(key, source);
  if (started != Observer::Start::taken) return started == Observer::Start::begun;
  PyErr_SetString(PyExc_ValueError, ("the key '" + key + "' was observed before").c_str());
  fault_ = fetch_raised();
  return false;
}

void CallRecorder::finish(const std::string& key, const Outcome& outcome) {
  if (outcome)
    observer_.finish(key, *outcome);
  else
    observer_.finish(key, outcome.error());
}

}  // namespace tfh::embed
