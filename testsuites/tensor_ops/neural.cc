// Losses, normalisation and the smaller pieces of neural networks, and quantisation.
#include <cmath>

#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

std::vector<Case> loss_cases() {
  std::vector<Case> cases;
  for (const char* dtype : {"float16", "bfloat16", "float32", "float64"}) {
    const Array logits = shaped(numbers(dtype, {1, 2, 3, -1, 0, 1}), {2, 3});
    const Array labels = shaped(numbers(dtype, {0, 0, 1, 0.5, 0.5, 0}), {2, 3});
    const std::string prefix = std::string(dtype) + "/";
    cases.push_back({prefix + "softmax", "tf.nn.softmax_cross_entropy_with_logits", {labels, logits}});
    cases.push_back(
        {prefix + "sparse", "tf.nn.sparse_softmax_cross_entropy_with_logits", {integers("int32", {2, 0}), logits}});
    cases.push_back({prefix + "sigmoid", "tf.nn.sigmoid_cross_entropy_with_logits", {labels, logits}});
    cases.push_back({prefix + "weighted", "tf.nn.weighted_cross_entropy_with_logits", {labels, logits, 2.0}});
    cases.push_back({prefix + "poisson", "tf.nn.log_poisson_loss", {labels, logits}});
    cases.push_back({prefix + "l2", "tf.nn.l2_loss", {logits}});
  }
  const Array logits = shaped(floats("float32", {1, 2, 3, -1, 0, 1}), {2, 3});
  cases.push_back(
      {"label out of range", "tf.nn.sparse_softmax_cross_entropy_with_logits", {integers("int32", {3, 0}), logits}});
  cases.push_back({"infinite logits",
                   "tf.nn.softmax_cross_entropy_with_logits",
                   {floats("float32", {0, 1}), floats("float32", {INFINITY, 0})}});
  cases.push_back({"shapes differ",
                   "tf.nn.softmax_cross_entropy_with_logits",
                   {floats("float32", {0, 1, 0}), floats("float32", {1, 0})}});
  cases.push_back({"no classes", "tf.nn.softmax", {pattern("float32", {2, 0}, 1, 2, 0)}});
  cases.push_back({"softmax axis", "tf.nn.softmax", {logits}, {{"axis", 0}}});
  cases.push_back({"ctc",
                   "tf.nn.ctc_loss",
                   {shaped(integers("int32", {1, 2}), {1, 2}), pattern("float32", {4, 1, 3}, 7, 5, -2),
                    integers("int32", {2}), integers("int32", {4})}});
  cases.push_back(
      {"ctc greedy", "tf.nn.ctc_greedy_decoder", {pattern("float32", {4, 1, 3}, 7, 5, -2), integers("int32", {4})}});
  cases.push_back({"ctc beam",
                   "tf.nn.ctc_beam_search_decoder",
                   {pattern("float32", {4, 1, 3}, 7, 5, -2), integers("int32", {4})},
                   {{"beam_width", 3}}});
  return cases;
}

std::vector<Case> layer_cases() {
  const Array image = pattern("float32", {1, 2, 2, 3}, 7, 11, 0);
  const Array three = floats("float32", {1, 2, 3});
  return {
      {"bias_add", "tf.nn.bias_add", {image, three}},
      {"bias_add NCHW",
       "tf.nn.bias_add",
       {pattern("float32", {1, 3, 2, 2}, 7, 11, 0), three},
       {{"data_format", "NCHW"}}},
      {"bias_add wrong length", "tf.nn.bias_add", {image, floats("float32", {1})}},
      {"batch_normalization", "tf.nn.batch_normalization", {image, three, three, three, three, 0.001}},
      {"fused training",
       "tf.raw_ops.FusedBatchNormV3",
       {},
       {{"x", image},
        {"scale", three},
        {"offset", three},
        {"mean", floats("float32", {})},
        {"variance", floats("float32", {})}}},
      {"crelu", "tf.nn.crelu", {three}},
      {"dropout 0", "tf.nn.dropout", {three, 0.0}},
      {"dropout 1", "tf.nn.dropout", {three, 1.0}},
      {"dropout of integers", "tf.nn.dropout", {integers("int32", {1, 2}), 0.5}},
      {"embedding_lookup", "tf.nn.embedding_lookup", {pattern("float32", {4, 2}, 3, 7, 0), integers("int32", {3, 0})}},
      {"embedding_lookup out of range",
       "tf.nn.embedding_lookup",
       {pattern("float32", {4, 2}, 3, 7, 0), integers("int32", {4})}},
      {"embedding max_norm",
       "tf.nn.embedding_lookup",
       {pattern("float32", {4, 2}, 3, 7, 0), integers("int32", {3, 0})},
       {{"max_norm", 1.0}}},
      {"top scaled", "tf.nn.scale_regularization_loss", {scalar("float32", 2)}},
      {"gelu approximate", "tf.nn.gelu", {three}, {{"approximate", true}}},
      {"silu beta", "tf.nn.silu", {three}, {{"beta", 2.0}}},
      {"relu6 of integers", "tf.nn.relu6", {integers("int32", {-1, 7})}},
      {"leaky alpha", "tf.nn.leaky_relu", {floats("float32", {-1, 1})}, {{"alpha", 0.5}}},
      {"global_norm", "tf.linalg.global_norm", {List{{three, image}}}},
      {"clip_by_global_norm", "tf.clip_by_global_norm", {List{{three, floats("float32", {NAN})}}, 1.0}},
      {"isotonic", "tf.nn.isotonic_regression", {three}}};
}

