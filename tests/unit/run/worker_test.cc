// Workers against made-up frameworks, in the interpreters of this machine.
#include "harness/run/worker.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "tests/fakes/fake_framework.h"
#include "tests/fakes/sanitizer.h"

namespace tfh {
namespace {

using std::chrono::milliseconds;

const ChecksEnded ignored = [](std::size_t) {};

struct Started {
  std::unique_ptr<ProcessRunner> runner = make_process_runner();
  std::unique_ptr<Worker> worker;
  Slots slots{2};

  explicit Started(const WorkerSpec& spec) {
    auto started = start_worker(spec, *runner);
    if (!started) FAIL(started.error().text());
    worker = *std::move(started);
  }
};

CheckRun check(const std::string& id) {
  return {id, "", false, id == "smoke.add", {}, {}};
}

const std::vector<CheckRun>& add_and_save() {
  static const std::vector<CheckRun> checks{check("smoke.add"), check("smoke.save_bare_function")};
  return checks;
}

std::vector<CheckOutcome> outcomes_of(const WorkerSpec& spec, const std::vector<CheckRun>& checks = add_and_save()) {
  Started started(spec);
  const auto imported = started.worker->import();
  if (!imported) FAIL(imported.error().text());
  auto outcomes = started.worker->run(checks, started.slots, ignored);
  if (!outcomes) FAIL(outcomes.error().text());
  REQUIRE(outcomes->size() == checks.size());
  return *std::move(outcomes);
}

const nlohmann::json& value_of(const CheckOutcome& outcome, const std::string& key) {
  for (const Observation& observation : outcome.observations)
    if (observation.key == key) return observation.value;
  FAIL("no observation " << key << " in " << outcome.id);
  return outcome.observations.front().value;
}

std::string import_error(const WorkerSpec& spec) {
  Started started(spec);
  const auto imported = started.worker->import();
  REQUIRE(!imported);
  return imported.error().text();
}

const Interpreter& any_interpreter() {
  REQUIRE(!usable_interpreters().empty());
  return usable_interpreters().front();
}

Interpreter without_library(Interpreter interpreter) {
  interpreter.shared_library.reset();
  return interpreter;
}

TEST_CASE("worker: runs in every interpreter, embedded and as itself, with the same outcomes") {
  const FakeFramework framework("return sys.version_info[0], sys.flags.no_site, [p for p in sys.path if not p]",
                                "import sys");
  for (const Interpreter& interpreter : usable_interpreters()) {
    CAPTURE(interpreter.version);
    std::vector<nlohmann::json> observed;
    std::vector<Interpreter> ways{interpreter};
    if (!under_address_sanitizer) ways.push_back(without_library(interpreter));
    for (const Interpreter& way : ways) {
      Started started(framework.spec(way));
      const auto imported = started.worker->import();
      REQUIRE_MESSAGE(imported, imported.error().text());
      CHECK(imported->framework_version == "2.99");
      CHECK(imported->python_version == interpreter.version);
      CHECK(imported->environment.at("start") == (way.shared_library ? "embedded" : "stock"));
      const auto outcomes = started.worker->run(add_and_save(), started.slots, ignored);
      REQUIRE_MESSAGE(outcomes, outcomes.error().text());
      CHECK(outcomes->at(0).status == "ok");
      CHECK(outcomes->at(0).observations.at(0).source.contains("tf.math.add"));
      observed.push_back(value_of(outcomes->at(0), "float32"));
      CHECK(started.worker->peak_rss_bytes() > 1'000'000);
    }
    CHECK(observed.front() == observed.back());
    CHECK(observed.front().at("kind") == "value");
  }
}

TEST_CASE("worker: both isolations observe the same") {
  const FakeFramework framework("return 'added'");
  WorkerSpec spec = framework.spec(any_interpreter());
  const auto forked = outcomes_of(spec);
  spec.isolation = Isolation::process;
  const auto fresh = outcomes_of(spec);
  for (std::size_t i = 0; i < forked.size(); ++i) {
    CHECK(forked[i].status == fresh[i].status);
    CHECK(forked[i].observations == fresh[i].observations);
    CHECK(forked[i].witness == fresh[i].witness);
  }
}

TEST_CASE("worker: with its own process for a group, the framework is imported there and not before") {
  const FakeFramework framework("return os.getpid() == importer", "import os\nimporter = os.getpid()");
  WorkerSpec spec = framework.spec(any_interpreter());
  CHECK(value_of(outcomes_of(spec)[0], "float32").at("value") == false);
  spec.isolation = Isolation::process;
  CHECK(value_of(outcomes_of(spec)[0], "float32").at("value") == true);
}

TEST_CASE("worker: a check that dies costs itself alone, and says how") {
  struct Row {
    std::string body, status, kind, says;
  };
  for (const Row& row : {
           Row{"ctypes.string_at(0)", "crashed", "crash", "SIGSEGV"},
           Row{"os.abort()", "crashed", "crash", "in add"},
           Row{"print('Check failed: x', file=sys.stderr)\nos.abort()", "crashed", "crash", "Check failed: x"},
           Row{"os._exit(3)", "crashed", "crash", "exit status 3"},
           Row{"time.sleep(1e6)", "timed_out", "timeout", "in add"},
           Row{"while True: pass", "timed_out", "timeout", "in add"},
           Row{"os.kill(os.getpid(), signal.SIGSTOP)", "timed_out", "timeout", "seconds"},
           Row{"signal.signal(signal.SIGUSR2, signal.SIG_IGN)\ntime.sleep(1e6)", "timed_out", "timeout", "seconds"},
           Row{"return bytearray(1 << 40)", "out_of_memory", "out_of_memory", "limit_bytes"},
       }) {
    if (under_address_sanitizer && row.kind == "out_of_memory") continue;
    CAPTURE(row.body);
    const FakeFramework framework(row.body, "import ctypes, os, signal, sys, time");
    WorkerSpec spec = framework.spec(any_interpreter());
    spec.check_timeout = milliseconds(1000);
    const auto outcomes = outcomes_of(spec);
    CHECK(outcomes[0].status == row.status);
    const auto& value = value_of(outcomes[0], "float32");
    CHECK(value.at("kind") == row.kind);
    CHECK_MESSAGE(value.dump().contains(row.says), value.dump());
    CHECK(outcomes[0].observations[0].source.contains("tf.math.add"));
    CHECK(outcomes[1].status == "ok");
    if (row.status == "crashed") CHECK(value_of(outcomes[0], "int32").at("kind") == "crash");  // made all the same
  }
}

TEST_CASE("worker: the time limit is one of each observation, not of all that a check makes") {
  const FakeFramework framework("time.sleep(1.2)\nreturn 0", "import time");
  WorkerSpec spec = framework.spec(any_interpreter());
  spec.check_timeout = milliseconds(2000);
  const auto outcomes = outcomes_of(spec, {check("smoke.add")});
  CHECK(outcomes[0].status == "ok");
  CHECK(outcomes[0].seconds > 2.0);
}

TEST_CASE("worker: a framework that cannot be imported is an error that says why") {
  struct Row {
    std::string module, says;
  };
  for (const Row& row : {
           Row{"raise ImportError('libfake.so.1: cannot open')", "ImportError: libfake.so.1: cannot open"},
           Row{"import os, sys\nprint('needs AVX9', file=sys.stderr)\nos.abort()",
               "SIGABRT; its last words: needs AVX9"},
           Row{"import os, signal\nos.kill(os.getpid(), signal.SIGILL)", "instruction"},
           Row{"import time\ntime.sleep(1e6)", "importing tensorflow of tensorflow==2.99"},
       }) {
    CAPTURE(row.module);
    const FakeFramework framework("return 0", row.module);
    WorkerSpec spec = framework.spec(any_interpreter());
    spec.import_timeout = milliseconds(2000);
    for (const Isolation isolation : {Isolation::fork, Isolation::process}) {
      spec.isolation = isolation;
      const std::string text = import_error(spec);
      if (isolation == Isolation::fork) CHECK_MESSAGE(text.contains(row.says), text);
      CHECK(text.contains("importing tensorflow of tensorflow==2.99"));
    }
  }
}

TEST_CASE("worker: what cannot be started is an error that says why") {
  const FakeFramework framework("return 0");
  const WorkerSpec good = framework.spec(any_interpreter());
  if (!good.interpreter.shared_library) return;
  auto runner = make_process_runner();
  const auto text = [&](const WorkerSpec& spec) {
    auto started = start_worker(spec, *runner);
    if (!started) return started.error().text();
    // A Python that is executed can fail after the worker has said hello.
    const auto imported = (*started)->import();
    return imported ? std::string("it started") : imported.error().text();
  };
  WorkerSpec spec = good;
  spec.interpreter.version = "3.6.1";
  CHECK(text(spec).contains("asked for was 3.6.1"));

  spec = good;
  const auto truncated = framework.folder() / "libpython.so";
  std::filesystem::copy_file(*good.interpreter.shared_library, truncated);
  std::filesystem::resize_file(truncated, std::filesystem::file_size(truncated) / 8);
  spec.interpreter.shared_library = truncated;
  CHECK_MESSAGE(text(spec).contains("truncated"), text(spec));

  spec.interpreter.shared_library = framework.site_packages() / "numpy/__init__.py";
  CHECK(text(spec).contains("not a shared library"));
  spec.interpreter.shared_library = "/nowhere/libpython3.8.so";
  CHECK_MESSAGE(text(spec).contains("No such file or directory"), text(spec));

  spec = good;
  spec.interpreter.shared_library.reset();
  spec.interpreter.executable = "/nowhere/python3.8";
  for (int i = 0; i < 5; ++i) {  // whether it says so before it is asked to import or after
    const std::string said = text(spec);
    CHECK_MESSAGE(said.contains("No such file or directory"), said);
  }
  spec.worker_program = "/nowhere/tfharness-worker";
  CHECK(text(spec).contains("starting /nowhere/tfharness-worker"));
}

TEST_CASE("worker: all checks run in their order, however many die") {
  const FakeFramework framework("os.abort()", "import os");
  std::vector<CheckRun> checks;
  for (int i = 0; i < 4; ++i) checks.insert(checks.end(), add_and_save().begin(), add_and_save().end());
  const auto outcomes = outcomes_of(framework.spec(any_interpreter()), checks);
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    CHECK(outcomes[i].id == checks[i].id);
    CHECK(outcomes[i].status == (i % 2 == 0 ? "crashed" : "ok"));
  }
}

TEST_CASE("worker: how many checks have ended is told meanwhile, each once, however it ended") {
  const FakeFramework framework("os.abort()", "import os");
  Started started(framework.spec(any_interpreter()));
  REQUIRE(started.worker->import());
  std::vector<std::size_t> told;
  const ChecksEnded tell = [&](std::size_t ended) { told.push_back(ended); };
  REQUIRE(started.worker->run(add_and_save(), started.slots, tell));
  CHECK(std::ranges::is_sorted(told));
  CHECK(std::ranges::count(told, 1) > 0);
  CHECK(told.back() == 2);
}

TEST_CASE("worker: of an independent check only what is asked for is observed") {
  const FakeFramework framework("calls.append(x)\nreturn len(calls)", "calls = []");
  Started started(framework.spec(any_interpreter()));
  REQUIRE(started.worker->import());
  for (const std::set<std::string>& only : {std::set<std::string>{"float32", "outcome"}, {"int32", "outcome"}}) {
    const auto outcomes = started.worker->run({{"smoke.add", "", false, true, {}, {}, only}}, started.slots, ignored);
    REQUIRE(outcomes);
    std::set<std::string> keys;
    for (const Observation& observation : outcomes->at(0).observations) keys.insert(observation.key);
    CHECK(keys == only);
    CHECK(outcomes->at(0).observations.front().value.at("value") == 1);  // no other call was made
  }
}

TEST_CASE("worker: an independent source tells each observation's line, and shares its setup") {
  const FakeFramework framework("return 1");
  Started started(framework.spec(any_interpreter()));
  REQUIRE(started.worker->import());
  const std::string id = "keras.arguments_of_layers_Dense";
  const auto outcomes =
      started.worker->run({{id, "", false, true, {}, {}, {"units: -1", "outcome"}}}, started.slots, ignored);
  REQUIRE(outcomes);
  REQUIRE(outcomes->at(0).observations.size() == 2);
  const Observation& seen = outcomes->at(0).observations.front();
  CHECK(seen.value.at("type") == "AttributeError");  // there is no tf.keras
  CHECK(seen.source == "attempt('units: -1', lambda: called('units', -1), kind='structure')");
  CHECK(value_of(outcomes->at(0), "outcome").at("value") == "completed");
  CHECK(outcomes->at(0).witness.contains("def called(name, value):"));
  CHECK(!outcomes->at(0).witness.contains("for name in"));
}

TEST_CASE("worker: forks run side by side, as many as there are slots for") {
  // Each waits until another one is there, or for a while in vain.
  const FakeFramework framework(
      "here = os.path.join(os.environ['TMPDIR'], 'here.%d' % os.getpid())\n"
      "open(here, 'w').close()\n"
      "try:\n"
      "    for _ in range(100):\n"
      "        if len(glob.glob(here.rsplit('.', 1)[0] + '.*')) > 1: time.sleep(0.2); return 'met'\n"
      "        time.sleep(0.01)\n"
      "    return 'alone'\n"
      "finally: os.remove(here)",
      "import glob, os, time");
  const CheckRun alone{"smoke.add", "", true, true, {}, {}}, other{"smoke.save_bare_function", "", true, true, {}, {}};
  for (const unsigned slots : {1U, 2U}) {
    CAPTURE(slots);
    Started started(framework.spec(any_interpreter()));
    REQUIRE(started.worker->import());
    Slots own(slots);
    const auto outcomes = started.worker->run({alone, other, alone}, own, ignored);
    REQUIRE(outcomes);
    REQUIRE(outcomes->size() == 3);
    for (const std::size_t at : {0U, 2U})
      CHECK(value_of(outcomes->at(at), "float32").at("value") == (slots == 1 ? "alone" : "met"));
    CHECK(own.if_free());  // all were given back
  }
}

}  // namespace
}  // namespace tfh
