#include "embed/python/observer.h"

#include "embed/python/missing.h"

namespace tfh::embed {

Observer::Observer(const Encoder& encoder, CheckSink& sink, std::vector<std::string> api, WantedObservations wanted)
    : encoder_(encoder), sink_(sink), api_(std::move(api)), wanted_(std::move(wanted)) {}

Observer::Start Observer::start(const std::string& key, const std::string& source) {
  if (!keys_.insert(prefix_ + key).second) return Start::taken;
  if (!wanted_.only.empty() && !wanted_.only.contains(prefix_ + key)) return Start::unwanted;
  if (wanted_.made > 0) {
    --wanted_.made;
    return Start::unwanted;
  }
  sink_.observing(prefix_ + key, source);
  return Start::begun;
}

void Observer::finish(const std::string& key, const Object& value) {
  if (PyExceptionInstance_Check(value.get())) return finish(key, describe(value));
  sink_.observed(prefix_ + key, encoder_.observation(value));
}

void Observer::finish(const std::string& key, const Object& value, const std::string& kind) {
  sink_.observed(prefix_ + key, encoder_.observation(value, kind));
}

void Observer::finish(const std::string& key, const Raised& raised) {
  sink_.observed(prefix_ + key, exception_or_missing(raised));
}

nlohmann::json Observer::exception_or_missing(const Raised& raised) const {
  nlohmann::json exception = encoder_.exception(raised);
  if (!raised.is(PyExc_AttributeError)) return exception;
  const auto symbol = missing_symbol(raised.message, api_);
  if (!symbol) return exception;
  return {{"kind", "missing"}, {"symbol", *symbol}, {"type", raised.type}, {"message", exception["message"]}};
}

}  // namespace tfh::embed
