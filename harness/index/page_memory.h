// An HttpClient that asks for each index page once in a run, and asks a host that did not answer no more: what forty
// wheels of a lock want to know of a mirror costs one page or one time-out, not forty.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "harness/base/http.h"

namespace tfh {

class PageMemory : public HttpClient {
 public:
  explicit PageMemory(std::unique_ptr<HttpClient> client) : client_(std::move(client)) {}

  // What asks for no page by its Accept header always goes out, and what has a deadline, since that measures.
  Result<HttpResponse> get(const HttpRequest& request) override;

 private:
  struct Entry {
    std::mutex asking;  // of two threads that want the same page one waits for the other
    std::optional<HttpResponse> answer;
  };

  std::unique_ptr<HttpClient> client_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Entry>> pages_;  // by address and Accept header
  std::map<std::string, Error> silent_;                  // hosts that gave no answer at all
};

}  // namespace tfh
