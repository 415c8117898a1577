#include "harness/run/worker_environment.h"

#include <doctest/doctest.h>

namespace tfh {
namespace {

WorkerSpec spec() {
  WorkerSpec spec;
  spec.interpreter.executable = "/pythons/3.8/bin/python3.8";
  spec.scripts = "/store/prefix/bin";
  spec.scratch = "/scratch";
  return spec;
}

TEST_CASE("worker environment: made from nothing, but for the one variable that old OpenBLAS needs") {
  const auto environment = worker_environment(spec(), {{"PYTHONPATH", "/mine"},
                                                       {"LD_PRELOAD", "x.so"},
                                                       {"TF_ENABLE_ONEDNN_OPTS", "1"},
                                                       {"HOME", "/home/me"},
                                                       {"OPENBLAS_CORETYPE", "Haswell"}});
  CHECK(!environment.contains("PYTHONPATH"));
  CHECK(!environment.contains("LD_PRELOAD"));
  CHECK(!environment.contains("TF_ENABLE_ONEDNN_OPTS"));
  CHECK(environment.at("HOME") == "/scratch/home");
  CHECK(environment.at("OPENBLAS_CORETYPE") == "Haswell");
  CHECK(!worker_environment(spec(), {}).contains("OPENBLAS_CORETYPE"));
}

TEST_CASE("worker environment: the prefix's programs come before the interpreter's and the system's") {
  CHECK(worker_environment(spec(), {}).at("PATH") == "/store/prefix/bin:/pythons/3.8/bin:/usr/bin:/bin");
  WorkerSpec without = spec();
  without.scripts.clear();
  CHECK(worker_environment(without, {}).at("PATH") == "/pythons/3.8/bin:/usr/bin:/bin");
}

TEST_CASE("worker environment: the subject's flags win") {
  WorkerSpec flagged = spec();
  flagged.flags = {{"TF_ENABLE_ONEDNN_OPTS", "0"}, {"OMP_NUM_THREADS", "1"}};
  const auto environment = worker_environment(flagged, {});
  CHECK(environment.at("TF_ENABLE_ONEDNN_OPTS") == "0");
  CHECK(environment.at("OMP_NUM_THREADS") == "1");
}

}  // namespace
}  // namespace tfh
