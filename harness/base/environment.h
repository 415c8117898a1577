// This process's environment variables, as a value.
#pragma once

#include <map>
#include <string>

namespace tfh {

std::map<std::string, std::string> own_environment();

// For programs that talk to the network or compile: what is in `environment` about the place (PATH, HOME, TMPDIR,
// LANG), compilers, proxies and certificates. Nothing that changes what Python or a tool decides. Where only pip,
// requests or curl are told about certificates (PIP_CERT, REQUESTS_CA_BUNDLE, CURL_CA_BUNDLE), SSL_CERT_FILE is set
// from them.
std::map<std::string, std::string> tool_environment(const std::map<std::string, std::string>& environment);

}  // namespace tfh
