// Listens to a check and makes its calls again under other inputs. The check's own calls are not observed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "testsuites/op_sweep/variation.h"
#include "testsuites/recorder.h"

namespace tfh::testsuites::op_sweep {

class VaryingRecorder : public Recorder {
 public:
  VaryingRecorder(Recorder& recorder, Aspect aspect) : recorder_(recorder), aspect_(aspect) {}

  // Made as they are: later calls need their results.
  Result call(const std::string& symbol, std::vector<Argument> positional, Keywords keywords) override;
  void observe(const std::string& key, Result result) override;

  // Varied: of each symbol the first call of each form, which is the number of arguments and the names of the others.
  void observe_call(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                    Keywords keywords) override;
  void follow(const std::string& symbol, std::vector<Argument> positional, Keywords keywords) override;
  void observe_gradient(const std::string& key, const std::string& symbol, std::vector<Argument> positional,
                        Keywords keywords) override;

 private:
  bool is_new(const std::string& symbol, const Inputs& call);

  Recorder& recorder_;
  Aspect aspect_;
  std::map<std::string, int> forms_;  // of a symbol's calls, and how many of each there were
};

}  // namespace tfh::testsuites::op_sweep
