// The forks of a zygote that are at work.
#pragma once

#include <list>

#include "embed/worker/fork.h"

namespace tfh::embed {

class Forks {
 public:
  // Its frames go to the harness, and last "fork_ended", whatever happens to it. The GIL is held all the time, so that
  // every fork starts from the same state. False: this machine makes no more processes.
  bool start(ForkRequest request);

  // Until the harness has sent something; meanwhile the forks are tended. False: the harness is gone.
  bool wait_for(int harness);

 private:
  std::list<Fork> running_;
};

}  // namespace tfh::embed
