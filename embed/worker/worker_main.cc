#include "embed/worker/worker_main.h"

#include <fcntl.h>
#include <unistd.h>

#include "embed/worker/fork.h"
#include "embed/worker/framework.h"
#include "embed/worker/harness_socket.h"
#include "embed/worker/script.h"
#include "harness/run/frame.h"

namespace tfh::embed {
namespace {

// Zero or more answers, the last of which the harness waits for. False: nobody is there to answer.
bool answer(const nlohmann::json& message) {
  if (message.at("type") == "fork") return run_fork(parse_fork_request(message));
  return write_frame(harness_socket, import_framework(parse_import_request(message))).has_value();
}

}  // namespace

int worker_main() {
  ::fcntl(harness_socket, F_SETFD, FD_CLOEXEC);  // it came through an exec when the stock interpreter runs
  try {
    for (bool harness_there = true; harness_there;) {
      const auto message = read_frame(harness_socket);
      if (!message || !*message) break;
      if ((*message)->at("type") == "script") return run_script(**message);
      harness_there = answer(**message);
    }
  } catch (const std::exception& exception) {
    (void)write_frame(harness_socket,
                      {{"type", "failed"}, {"doing", "serving a request"}, {"what", exception.what()}, {"hint", ""}});
  }
  ::_exit(0);  // a parked zygote has nothing to finalize
}

}  // namespace tfh::embed
