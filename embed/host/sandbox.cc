#include "embed/host/sandbox.h"

#include <sys/prctl.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "embed/host/file_rules.h"
#include "embed/host/namespaces.h"
#include "embed/host/network_filter.h"

namespace tfh::embed {

Result<nlohmann::json> apply_sandbox(const SandboxRequest& request) {
  nlohmann::json applied{{"network", "open"}, {"files", "open"}, {"missing", nlohmann::json::array()}};
  if (request.mode == SandboxRequest::Mode::off) return applied;

  const auto network = enter_namespaces();
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);  // what Landlock and seccomp ask for
  if (network) {
    applied["network"] = "namespace";
  } else if (const auto filter = deny_internet_sockets()) {
    applied["network"] = "no internet sockets";
  } else {
    applied["missing"].push_back(network.error().text());
    applied["missing"].push_back(filter.error().text());
  }
  const auto files = restrict_writing(request.writable);
  if (files)
    applied["files"] = "landlock " + std::to_string(*files);
  else
    applied["missing"].push_back(files.error().text());

  if (request.mode == SandboxRequest::Mode::required && !applied["missing"].empty())
    return fail("isolating the worker", applied["missing"][0].get<std::string>(),
                "this machine cannot give the sandbox that is required; --sandbox=available does what it can");
  return applied;
}

}  // namespace tfh::embed
