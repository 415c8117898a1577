// What the stages need of HTTP. The real client (fetch/curl_client.cc) is the only user of libcurl.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "harness/base/error.h"

namespace tfh {

struct ByteRange {
  std::uint64_t first = 0;
  std::optional<std::uint64_t> last;  // inclusive; absent: to the end
};

struct HttpRequest {
  std::string url;
  std::string accept;              // Accept header; empty: */*
  std::optional<ByteRange> range;  // sent as a Range header; the caller checks for 206 and Content-Range
  // For the whole answer, which is asked for once only then. Absent: as long as bytes come, with retries.
  std::optional<std::chrono::milliseconds> deadline = {};
};

struct HttpResponse {
  int status = 0;
  std::string url;                             // after redirects
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;                            // never decoded: identity is asked for
};

// Whole small answers, in memory (64 MiB at most). An answer of any status is a response;
// an Error means that there was no complete answer (connection, TLS, time-out), after retries.
class HttpClient {
 public:
  virtual ~HttpClient() = default;
  virtual Result<HttpResponse> get(const HttpRequest& request) = 0;
};

}  // namespace tfh
