#include "harness/index/page_memory.h"

namespace tfh {

namespace {

// scheme://host:port
std::string origin_of(const std::string& url) {
  const auto scheme = url.find("://");
  return scheme == std::string::npos ? url : url.substr(0, url.find_first_of("/?#", scheme + 3));
}

}  // namespace

Result<HttpResponse> PageMemory::get(const HttpRequest& request) {
  const bool is_page = !request.accept.empty() && !request.range && !request.deadline;
  if (!is_page) return client_->get(request);
  const std::string origin = origin_of(request.url);
  const auto silence = [&]() -> std::optional<Error> {
    const std::lock_guard lock(mutex_);
    const auto silent = silent_.find(origin);
    return silent == silent_.end() ? std::nullopt : std::optional(silent->second);
  };
  std::shared_ptr<Entry> entry;
  {
    const std::lock_guard lock(mutex_);
    auto& known = pages_[request.url + "\n" + request.accept];
    if (!known) known = std::make_shared<Entry>();
    entry = known;
  }
  const std::lock_guard asking(entry->asking);
  if (entry->answer) return *entry->answer;
  if (const auto error = silence()) return std::unexpected(*error);
  auto response = client_->get(request);
  if (!response) {
    const std::lock_guard lock(mutex_);
    silent_.emplace(origin, response.error());
    return response;
  }
  entry->answer = *response;
  return response;
}

}  // namespace tfh
