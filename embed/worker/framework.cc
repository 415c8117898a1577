#include "embed/worker/framework.h"

#include <chrono>
#include <fstream>
#include <set>

#include "embed/python/call.h"

namespace tfh::embed {
namespace {

using nlohmann::json;

// An object of a module that the import has brought along.
std::optional<Object> loaded(const char* module, const char* name) {
  PyObject* modules = PySys_GetObject("modules");  // borrowed
  PyObject* found = modules == nullptr ? nullptr : PyDict_GetItemString(modules, module);
  if (found == nullptr) return std::nullopt;
  return attribute_if_any(Object::share(found), name);
}

std::string version_of(const char* module) {
  const auto version = loaded(module, "__version__");
  return version ? text_of(*version) : "";
}

// Whether oneDNN replaces TensorFlow's own kernels: a default that changed in 2.9 and depends on the CPU.
json onednn() {
  for (const char* module : {"tensorflow.python.util._pywrap_util_port", "tensorflow.python._pywrap_util_port"}) {
    const auto function = loaded(module, "IsMklEnabled");
    const Outcome enabled = function ? call(*function, {}) : Outcome{Object()};
    if (enabled && *enabled) return PyObject_IsTrue(enabled->get()) == 1;
  }
  return nullptr;
}

// "VmHWM:   123456 kB" of /proc/self/status; ru_maxrss would start from the parent's value.
std::uint64_t peak_resident_bytes() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (word == "VmHWM:") {
      std::uint64_t kibibytes = 0;
      status >> kibibytes;
      return kibibytes * 1024;
    }
  return 0;
}

// How many shared libraries this process has mapped.
std::size_t mapped_libraries() {
  std::ifstream maps("/proc/self/maps");
  std::set<std::string> libraries;
  for (std::string line; std::getline(maps, line);)
    if (const auto path = line.find('/'); path != std::string::npos && line.find(".so", path) != std::string::npos)
      libraries.insert(line.substr(path));
  return libraries.size();
}

json import_failed(const Raised& raised) {
  return {{"type", "import_failed"}, {"exception_type", raised.type}, {"message", raised.message}};
}

// What an interpreter does at its start when it is not started without `site`.
void add_site_folders(const std::vector<std::string>& folders) {
  const Outcome site = import_module("site");
  if (!site) return;
  (void)call_method(*site, "getusersitepackages");  // gives USER_SITE its name: the releases up to 2.2 expect a text
  for (const std::string& folder : folders) (void)call_method(*site, "addsitedir", {python_text(folder)});
}

// The collector leaves alone from now on what the import made: going through a million objects takes a tenth of a
// second, which Keras 3 asks for with each clear_session, and copies their pages into every fork.
void spare_collector() {
  if (const Outcome collector = import_module("gc")) (void)call_method(*collector, "freeze");
}

}  // namespace

ImportRequest parse_import_request(const json& message) {
  return {message.at("framework"), message.at("search_path")};
}

void set_search_path(const std::vector<std::string>& folders) {
  std::vector<Object> path;
  if (PyObject* standard = PySys_GetObject("path"); standard != nullptr)
    if (const auto items = items_of(Object::share(standard)))
      for (const Object& item : *items)
        if (!text_of(item).empty()) path.push_back(item);
  PySys_SetObject("path", python_list(path).get());
  add_site_folders(folders);
}

json import_framework(const ImportRequest& request) {
  set_search_path(request.search_path);
  // The same whichever way the interpreter was started.
  PySys_SetObject("argv", python_list({python_text("")}).get());
  const auto start = std::chrono::steady_clock::now();
  const Outcome framework = import_module(request.framework);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  if (!framework) return import_failed(framework.error());
  spare_collector();
  const std::string python = Py_GetVersion();
  return {{"type", "imported"},
          {"framework_version", version_of(request.framework.c_str())},
          {"python_version", python.substr(0, python.find(' '))},
          {"seconds", took.count()},
          {"numpy_version", version_of("numpy")},
          {"onednn", onednn()},
          {"peak_rss_bytes", peak_resident_bytes()},
          {"libraries", mapped_libraries()}};
}

}  // namespace tfh::embed
