#include "harness/fetch/curl_easy.h"

#include <algorithm>
#include <cctype>
#include <mutex>

#include "harness/base/trimmed.h"
namespace tfh {
namespace {

std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* receiver) {
  auto& headers = *static_cast<AnswerHeaders*>(receiver);
  std::string_view line(bytes, size * count);
  if (line.starts_with("HTTP/")) headers.values.clear();  // a new answer of the chain
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return size * count;
  std::string name(line.substr(0, colon));
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  headers.values[name] = trimmed(line.substr(colon + 1), " \t\r\n");
  return size * count;
}

template <class T>
T information(CURL* handle, CURLINFO which) {
  T value{};
  curl_easy_getinfo(handle, which, &value);
  return value;
}

}  // namespace

EasyHandle make_easy() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
  return EasyHandle(curl_easy_init());
}

void set_shared_options(CURL* handle, const ConnectionSettings& settings, long stall_seconds) {
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "tfharness");
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https,file");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(handle, CURLOPT_MAXREDIRS, 10L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, 20L);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, stall_seconds);
  curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(handle, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_OPTIONAL));
  curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(handle, CURLOPT_BUFFERSIZE, 512L * 1024);
  if (!settings.netrc.empty()) curl_easy_setopt(handle, CURLOPT_NETRC_FILE, settings.netrc.c_str());
  if (!settings.authorities_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, settings.authorities_file.c_str());
  if (!settings.authorities_folder.empty())
    curl_easy_setopt(handle, CURLOPT_CAPATH, settings.authorities_folder.c_str());
}

void collect_headers(CURL* handle, AnswerHeaders& headers) {
  headers.values.clear();
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &on_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &headers);
}

int answer_status(CURL* handle) {
  const long status = information<long>(handle, CURLINFO_RESPONSE_CODE);
  const char* scheme = information<char*>(handle, CURLINFO_SCHEME);
  const bool is_file = scheme != nullptr && (std::string_view(scheme) == "FILE" || std::string_view(scheme) == "file");
  return is_file ? 200 : static_cast<int>(status);
}

std::string answer_url(CURL* handle) {
  const char* url = information<char*>(handle, CURLINFO_EFFECTIVE_URL);
  return url == nullptr ? "" : url;
}

std::chrono::seconds asked_delay(CURL* handle) {
  return std::chrono::seconds(information<curl_off_t>(handle, CURLINFO_RETRY_AFTER));
}

CurlFailure explain(CURLcode code, CURL* handle) {
  CurlFailure failure{.what = curl_easy_strerror(code), .hint = "", .may_pass = true};
  switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
      failure.hint = "if the network re-signs traffic, name its CA bundle with SSL_CERT_FILE or PIP_CERT";
      failure.may_pass = false;
      break;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_TOO_MANY_REDIRECTS:
    case CURLE_WRITE_ERROR:
    case CURLE_FILE_COULDNT_READ_FILE:
    case CURLE_REMOTE_ACCESS_DENIED:
      failure.may_pass = false;
      break;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
      failure.hint = "check the network and the proxy settings (https_proxy, no_proxy)";
      break;
    case CURLE_OPERATION_TIMEDOUT:
      failure.what = "the server stopped sending";
      break;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
      failure.what = "the connection was dropped";
      break;
    default:
      break;
  }
  const long verification = information<long>(handle, CURLINFO_SSL_VERIFYRESULT);
  if (!failure.may_pass && verification != 0)
    failure.what += " (certificate check " + std::to_string(verification) + ")";
  return failure;
}

}  // namespace tfh
