// The HttpClient over libcurl: whole small answers, one easy handle per call, kept for its open connections.
#include <algorithm>
#include <mutex>
#include <vector>

#include "harness/base/credentials.h"
#include "harness/fetch/curl_easy.h"
#include "harness/fetch/fetcher.h"
#include "harness/fetch/retry.h"

namespace tfh {
namespace {

constexpr std::size_t largest_answer = 64 << 20;  // bytes, as HttpClient promises

std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* receiver) {
  auto& body = *static_cast<std::string*>(receiver);
  if (body.size() + size * count > largest_answer) return 0;
  body.append(bytes, size * count);
  return size * count;
}

HeaderList request_headers(const HttpRequest& request) {
  // Without this header curl sends none, and a server may then encode as it likes; offsets and hashes would not hold.
  HeaderList list(curl_slist_append(nullptr, "Accept-Encoding: identity"));
  if (request.accept.empty()) return list;
  curl_slist* extended = curl_slist_append(list.get(), ("Accept: " + request.accept).c_str());
  if (extended != list.get()) list.reset(extended);
  return list;
}

class CurlClient : public HttpClient {
 public:
  CurlClient(ConnectionSettings settings, const FetchOptions& options, Clock& clock)
      : settings_(std::move(settings)), options_(options), clock_(clock) {}

  Result<HttpResponse> get(const HttpRequest& request) override {
    EasyHandle handle = take();
    if (!handle) return fail("fetching " + without_credentials(request.url), "libcurl cannot be set up");
    for (int attempt = 1;; ++attempt) {
      HttpResponse response;
      const CURLcode code = perform(handle.get(), request, response);
      const CurlFailure failure = explain(code, handle.get());
      const bool again = code == CURLE_OK ? worth_retrying(response.status) : failure.may_pass;
      if (!again || request.deadline || attempt == options_.attempts) {
        const bool too_large = code == CURLE_WRITE_ERROR;
        give_back(std::move(handle));
        if (code == CURLE_OK) return response;
        return fail("fetching " + without_credentials(request.url),
                    too_large ? "the answer is larger than 64 MiB" : failure.what, failure.hint);
      }
      clock_.sleep(delay_before(attempt + 1, options_.first_delay, asked_delay(handle.get())));
    }
  }

 private:
  CURLcode perform(CURL* handle, const HttpRequest& request, HttpResponse& response) {
    curl_easy_reset(handle);
    set_shared_options(handle, settings_, static_cast<long>(options_.stall.count()));
    curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, request.url.starts_with("https:") ? "https" : "http,https");
    const HeaderList headers = request_headers(request);
    AnswerHeaders answer;
    collect_headers(handle, answer);
    curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &on_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, &response.body);
    if (request.deadline) curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(request.deadline->count()));
    std::string range;
    if (request.range) {
      range = std::to_string(request.range->first) + "-";
      if (request.range->last) range += std::to_string(*request.range->last);
      curl_easy_setopt(handle, CURLOPT_RANGE, range.c_str());
    }
    const CURLcode code = curl_easy_perform(handle);
    response.status = answer_status(handle);
    response.url = answer_url(handle);
    response.headers = std::move(answer.values);
    return code;
  }

  EasyHandle take() {
    const std::scoped_lock lock(mutex_);
    if (idle_.empty()) return make_easy();
    EasyHandle handle = std::move(idle_.back());
    idle_.pop_back();
    return handle;
  }

  void give_back(EasyHandle handle) {
    const std::scoped_lock lock(mutex_);
    idle_.push_back(std::move(handle));
  }

  ConnectionSettings settings_;
  FetchOptions options_;
  Clock& clock_;
  std::mutex mutex_;
  std::vector<EasyHandle> idle_;
};

}  // namespace

std::unique_ptr<HttpClient> make_http_client(const std::map<std::string, std::string>& environment, Clock& clock,
                                             const FetchOptions& options) {
  return std::make_unique<CurlClient>(connection_settings(environment), options, clock);
}

}  // namespace tfh
