#include "harness/base/credentials.h"

#include <algorithm>

namespace tfh {

std::string without_credentials(std::string_view text) {
  constexpr std::string_view scheme_end = "://", outside = " \t\r\n\"'`<>";
  std::string clean;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t scheme = std::min(text.find(scheme_end, start), text.size());
    const std::size_t authority = std::min(scheme + scheme_end.size(), text.size());
    clean += text.substr(start, authority - start);
    const std::size_t end = std::min(text.find_first_of(outside, authority), text.size());
    std::string_view url = text.substr(authority, end - authority);
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t at = url.substr(0, url.find('/')).rfind('@');
    clean += at == std::string_view::npos ? url : url.substr(at + 1);
    start = end;
  }
  return clean;
}

}  // namespace tfh
