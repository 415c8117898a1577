#include "harness/index/url.h"

#include <libxml/uri.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <vector>

namespace tfh {
namespace {

bool has_scheme(const std::string& reference) {
  const auto colon = reference.find(':');
  return colon != std::string::npos && colon < reference.find_first_of("/?#");
}

// RFC 3986, 5.2.4, for a path that begins with a slash or is to.
std::string without_dot_segments(const std::string& path) {
  std::vector<std::string> kept;
  for (std::size_t start = path.starts_with('/') ? 1 : 0; start <= path.size();) {
    const std::size_t end = std::min(path.find('/', start), path.size());
    const std::string segment = path.substr(start, end - start);
    const bool dots = segment == "." || segment == "..";
    if (segment == ".." && !kept.empty()) kept.pop_back();
    if (!dots) kept.push_back(segment);
    if (dots && end == path.size()) kept.emplace_back();  // a folder: ends with a slash
    start = end + 1;
  }
  std::string result;
  for (const std::string& segment : kept) result.append("/").append(segment);
  return result;
}

}  // namespace

// Not xmlBuildURI: it decodes the reference, and a %2B in a file's name must stay as the index wrote it.
std::string absolute_url(const std::string& base, const std::string& reference) {
  if (has_scheme(reference)) return reference;
  const std::size_t colon = base.find("://");
  if (colon == std::string::npos) return reference;
  if (reference.starts_with("//")) return base.substr(0, colon + 1) + reference;
  const std::size_t path_start = std::min(base.find_first_of("/?#", colon + 3), base.size());
  const std::size_t path_end = std::min(base.find_first_of("?#", path_start), base.size());
  const std::string origin = base.substr(0, path_start);
  const std::string base_path = base.substr(path_start, path_end - path_start);
  const std::size_t tail_start = std::min(reference.find_first_of("?#"), reference.size());
  const std::string path = reference.substr(0, tail_start);
  const std::string tail = reference.substr(tail_start);
  if (path.empty()) return origin + base_path + tail;
  if (path.starts_with('/')) return origin + without_dot_segments(path) + tail;
  return origin + without_dot_segments(base_path.substr(0, base_path.rfind('/') + 1) + path) + tail;
}

std::string without_fragment(const std::string& url) {
  return url.substr(0, url.find('#'));
}

std::string url_filename(const std::string& url) {
  const std::string path = url.substr(0, url.find_first_of("?#"));
  const auto slash = path.rfind('/');
  return percent_decoded(slash == std::string::npos ? path : path.substr(slash + 1));
}

std::string fragment_value(const std::string& url, std::string_view key) {
  const auto hash = url.find('#');
  if (hash == std::string::npos) return "";
  const std::string_view fragment = std::string_view(url).substr(hash + 1);
  for (std::size_t start = 0; start <= fragment.size();) {
    const std::size_t end = std::min(fragment.find('&', start), fragment.size());
    const std::string_view pair = fragment.substr(start, end - start);
    if (pair.starts_with(key) && pair.size() > key.size() && pair[key.size()] == '=')
      return std::string(pair.substr(key.size() + 1));
    start = end + 1;
  }
  return "";
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    const bool escape = text[i] == '%' && i + 2 < text.size() &&
                        std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr == text.data() + i + 3;
    decoded += escape ? static_cast<char>(value) : text[i];
    if (escape) i += 2;
  }
  return decoded;
}

std::string file_url(const std::string& path) {
  const std::unique_ptr<xmlChar, void (*)(void*)> escaped(
      xmlURIEscapeStr(reinterpret_cast<const xmlChar*>(path.c_str()), reinterpret_cast<const xmlChar*>("/")),
      [](void* value) { xmlFree(value); });
  return std::string("file://") + (escaped ? reinterpret_cast<const char*>(escaped.get()) : path);
}

}  // namespace tfh
