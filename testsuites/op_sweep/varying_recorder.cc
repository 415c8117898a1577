#include "testsuites/op_sweep/varying_recorder.h"

#include <utility>

namespace tfh::testsuites::op_sweep {

Result VaryingRecorder::call(const std::string& symbol, std::vector<Argument> positional, Keywords keywords) {
  return recorder_.call(symbol, std::move(positional), std::move(keywords));
}

void VaryingRecorder::observe(const std::string&, Result) {}

void VaryingRecorder::observe_call(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                                   Keywords keywords) {
  const Inputs call{"", std::move(positional), std::move(keywords)};
  if (!is_new(symbol, call)) return;
  for (Inputs& varied : variations(call, aspect_))
    recorder_.observe_call(key + ": " + varied.name, symbol, std::move(varied.positional), std::move(varied.keywords));
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
