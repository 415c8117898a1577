// What the user's environment says about connections. Proxies are not here: libcurl reads http_proxy, https_proxy,
// all_proxy and no_proxy itself.
#pragma once

#include <map>
#include <string>

namespace tfh {

struct ConnectionSettings {
  std::string authorities_file;    // PEM bundle; empty: libcurl's default
  std::string authorities_folder;  // hashed folder; empty: libcurl's default
  std::string netrc;               // empty: ~/.netrc
};

// The first set of SSL_CERT_FILE, PIP_CERT, REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE; SSL_CERT_DIR; NETRC.
ConnectionSettings connection_settings(const std::map<std::string, std::string>& environment);

}  // namespace tfh
