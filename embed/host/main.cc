// tfharness-worker: started by the harness with the number of an inherited socket.
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <cstring>
#include <nlohmann/json.hpp>

#include "embed/host/python.h"
#include "embed/host/sandbox.h"
#include "embed/host/start_request.h"
#include "embed/host/supervisor.h"
#include "embed/worker/harness_socket.h"
#include "harness/run/frame.h"

namespace tfh::embed {
namespace {

int report(const Error& error) {
  (void)write_frame(harness_socket,
                    {{"type", "failed"}, {"doing", error.doing}, {"what", error.what}, {"hint", error.hint}});
  return 1;
}

Result<int> start(const StartRequest& request) {
  const nlohmann::json sandbox = TRY(apply_sandbox(request.sandbox));
  nlohmann::json hello{{"type", "hello"}, {"sandbox", sandbox}};
  if (!request.shared_library) {
    hello["start"] = "stock";
    TRY(write_frame(harness_socket, hello));
    TRY(execute_python(request));
  }
  auto run = TRY(load_python(request));
  hello["start"] = "embedded";
  TRY(write_frame(harness_socket, hello));
  return run();
}

Result<StartRequest> receive_request() {
  const auto message = TRY(read_frame(harness_socket));
  if (!message) return fail("starting a worker", "the harness closed the socket");
  return parse_start_request(*message);
}

bool take_socket(const char* number) {
  int descriptor = -1;
  const char* end = number + std::strlen(number);
  if (std::from_chars(number, end, descriptor).ptr != end || descriptor < 0) return false;
  if (descriptor == harness_socket) return true;
  if (::dup2(descriptor, harness_socket) < 0) return false;
  ::close(descriptor);
  return true;
}

// For `tfharness doctor`: what the sandbox can do here, found out by going into it.
int print_sandbox_abilities() {
  const auto applied = apply_sandbox({});
  if (!applied) {
    std::fprintf(stderr, "%s\n", applied.error().text().c_str());
    return 1;
  }
  std::printf("%s\n", applied->dump().c_str());
  return 0;
}

}  // namespace
}  // namespace tfh::embed

int main(int argument_count, char** arguments) {
  using namespace tfh::embed;
  if (argument_count == 2 && std::strcmp(arguments[1], "--sandbox-abilities") == 0) return print_sandbox_abilities();
  if (argument_count != 2 || !take_socket(arguments[1])) {
    std::fputs("tfharness-worker is started by tfharness; it has no use of its own\n", stderr);
    return 2;
  }
  const auto request = receive_request();
  if (!request) return report(request.error());
  supervise(harness_socket, request->deadline, [&] {
    const auto status = start(*request);
    return status ? *status : report(status.error());
  });
}
