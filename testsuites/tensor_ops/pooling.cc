// Pooling over windows.
#include <cmath>

#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

Check pool(const std::string& name) {
  const std::string symbol = "tf.nn." + name;
  Check check{.id = "tensor_ops." + name, .api = {symbol}, .tolerance = few_ulps};
  check.calls = [symbol](Recorder& recorder) {
    for (const char* dtype : {"float16", "bfloat16", "float32", "float64", "int32", "int64", "uint8"}) {
      const Array image = pattern(dtype, {1, 5, 6, 2}, 7, 31, 0);
      for (const char* padding : {"SAME", "VALID"})
        recorder.observe_call(std::string(dtype) + "/" + padding, symbol, {image, 2, 2, padding});
      recorder.observe_call(std::string(dtype) + "/overlapping", symbol, {image, 3, 1, "SAME"});
    }
    const Array image = pattern("float32", {1, 5, 6, 2}, 7, 31, 0);
    const Array nan = shaped(floats("float32", {1, NAN, 3, 4}), {1, 2, 2, 1});
    recorder.observe_call("NaN", symbol, {nan, 2, 1, "VALID"});
    recorder.observe_call("infinite", symbol,
                          {shaped(floats("float32", {1, INFINITY, -INFINITY, 4}), {1, 2, 2, 1}), 2, 1, "SAME"});
    recorder.observe_call("NCHW", symbol, {image, 2, 1, "SAME"}, {{"data_format", "NCHW"}});
    recorder.observe_call("window larger", symbol, {image, 9, 1, "VALID"});
    recorder.observe_call("stride zero", symbol, {image, 2, 0, "SAME"});
    recorder.observe_call("window zero", symbol, {image, 0, 1, "SAME"});
    recorder.observe_call("empty batch", symbol, {pattern("float32", {0, 5, 6, 2}, 1, 9, 0), 2, 2, "SAME"});
    recorder.observe_call("line", symbol, {pattern("float32", {1, 7, 2}, 7, 31, 0), 2, 2, "SAME"});
    recorder.observe_call("volume", symbol, {pattern("float32", {1, 3, 4, 4, 1}, 7, 31, 0), 2, 2, "SAME"});
    recorder.observe_call("depth", symbol,
                          {pattern("float32", {1, 2, 2, 4}, 7, 31, 0), list({1, 1, 1, 2}), list({1, 1, 1, 2}), "SAME"});
  };
  return check;
}

std::vector<Case> other_cases() {
  const Array image = pattern("float32", {1, 4, 4, 2}, 7, 31, 0);
  return {{"argmax", "tf.nn.max_pool_with_argmax", {image, 2, 2, "SAME"}},
          {"argmax int32", "tf.nn.max_pool_with_argmax", {image, 2, 2, "SAME"}, {{"output_dtype", "int32"}}},
          {"argmax batch",
           "tf.nn.max_pool_with_argmax",
           {pattern("float32", {2, 2, 2, 1}, 7, 31, 0), 2, 2, "SAME"},
           {{"include_batch_in_index", true}}},
          {"argmax ties", "tf.nn.max_pool_with_argmax", {pattern("float32", {1, 2, 2, 1}, 0, 1, 1), 2, 2, "SAME"}},
          {"explicit padding",
           "tf.nn.max_pool2d",
           {image, 2, 2, List{{list({0, 0}), list({1, 0}), list({0, 1}), list({0, 0})}}}},
          {"explicit padding average",
           "tf.nn.avg_pool2d",
           {image, 2, 2, List{{list({0, 0}), list({1, 0}), list({0, 1}), list({0, 0})}}}},
          {"fractional average", "tf.nn.fractional_avg_pool", {image, List{{1.0, 1.5, 1.5, 1.0}}}, {{"seed", 5}}},
          {"fractional maximum", "tf.nn.fractional_max_pool", {image, List{{1.0, 1.5, 1.5, 1.0}}}, {{"seed", 5}}},
          {"pool with dilation", "tf.nn.pool", {image, list({2, 2}), "MAX"}, {{"dilations", list({2, 2})}}},
          {"patches",
           "tf.image.extract_patches",
           {image, list({1, 2, 2, 1}), list({1, 2, 2, 1}), list({1, 1, 1, 1}), "SAME"}},
          {"volume patches",
           "tf.extract_volume_patches",
           {pattern("float32", {1, 2, 2, 2, 1}, 7, 31, 0), list({1, 2, 2, 2, 1}), list({1, 1, 1, 1, 1}), "VALID"}},
          {"local response", "tf.nn.local_response_normalization", {image}, {{"depth_radius", 1}}}};
}

}  // namespace

std::vector<Check> pooling_checks() {
  std::vector<Check> checks = {pool("max_pool"), pool("avg_pool")};
  for (Check& check :
       checks_of({{"pooling",
                   {"tf.nn.max_pool_with_argmax", "tf.nn.max_pool2d", "tf.nn.avg_pool2d", "tf.nn.fractional_avg_pool",
                    "tf.nn.fractional_max_pool", "tf.nn.pool", "tf.image.extract_patches"},
                   other_cases,
                   few_ulps}}))
    checks.push_back(std::move(check));
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
