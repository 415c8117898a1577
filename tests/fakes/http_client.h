// An HTTP client that gives prepared answers by URL, and 404 for the rest.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "harness/base/http.h"

namespace tfh {

class FakeHttpClient : public HttpClient {
 public:
  void answer(const std::string& url, int status, const std::string& content_type, std::string body) {
    HttpResponse response;
    response.status = status;
    response.url = url;
    if (!content_type.empty()) response.headers["content-type"] = content_type;
    response.body = std::move(body);
    answers_[url] = std::move(response);
  }

  Result<HttpResponse> get(const HttpRequest& request) override {
    requests.push_back(request);
    const auto found = answers_.find(request.url);
    if (found != answers_.end()) return found->second;
    HttpResponse missing;
    missing.status = 404;
    missing.url = request.url;
    return missing;
  }

  std::vector<HttpRequest> requests;

 private:
  std::map<std::string, HttpResponse> answers_;
};

}  // namespace tfh
