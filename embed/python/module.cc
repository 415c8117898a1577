// The extension module _tfh: built into the worker, or imported by a stock interpreter.
#include <nlohmann/json.hpp>

#include "embed/python/call.h"
#include "embed/worker/run_check.h"
#include "embed/worker/worker_main.h"
#include "testsuites/registry.h"

namespace {

using namespace tfh::embed;
using nlohmann::json;

class CollectingSink : public CheckSink {
 public:
  void source(const std::string& line) override { witness_ += line + "\n"; }
  void observing(const std::string& /*key*/, const std::string& source) override {
    if (!source.empty()) witness_ += source + "\n";
  }
  void observed(const std::string& key, const json& value) override {
    observations_.push_back({{"key", key}, {"value", value}});
  }
  std::string text() const { return json{{"witness", witness_}, {"observations", observations_}}.dump(); }

 private:
  std::string witness_;
  json observations_ = json::array();
};

// run_check_json(id, scratch, artefacts="", producer="", folder="") -> str. With a producer, only the load part runs.
PyObject* run_check_json(PyObject* /*module*/, PyObject* arguments) {
  const char* id = nullptr;
  const char* scratch = nullptr;
  const char* artefacts = "";
  const char* producer = "";
  const char* folder = "";
  if (PyArg_ParseTuple(arguments, "ss|sss", &id, &scratch, &artefacts, &producer, &folder) == 0) return nullptr;
  const tfh::testsuites::Check* check = tfh::testsuites::find_check(id);
  if (check == nullptr) return PyErr_Format(PyExc_ValueError, "there is no check '%s'", id);
  RunContext context{.framework = "tensorflow", .scratch = scratch, .artefacts = artefacts, .load = {}};
  if (*producer != '\0') context.load.emplace_back(producer, folder);
  CollectingSink sink;
  run_check(*check, context, sink);
  return python_text(sink.text()).release();
}

PyObject* check_ids(PyObject* /*module*/, PyObject* /*arguments*/) {
  std::vector<Object> ids;
  for (const auto& check : tfh::testsuites::all_checks()) ids.push_back(python_text(check.id));
  return python_list(ids).release();
}

PyObject* serve(PyObject* /*module*/, PyObject* /*arguments*/) {
  return worker_main() < 0 ? nullptr : Object::share(Py_None).release();
}

PyMethodDef methods[] = {
    {"main", serve, METH_NOARGS, "Serves the harness on the worker's socket; returns after a script."},
    {"run_check_json", run_check_json, METH_VARARGS, "Runs a built-in check; its witness and observations as JSON."},
    {"check_ids", check_ids, METH_NOARGS, "The ids of all built-in checks, in order."},
    {nullptr, nullptr, 0, nullptr},
};

PyModuleDef definition = {PyModuleDef_HEAD_INIT,
                          "_tfh",
                          "The built-in checks of tfharness.",
                          -1,
                          methods,
                          nullptr,
                          nullptr,
                          nullptr,
                          nullptr};

}  // namespace

PyMODINIT_FUNC PyInit__tfh() {  // NOLINT(bugprone-reserved-identifier): how CPython finds the module _tfh
  return PyModule_Create(&definition);
}
