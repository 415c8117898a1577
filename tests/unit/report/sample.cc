#include "tests/unit/report/sample.h"

#include <fmt/format.h>

#include "tests/fakes/values.h"

namespace tfh {

namespace {

using fakes::array;
using fakes::check;
using fakes::crash;
using fakes::exception;
using fakes::missing;
using fakes::plain;
using nlohmann::json;

json text(const std::string& shown) {
  return {{"kind", "text"}, {"text", shown}};
}

Record before() {
  Record made = fakes::record(
      "2.4.0",
      {check("tensor_ops.argmax", "tf.math.argmax",
             {{"bool", exception("NotFoundError", "Could not find valid device for node. [Op:ArgMax]")},
              {"int8", exception("NotFoundError", "Could not find valid device for node. [Op:ArgMax]")}}),
       check("tensor_ops.range", "tf.range",
             {{"inf", crash("SIGABRT", "Check failed: val >= 0 (-9223372036854775808 vs. 0)")}}),
       check("tensor_ops.matmul", "tf.matmul",
             {{"float32", array("float32", {2, 2}, "AACAPwAAgD8AAIA/AACAPw==")},
              {"float16", array("float16", {2}, "ADwAPA==")},
              {"rank", plain(2)}}),
       check("tensor_ops.zeta", "tf.math.zeta", {{"edges", array("float32", {2}, "AACAfwAAgH8=")}}),
       check("tf_function.reduce_retracing", "tf.function",
             {{"call", exception("TypeError", "function() got an unexpected keyword argument 'reduce_retracing'")},
              {"ops", {{"kind", "structure"}, {"value", {"While", "Const", "ReadVariableOp"}}}},
              {"repr", text("<tensorflow.python.eager.def_function.Function object at 0xADDR>")}}),
       check("keras.adam", "tf.keras.optimizers.Adam", {{"decay", plain("Adam")}}),
       check("keras.nadam", "tf.keras.optimizers.Nadam", {{"decay", plain("Nadam")}}),
       check("keras.sgd", "tf.keras.optimizers.SGD",
             {{"decay", plain("SGD")}, {"random", plain(0.25)}, {"predict_classes", plain(true)}})});
  made.packages = {{"tensorflow", "2.4.0", std::string(64, '1'), "wheel"},
                   {"numpy", "1.19.5", std::string(64, '2'), "wheel"},
                   {"termcolor", "1.1.0", std::string(64, '3'), "sdist"}};
  made.unstable = {"keras.sgd/noise"};
  made.checks.back().observations.push_back({"noise", plain(0.5)});
  return made;
}

nlohmann::json refused_decay(const std::string& optimizer) {
  return exception("ValueError",
                   "decay is deprecated in the new Keras optimizer, please check the docstring for valid "
                   "arguments, or use the legacy optimizer, e.g., tf.keras.optimizers.legacy." +
                       optimizer);
}

Record after() {
  Record made = fakes::record(
      "2.12.0",
      {check("tensor_ops.argmax", "tf.math.argmax",
             {{"bool", array("int64", {1}, "AQAAAAAAAAA=")}, {"int8", plain(1)}}),
       check("tensor_ops.range", "tf.range",
             {{"inf", exception("InvalidArgumentError", "Requires ((limit - start) / delta) <= 9223372036854775807")}}),
       check("tensor_ops.matmul", "tf.matmul",
             {{"float32", array("float32", {2, 2}, "AQCAPwAAgD8AAIA/AACAPw==")},
              {"float16", array("float16", {2}, "ATwAPA==")},
              {"rank", plain(2)}}),
       check("tensor_ops.zeta", "tf.math.zeta", {{"edges", array("float32", {2}, "AACAfwAAwH8=")}}),
       check("tf_function.reduce_retracing", "tf.function",
             {{"call", plain({"(1,)", "(None,)"})},
              {"ops", {{"kind", "structure"}, {"value", {"StatelessWhile", "Const", "ReadVariableOp"}}}},
              {"repr", text("<tensorflow.python.eager.polymorphic_function.polymorphic_function.Function object>")}}),
       check("keras.adam", "tf.keras.optimizers.Adam", {{"decay", refused_decay("Adam")}}),
       check("keras.nadam", "tf.keras.optimizers.Nadam", {{"decay", refused_decay("Nadam")}}),
       check("keras.sgd", "tf.keras.optimizers.SGD",
             {{"decay", refused_decay("SGD")},
              {"random", plain(0.75)},
              {"predict_classes", missing("tf.keras.Model.predict_classes")}})});
  made.packages = {{"tensorflow", "2.12.0", std::string(64, '4'), "wheel"},
                   {"numpy", "1.23.5", std::string(64, '5'), "wheel"},
                   {"jax", "0.4.8", std::string(64, '6'), "sdist"},
                   {"termcolor", "1.1.0", std::string(64, '3'), "sdist"}};
  made.unstable = {"keras.sgd/random", "keras.sgd/noise"};
  made.checks.back().observations.push_back({"noise", plain(0.5)});
  return made;
}

SubjectReport failed_subject() {
  SubjectReport failed;
  failed.id = "tensorflow==2.99.0@py3.8";
  failed.requirement = "tensorflow==2.99.0";
  failed.version = "2.99.0";
  failed.python = "3.8.18";
  failed.resolve = "era";
  failed.error = SubjectFailure{"resolve", "the index has no tensorflow 2.99.0", "the newest is 2.20.0"};
  return failed;
}

Report compared(const Record& baseline, const Record& subject) {
  Report report;
  report.command = {"tfharness", "compare", baseline.version, subject.version};
  report.started = "2026-01-02T03:04:05Z";
  report.duration_s = 31.25;
  report.baseline = baseline.subject_id;
  report.subjects = {subject_report(baseline), subject_report(subject)};
  Comparison comparison = compare(baseline, subject);
  report.observations = comparison.observations;
  report.same = comparison.same;
  report.unstable = comparison.unstable;
  report.unreached = comparison.unreached;
  report.differences = std::move(comparison.differences);
  group_findings(report);
  return report;
}

}  // namespace

Report sample_report() {
  Report report = compared(before(), after());
  report.subjects[0].phases = {.resolve_s = 1.26,
                               .fetch_s = 4.21,
                               .unpack_s = 2.5,
                               .import_s = 1.81,
                               .checks_s = 9,
                               .total_s = 17.4,
                               .fetched_bytes = 467'200'000};
  report.subjects[0].peak_rss_bytes = 812'000'000;
  report.subjects[1].phases = {.resolve_s = 0,
                               .fetch_s = 0,
                               .unpack_s = 0,
                               .import_s = 2.94,
                               .checks_s = 101.25,
                               .total_s = 104.2,
                               .fetched_bytes = 0};
  report.subjects[1].notes = {"the wheels were in the store already"};
  for (CheckResult& result : report.subjects[1].results) result.seconds = 0.125;
  report.subjects.push_back(failed_subject());
  for (Difference& difference : report.differences) {
    if (difference.check == "argmax") difference.introduced = "2.9.0";
    if (difference.check == "zeta") difference.cause = Cause{"dependency", "eigen", "the same with numpy 1.19.5"};
  }
  return report;
}

Report sample_without_differences() {
  Record again = before();
  again.subject_id += "#2";
  return compared(before(), again);
}

Report sample_with_many_findings(std::size_t findings) {
  std::vector<CheckRecord> old_checks, new_checks;
  for (std::size_t i = 0; i < findings; ++i) {
    const std::string symbol = fmt::format("tf.op_{}", i);
    old_checks.push_back(check(fmt::format("tensor_ops.op_{}", i), symbol, {{"x", plain(1)}}));
    new_checks.push_back(check(fmt::format("tensor_ops.op_{}", i), symbol, {{"x", plain(2)}}));
  }
  return compared(fakes::record("2.4.0", old_checks), fakes::record("2.12.0", new_checks));
}

}  // namespace tfh
