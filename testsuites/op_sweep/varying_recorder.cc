#include "testsuites/op_sweep/varying_recorder.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace tfh::testsuites::op_sweep {
namespace {

// Calls that read or write outside of their memory in some release: what they return is never the same, and what
// they overwrite kills a later call.
struct Overrun {
  std::string_view symbol, variation;
};
constexpr Overrun overruns[] = {
    {"tf.math.bincount", "0 with -1"},
    {"tf.math.bincount", "0 negated"},
    {"tf.split", "1 = []"},
    {"tf.linalg.banded_triangular_solve", "0 empty"},
    {"tf.image.combined_non_max_suppression", "1 scalar"},
    {"tf.quantization.fake_quant_with_min_max_vars_per_channel", "1 scalar"},
    {"tf.quantization.fake_quant_with_min_max_vars_per_channel", "2 scalar"},
    {"tf.raw_ops.FusedBatchNormV3", "offset empty"},
    {"tf.raw_ops.FusedBatchNormV3", "x in single elements"},
    {"tf.tensor_scatter_nd_add", "1 in single elements"},
    {"tf.tensor_scatter_nd_max", "1 in single elements"},
    {"tf.tensor_scatter_nd_min", "1 in single elements"},
    {"tf.tensor_scatter_nd_sub", "1 in single elements"},
    {"tf.tensor_scatter_nd_update", "1 in single elements"},
    {"tf.tensor_scatter_nd_update", "1 in one more dimension"},
};

bool overruns_memory(std::string_view symbol, std::string_view variation) {
  return std::ranges::any_of(
      overruns, [&](const Overrun& known) { return known.symbol == symbol && known.variation == variation; });
}

}  // namespace

Result VaryingRecorder::call(const std::string& symbol, std::vector<Argument> positional, Keywords keywords) {
  return recorder_.call(symbol, std::move(positional), std::move(keywords));
}

void VaryingRecorder::observe(const std::string&, Result) {}

void VaryingRecorder::observe_call(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                                   Keywords keywords) {
  const Inputs call{"", std::move(positional), std::move(keywords)};
  if (!is_new(symbol, call)) return;
  // Numbers, and arrays of NumPy, are converted as those of the first call were, whatever came before.
  recorder_.follow(symbol, call.positional, call.keywords);
  for (Inputs& varied : variations(call, aspect_))
    if (!overruns_memory(symbol, varied.name))
      recorder_.observe_call(key + ": " + varied.name, symbol, std::move(varied.positional),
                             std::move(varied.keywords));
}

void VaryingRecorder::follow(const std::string& symbol, std::vector<Argument> positional, Keywords keywords) {
  recorder_.follow(symbol, std::move(positional), std::move(keywords));
}

void VaryingRecorder::observe_gradient(const std::string& key, const std::string& symbol,
                                       std::vector<Argument> positional, Keywords keywords) {
  const Inputs call{"", std::move(positional), std::move(keywords)};
  if (aspect_ == Aspect::arguments || !is_new("gradient of " + symbol, call)) return;
  for (Inputs& varied : variations(call, aspect_))
    recorder_.observe_gradient(key + ": " + varied.name, symbol, std::move(varied.positional),
                               std::move(varied.keywords));
}

bool VaryingRecorder::is_new(const std::string& symbol, const Inputs& call) {
  std::string form = symbol + " " + std::to_string(call.positional.size());
  for (const auto& [name, argument] : call.keywords) form += " " + name;
  return ++forms_[form] == 1;
}

}  // namespace tfh::testsuites::op_sweep
