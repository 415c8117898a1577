#include "harness/base/environment.h"

#include <unistd.h>

#include <array>
#include <string_view>

namespace tfh {

std::map<std::string, std::string> own_environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (const auto equals = text.find('='); equals != std::string_view::npos)
      variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}

std::map<std::string, std::string> tool_environment(const std::map<std::string, std::string>& environment) {
  constexpr std::array passed_on{"PATH",
                                 "HOME",
                                 "USER",
                                 "TMPDIR",
                                 "LANG",
                                 "LC_ALL",
                                 "TZ",
                                 "CC",
                                 "CXX",
                                 "CFLAGS",
                                 "CXXFLAGS",
                                 "LDFLAGS",
                                 "XDG_CONFIG_HOME",
                                 "XDG_CONFIG_DIRS",
                                 "XDG_CACHE_HOME",
                                 "XDG_DATA_HOME",
                                 "http_proxy",
                                 "https_proxy",
                                 "all_proxy",
                                 "no_proxy",
                                 "HTTP_PROXY",
                                 "HTTPS_PROXY",
                                 "ALL_PROXY",
                                 "NO_PROXY",
                                 "NETRC",
                                 "SSL_CERT_FILE",
                                 "SSL_CERT_DIR",
                                 "SSL_CLIENT_CERT"};
  std::map<std::string, std::string> result;
  for (const char* name : passed_on)
    if (const auto found = environment.find(name); found != environment.end()) result.insert(*found);
  for (const char* name : {"PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"})
    if (const auto found = environment.find(name); found != environment.end() && !found->second.empty())
      result.emplace("SSL_CERT_FILE", found->second);  // the first that is set counts
  return result;
}

}  // namespace tfh
