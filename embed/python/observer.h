// One running check's way to its sink: encodes values, prefixes keys, keeps keys unique, and tells a missing symbol
// from an ordinary exception.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "embed/python/check_sink.h"
#include "embed/python/encode.h"

namespace tfh::embed {

// Of a check whose observations need nothing of each other.
struct WantedObservations {
  std::set<std::string> only = {};  // keys; empty: all
  std::size_t made = 0;             // the first of them, which an earlier process has made
};

class Observer {
 public:
  // `api`: the public symbols under test; one of them missing is the observation `missing`.
  Observer(const Encoder& encoder, CheckSink& sink, std::vector<std::string> api, WantedObservations wanted);

  void set_prefix(std::string prefix) { prefix_ = std::move(prefix); }  // of keys: "load PRODUCER/"

  // Announces an observation, and the line that makes it where no other needs it.
  enum class Start {
    begun,
    unwanted,  // it is not to be made, and nothing was sent
    taken,     // the check has already used this key, and nothing was sent
  };
  Start start(const std::string& key, const std::string& source = "");

  // Ends an observation that start() accepted.
  void finish(const std::string& key, const Object& value);
  void finish(const std::string& key, const Object& value,
              const std::string& kind);  // "structure", "text", "signature", "symbol", "warnings"
  void finish(const std::string& key, const Raised& raised);

  void source(const std::string& line) { sink_.source(line); }

  // The check is over; a callback that outlived it can observe nothing more.
  void close() { closed_ = true; }
  bool closed() const { return closed_; }

 private:
  nlohmann::json exception_or_missing(const Raised& raised) const;

  const Encoder& encoder_;
  CheckSink& sink_;
  std::vector<std::string> api_;
  WantedObservations wanted_;
  std::string prefix_;
  std::set<std::string> keys_;
  bool closed_ = false;
};

}  // namespace tfh::embed
