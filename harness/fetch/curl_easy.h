// One libcurl easy handle with the options that all requests share. Included only by the curl_*.cc files.
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "harness/base/error.h"
#include "harness/fetch/connection_settings.h"

namespace tfh {

struct EasyCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using EasyHandle = std::unique_ptr<CURL, EasyCloser>;

struct HeaderListCloser {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, HeaderListCloser>;

// Null when libcurl cannot be set up. The same options are put back with set_shared_options() after a reset.
EasyHandle make_easy();

// Certificates always checked, at most 10 redirects and never to a weaker scheme, no content decoding, netrc,
// `stall_seconds` without a byte end the transfer.
void set_shared_options(CURL* handle, const ConnectionSettings& settings, long stall_seconds);

// Headers of the last answer of a chain, names in lower case. One per request, given to the handle by pointer.
struct AnswerHeaders {
  std::map<std::string, std::string> values;
};
void collect_headers(CURL* handle, AnswerHeaders& headers);

int answer_status(CURL* handle);                 // 200 for a file:// URL that could be read
std::string answer_url(CURL* handle);            // after redirects, as curl used it
std::chrono::seconds asked_delay(CURL* handle);  // Retry-After; 0: none

// What a curl code means, in words for a person, and whether another attempt at the same URL may help.
struct CurlFailure {
  std::string what;
  std::string hint;
  bool may_pass = false;
};
CurlFailure explain(CURLcode code, CURL* handle);

}  // namespace tfh
