// An index on the loopback interface that serves made packages as its plan says.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "tests/fakes/loopback_server.h"
#include "tests/faults/made_packages.h"
#include "tests/faults/scenario.h"

namespace tfh::test {

class MisbehavingMirror {
 public:
  MisbehavingMirror(MirrorPlan plan, const std::vector<MadePackage>& packages)
      : plan_(std::move(plan)), packages_(packages) {}

  std::string url() const { return server_.url("/simple"); }
  void become_sound();  // for all requests from now on

 private:
  LoopbackAnswer answer(const LoopbackRequest& request);
  std::string page(const MadePackage& package) const;

  std::mutex mutex_;  // of the plan
  MirrorPlan plan_;
  const std::vector<MadePackage>& packages_;
  LoopbackServer server_{[this](const LoopbackRequest& request) { return answer(request); }};  // last: uses the others
};

}  // namespace tfh::test
