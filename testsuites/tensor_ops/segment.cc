// Reductions of rows that belong together.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

Check sorted_segments(const std::string& name) {
  const std::string symbol = "tf.math.segment_" + name;
  Check check{.id = "tensor_ops.segment_" + name, .api = {symbol}, .tolerance = few_ulps};
  check.calls = [symbol](Recorder& recorder) {
    for (const char* dtype : {"int32", "int64", "float16", "float32", "float64"}) {
      const Array rows = pattern(dtype, {4, 2}, 3, 7, 1);
      recorder.observe_call(std::string(dtype) + "/gap", symbol, {rows, integers("int32", {0, 0, 2, 2})});
      recorder.observe_call(std::string(dtype) + "/int64 ids", symbol, {rows, integers("int64", {0, 1, 1, 1})});
    }
    const Array rows = pattern("float32", {4, 2}, 3, 7, 1);
    recorder.observe_call("ids fall", symbol, {rows, integers("int32", {0, 2, 1, 3})});
    recorder.observe_call("ids negative", symbol, {rows, integers("int32", {-1, 0, 0, 1})});
    recorder.observe_call("too few ids", symbol, {rows, integers("int32", {0, 1})});
    recorder.observe_call("empty", symbol, {pattern("float32", {0, 2}, 1, 2, 0), integers("int32", {})});
  };
  return check;
}

Check unsorted_segments(const std::string& name) {
  const std::string symbol = "tf.math.unsorted_segment_" + name;
  Check check{.id = "tensor_ops.unsorted_segment_" + name, .api = {symbol}, .tolerance = few_ulps};
  const Names dtypes = name == "mean" || name == "sqrt_n" ? Names{"float16", "float32", "float64"}
                                                          : Names{"int32", "int64", "float16", "float32", "float64"};
  check.calls = [symbol, dtypes](Recorder& recorder) {
    for (const std::string& dtype : dtypes)
      recorder.observe_call(dtype + "/gap", symbol,
                            {pattern(dtype, {4, 2}, 3, 7, 1), integers("int32", {3, 0, 0, 3}), 4});
    const Array rows = pattern("float32", {4, 2}, 3, 7, 1);
    recorder.observe_call("negative ids are dropped", symbol, {rows, integers("int32", {-1, 0, 0, 1}), 2});
    recorder.observe_call("id too large", symbol, {rows, integers("int32", {0, 0, 0, 5}), 2});
    recorder.observe_call("no segments", symbol, {rows, integers("int32", {-1, -1, -1, -1}), 0});
    recorder.observe_call("negative count", symbol, {rows, integers("int32", {0, 0, 0, 0}), -1});
  };
  return check;
}

std::vector<Case> sparse_cases() {
  const Array rows = pattern("float32", {4, 3}, 3, 7, 1);
  const Array indices = integers("int32", {0, 2, 3, 0});
  const Array ids = integers("int32", {0, 0, 1, 3});
  std::vector<Case> cases;
  for (const char* name : {"sum", "mean", "sqrt_n"}) {
    const std::string symbol = std::string("tf.sparse.segment_") + name;
    cases.push_back({std::string(name) + "/gap", symbol, {rows, indices, ids}});
    cases.push_back({std::string(name) + "/num_segments", symbol, {rows, indices, ids}, {{"num_segments", 6}}});
    cases.push_back({std::string(name) + "/index too large", symbol, {rows, integers("int32", {0, 2, 9, 0}), ids}});
  }
  return cases;
}

}  // namespace

std::vector<Check> segment_checks() {
  std::vector<Check> checks =
      checks_of({{"sparse_segments",
                  {"tf.sparse.segment_sum", "tf.sparse.segment_mean", "tf.sparse.segment_sqrt_n"},
                  sparse_cases,
                  few_ulps}});
  for (const char* name : {"sum", "prod", "mean", "max", "min"}) checks.push_back(sorted_segments(name));
  for (const char* name : {"sum", "prod", "mean", "max", "min", "sqrt_n"}) checks.push_back(unsorted_segments(name));
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
