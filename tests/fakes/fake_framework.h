// A site-packages folder with a made-up `tensorflow`, whose tf.math.add (called by the check smoke.add) and
// tf.saved_model.save (called by smoke.save) do what a test wants, and the spec of a worker that imports it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/plan/interpreter.h"
#include "harness/run/worker.h"
#include "tests/fakes/temporary_folder.h"

namespace tfh {

class FakeFramework {
 public:
  // The text of the body of tf.math.add, whose result smoke.add observes under "float32" and "int32".
  explicit FakeFramework(const std::string& add_body, const std::string& module_text = "") {
    std::filesystem::create_directories(site_packages() / "numpy");
    std::filesystem::copy(std::filesystem::path(TFHARNESS_SOURCE) / "tests/fixtures/packages/numpy/__init__.py",
                          site_packages() / "numpy/__init__.py");
    std::string indented = "    ";
    for (const char letter : add_body) indented += letter == '\n' ? "\n    " : std::string(1, letter);
    folder_.write("site-packages/tensorflow/__init__.py", "import types\n__version__ = '2.99'\n" + module_text +
                                                              "\ndef add(x, y):\n" + indented +
                                                              "\ndef save(*arguments):\n    return 'saved'\n"
                                                              "math = types.SimpleNamespace(add=add)\n"
                                                              "saved_model = types.SimpleNamespace(save=save)\n");
  }

  const std::filesystem::path& folder() const { return folder_.path(); }
  std::filesystem::path site_packages() const { return folder_.path() / "site-packages"; }

  WorkerSpec spec(const Interpreter& interpreter) const {
    WorkerSpec spec;
    spec.subject_id = "tensorflow==2.99@py" + interpreter.minor.str();
    spec.interpreter = interpreter;
    spec.site_packages = site_packages();
    spec.worker_program = TFHARNESS_WORKER;
    spec.suites_library = TFHARNESS_SUITES;
    spec.scratch = folder_.path() / "scratch";
    return spec;
  }

 private:
  TemporaryFolder folder_;
};

// Those of this machine that can be run, the best of each minor version; found once.
inline const std::vector<Interpreter>& usable_interpreters() {
  static const std::vector<Interpreter> usable = [] {
    std::map<std::string, std::string> environment;
    for (const char* name : {"PATH", "HOME", "PYENV_ROOT"})
      if (const char* value = std::getenv(name)) environment[name] = value;
    std::vector<Interpreter> best;
    for (const Interpreter& found : find_interpreters(environment, *make_process_runner(), {}).usable)
      if (best.empty() || best.back().minor != found.minor) best.push_back(found);
    return best;
  }();
  return usable;
}

}  // namespace tfh
