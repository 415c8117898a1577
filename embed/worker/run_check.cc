#include "embed/worker/run_check.h"

#include <memory>
#include <system_error>

#include "embed/python/call.h"
#include "embed/python/call_recorder.h"
#include "embed/python/source_check.h"
#include "embed/worker/witness.h"

namespace tfh::embed {
namespace {

constexpr const char* outcome_key = "outcome";

// One run of one check: the modules, and where its observations go.
struct CheckRun {
  const testsuites::Check& check;
  const RunContext& context;
  Object framework, numpy;
  std::shared_ptr<Observer> observer;
};

Outcome run_calls(const CheckRun& run) {
  CallRecorder recorder(run.framework, run.numpy, *run.observer);
  run.check.calls(recorder);
  if (recorder.fault()) return std::unexpected(*recorder.fault());
  return Object::share(Py_None);
}

Outcome run_text(const CheckRun& run, const std::string& text, const std::filesystem::path& directory) {
  const SourceCheck source{run.check.id, text, run.context.scratch.string(), directory.string()};
  return run_source(source, run.framework, run.numpy, run.observer);
}

void report_outcome(Observer& observer, const Outcome& outcome) {
  if (observer.start(outcome_key) != Observer::Start::begun) return;
  if (outcome)
    observer.finish(outcome_key, python_text("completed"));
  else
    observer.finish(outcome_key, outcome.error());
}

std::filesystem::path copy_to_load(const RunContext& context) {
  return context.scratch / "load";
}

// From a copy: Keras 3.0 opens what it loads for writing, and the folders of other subjects are not to be written.
void run_loads(const CheckRun& run) {
  const std::filesystem::path copy = copy_to_load(run.context);
  for (const auto& [producer, folder] : run.context.load) {
    std::error_code ignored;  // what is not there is what the load meets
    std::filesystem::remove_all(copy, ignored);
    std::filesystem::copy(folder, copy, std::filesystem::copy_options::recursive, ignored);
    run.observer->set_prefix("load " + producer + "/");
    report_outcome(*run.observer, run_text(run, run.check.load, copy));
  }
}

void run_body(const CheckRun& run) {
  const bool made_of_calls = static_cast<bool>(run.check.calls);
  if (!made_of_calls) run.observer->source(witness_body(run.check));
  if (!run.context.load.empty()) return run_loads(run);
  report_outcome(*run.observer,
                 made_of_calls ? run_calls(run) : run_text(run, run.check.text(), run.context.artefacts));
}

// The folder a module's package or file lies in: site-packages for the framework.
std::string folder_of(const Outcome& module, bool package) {
  const std::filesystem::path file = module ? text_of(attribute(*module, "__file__")) : std::string();
  return (package ? file.parent_path().parent_path() : file.parent_path()).string();
}

Scrubber scrubber_of(const RunContext& context, const Outcome& framework) {
  Scrubber scrubber;
  const std::string packages = folder_of(framework, true);
  scrubber.hide(packages, "SITE-PACKAGES");
  // PREFIX/lib/pythonX.Y/site-packages: the programs that a framework starts are in PREFIX/bin.
  const auto prefix = std::filesystem::path(packages).parent_path().parent_path().parent_path();
  if (prefix.has_relative_path()) scrubber.hide((prefix / "bin").string(), "BIN");
  scrubber.hide(folder_of(import_module("os"), false), "PYTHON");
  for (const auto& [producer, folder] : context.load) scrubber.hide(folder.string(), "DIRECTORY");
  scrubber.hide(copy_to_load(context).string(), "DIRECTORY");
  scrubber.hide(context.artefacts.string(), "DIRECTORY");
  scrubber.hide(context.scratch.string(), "SCRATCH");
  return scrubber;
}

}  // namespace

void run_check(const testsuites::Check& check, const RunContext& context, CheckSink& sink) {
  std::error_code ignored;  // a check that needs the folder fails by itself
  std::filesystem::current_path(context.scratch, ignored);
  sink.source(witness_prelude(check));
  const Outcome framework = import_module(context.framework);
  const Outcome numpy = import_module("numpy");
  const Object none = Object::share(Py_None);
  const Encoder encoder(framework.value_or(none), numpy.value_or(none), scrubber_of(context, framework));
  const auto observer = std::make_shared<Observer>(encoder, sink, check.api, context.wanted);
  if (framework && numpy)
    run_body({check, context, *framework, *numpy, observer});
  else
    report_outcome(*observer, framework ? numpy : framework);
  observer->close();
}

}  // namespace tfh::embed
