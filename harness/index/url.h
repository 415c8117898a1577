// Addresses as indexes write them.
#pragma once

#include <string>
#include <string_view>

namespace tfh {

// RFC 3986: `reference` as seen from the page `base`; an absolute one stays as it is.
std::string absolute_url(const std::string& base, const std::string& reference);
// The last part of the path, without query and fragment, percent-decoded.
std::string url_filename(const std::string& url);
// The value of `key` in a fragment such as #sha256=12ab; empty when it is not there.
std::string fragment_value(const std::string& url, std::string_view key);
std::string without_fragment(const std::string& url);
std::string percent_decoded(std::string_view text);
// file:///... of an absolute path.
std::string file_url(const std::string& path);

}  // namespace tfh
