#include "harness/fetch/connection_settings.h"

#include <filesystem>

namespace tfh {

ConnectionSettings connection_settings(const std::map<std::string, std::string>& environment) {
  const auto value = [&](const char* name) {
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
  };
  ConnectionSettings settings;
  settings.authorities_folder = value("SSL_CERT_DIR");
  settings.netrc = value("NETRC");
  for (const char* name : {"SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}) {
    if (value(name).empty()) continue;
    // requests and pip take a folder here too.
    std::error_code error;
    const bool folder = std::filesystem::is_directory(value(name), error);
    (folder ? settings.authorities_folder : settings.authorities_file) = value(name);
    break;
  }
  return settings;
}

}  // namespace tfh
