#include "tests/faults/misbehaving_mirror.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "harness/plan/subject.h"

namespace tfh::test {

namespace {

// The next fault that happens to a request for what `faults` are of.
const MirrorFault* take(std::vector<MirrorFault>& faults) {
  const auto next = std::ranges::find_if(faults, [](const MirrorFault& fault) { return fault.left != 0; });
  if (next == faults.end()) return nullptr;
  if (next->left > 0) --next->left;
  return &*next;
}

}  // namespace

void MisbehavingMirror::become_sound() {
  const std::scoped_lock lock(mutex_);
  plan_.faults.clear();
  plan_.false_tls = false;
}

LoopbackAnswer MisbehavingMirror::answer(const LoopbackRequest& request) {
  const std::scoped_lock lock(mutex_);
  for (std::size_t i = 0; i < packages_.size(); ++i) {
    const MadePackage& package = packages_[i];
    const bool moved = request.path == "/moved/files/" + package.filename;
    const bool is_page = request.path == "/simple/" + normalized_name(package.name) + "/";
    if (moved) return sound_answer(request, package.bytes);
    if (!is_page && request.path != "/files/" + package.filename) continue;
    const MirrorFault* fault = take(plan_.faults[is_page ? "page" : std::to_string(i)]);
    const std::string content = is_page ? page(package) : package.bytes;
    if (fault != nullptr) return faulty_answer(*fault, request, content);
    if (!is_page) return sound_answer(request, content);
    return http_answer(
        200, content,
        plan_.html ? "Content-Type: text/html\r\n" : "Content-Type: application/vnd.pypi.simple.v1+json\r\n");
  }
  return http_answer(404, "");
}

std::string MisbehavingMirror::page(const MadePackage& package) const {
  std::string address = server_.url("/files/" + package.filename);
  if (plan_.false_tls) address.replace(0, std::string_view("http:").size(), "https:");
  if (plan_.html)
    return "<!DOCTYPE html><html><body><a href=\"" + address + "#sha256=" + package.sha256 + "\">x</a></body></html>";
  return nlohmann::json{{"meta", {{"api-version", "1.0"}}},
                        {"name", normalized_name(package.name)},
                        {"files",
                         {{{"filename", package.filename},
                           {"url", address},
                           {"hashes", {{"sha256", package.sha256}}},
                           {"size", package.bytes.size()}}}}}
      .dump();
}

}  // namespace tfh::test