std::vector<Case> quantize_cases() {
  const Array values = floats("float32", {-7, -1, -0.4, 0, 0.5, 1.2, 5.99, 6, 100});
  std::vector<Case> cases = {
      {"fake args", "tf.quantization.fake_quant_with_min_max_args", {values}},
      {"fake 4 bits",
       "tf.quantization.fake_quant_with_min_max_args",
       {values},
       {{"min", -1}, {"max", 1}, {"num_bits", 4}}},
      {"fake bits out of range", "tf.quantization.fake_quant_with_min_max_args", {values}, {{"num_bits", 1}}},
      {"fake min above max", "tf.quantization.fake_quant_with_min_max_args", {values}, {{"min", 5}, {"max", 1}}},
      {"fake vars",
       "tf.quantization.fake_quant_with_min_max_vars",
       {values, scalar("float32", -1), scalar("float32", 1)}},
      {"per channel",
       "tf.quantization.fake_quant_with_min_max_vars_per_channel",
       {floats("float32", {-2, 0.3}), floats("float32", {-1, 0}), floats("float32", {1, 6})}},
      {"per channel of wrong length",
       "tf.quantization.fake_quant_with_min_max_vars_per_channel",
       {values, floats("float32", {-1}), floats("float32", {1})}},
      {"and back",
       "tf.quantization.quantize_and_dequantize_v2",
       {values, scalar("float32", -6), scalar("float32", 6)},
       {{"range_given", true}}},
      {"and back narrow",
       "tf.quantization.quantize_and_dequantize_v2",
       {values, scalar("float32", -6), scalar("float32", 6)},
       {{"narrow_range", true}, {"range_given", true}}}};
  for (const char* mode : {"MIN_FIRST", "MIN_COMBINED", "SCALED"}) {
    for (const char* dtype : {"quint8", "qint8", "qint32"})
      cases.push_back({std::string("quantize ") + mode + " " + dtype,
                       "tf.quantization.quantize",
                       {values, -6.0, 6.0, Symbol{std::string("tf.") + dtype}},
                       {{"mode", mode}}});
  }
  return cases;
}

}  // namespace

std::vector<Check> neural_checks() {
  return checks_of({{"losses",
                     {"tf.nn.softmax_cross_entropy_with_logits", "tf.nn.sparse_softmax_cross_entropy_with_logits",
                      "tf.nn.sigmoid_cross_entropy_with_logits", "tf.nn.ctc_loss", "tf.nn.ctc_greedy_decoder"},
                     loss_cases,
                     sums,
                     Policy::not_covered},
                    {"layers",
                     {"tf.nn.bias_add", "tf.nn.batch_normalization", "tf.nn.dropout", "tf.nn.embedding_lookup",
                      "tf.nn.silu", "tf.nn.isotonic_regression", "tf.clip_by_global_norm"},
                     layer_cases,
                     sums,
                     Policy::not_covered},
                    {"quantization",
                     {"tf.quantization.fake_quant_with_min_max_args", "tf.quantization.fake_quant_with_min_max_vars",
                      "tf.quantization.quantize", "tf.quantization.quantize_and_dequantize_v2"},
                     quantize_cases,
                     {.ulps = 1}}});
}

}  // namespace tfh::testsuites::tensor_ops
