#include "embed/worker/worker_main.h"

#include <fcntl.h>
#include <unistd.h>

#include "embed/worker/forks.h"
#include "embed/worker/framework.h"
#include "embed/worker/harness_socket.h"
#include "embed/worker/script.h"
#include "harness/run/frame.h"
#include "testsuites/registry.h"

namespace tfh::embed {
namespace {

// False: nobody is there to answer.
bool serve(const nlohmann::json& message, Forks& forks) {
  if (message.at("type") == "fork") return forks.start(parse_fork_request(message));
  return write_frame(harness_socket, import_framework(parse_import_request(message))).has_value();
}

}  // namespace

int worker_main() {
  ::fcntl(harness_socket, F_SETFD, FD_CLOEXEC);  // it came through an exec when the stock interpreter runs
  try {
    testsuites::all_checks();  // made here once, not in every fork
    Forks forks;
    for (bool harness_there = true; harness_there && forks.wait_for(harness_socket);) {
      const auto message = read_frame(harness_socket);
      if (!message || !*message) break;
      if ((*message)->at("type") == "script") return run_script(**message);
      harness_there = serve(**message, forks);
    }
  } catch (const std::exception& exception) {
    (void)write_frame(harness_socket,
                      {{"type", "failed"}, {"doing", "serving a request"}, {"what", exception.what()}, {"hint", ""}});
  }
  ::_exit(0);  // a parked zygote has nothing to finalize
}

}  // namespace tfh::embed
