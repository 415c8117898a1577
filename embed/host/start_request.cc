#include "embed/host/start_request.h"

#include <nlohmann/json.hpp>

namespace tfh::embed {

Result<StartRequest> parse_start_request(const nlohmann::json& message) {
  try {
    StartRequest request;
    request.interpreter = message.at("interpreter").get<std::string>();
    request.version = message.at("version");
    if (const auto& library = message.at("shared_library"); !library.is_null())
      request.shared_library = library.get<std::string>();
    request.suites = message.at("suites").get<std::string>();
    const std::string mode = message.at("sandbox");
    request.sandbox.mode = mode == "off"        ? SandboxRequest::Mode::off
                           : mode == "required" ? SandboxRequest::Mode::required
                                                : SandboxRequest::Mode::available;
    for (const std::string folder : message.at("writable")) request.sandbox.writable.emplace_back(folder);
    if (message.contains("deadline_ms")) request.deadline = std::chrono::milliseconds(message["deadline_ms"]);
    return request;
  } catch (const nlohmann::json::exception& exception) {
    return fail("starting a worker", std::string("the start frame is wrong: ") + exception.what());
  }
}

}  // namespace tfh::embed
