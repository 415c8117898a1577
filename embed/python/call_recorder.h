// The Recorder behind checks made in C++: makes each call through the C API, having sent its Python text first.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "embed/python/argument.h"
#include "embed/python/observer.h"
#include "testsuites/recorder.h"

namespace tfh::embed {

class CallRecorder : public testsuites::Recorder {
 public:
  CallRecorder(const Object& framework, const Object& numpy, Observer& observer);

  testsuites::Result call(const std::string& symbol, std::vector<testsuites::Argument> positional,
                          testsuites::Keywords keywords) override;
  void observe(const std::string& key, testsuites::Result result) override;
  void observe_call(const std::string& key, const std::string& symbol, std::vector<testsuites::Argument> positional,
                    testsuites::Keywords keywords) override;
  void follow(const std::string& symbol, std::vector<testsuites::Argument> positional,
              testsuites::Keywords keywords) override;
  void observe_gradient(const std::string& key, const std::string& symbol, std::vector<testsuites::Argument> positional,
                        testsuites::Keywords keywords) override;

  // What made the check itself invalid, a key used twice, as a Python exception; nothing: all went well.
  const std::optional<Raised>& fault() const { return fault_; }

 private:
  struct Call {
    std::string symbol;
    std::vector<testsuites::Argument> positional;
    testsuites::Keywords keywords;
    std::string source;
    bool made = false;
  };

  Outcome outcome_of(const std::string& symbol, const std::vector<testsuites::Argument>& positional,
                     const testsuites::Keywords& keywords) const;
  Outcome gradient(const std::string& function, const std::vector<testsuites::Argument>& inputs);
  bool start(const std::string& key, const std::string& source);
  void finish(const std::string& key, const Outcome& outcome);

  Namespace names_;
  Observer& observer_;
  Call first_;               // which the next ones follow; without a symbol: none
  Object gradient_globals_;  // once the helper is defined: the dict it lives in
  bool gradient_told_ = false;
  std::optional<Raised> fault_;
};

}  // namespace tfh::embed
