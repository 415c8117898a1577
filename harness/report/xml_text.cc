#include "harness/report/xml_text.h"

#include <fmt/format.h>

#include <utility>

namespace tfh {

namespace {

bool allowed_in_xml(char32_t code) {
  return code == 0x9 || code == 0xa || code == 0xd || (code >= 0x20 && code <= 0xd7ff) ||
         (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

// The code point at `position` and its bytes; length 0 where the bytes are not UTF-8.
std::pair<char32_t, std::size_t> decode_utf8(const std::string& text, std::size_t position) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(position);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || position + length > text.size()) return {0, 0};
  char32_t code = lead & (0xffu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(position + i) & 0xc0) != 0x80) return {0, 0};
    code = code << 6 | (byte(position + i) & 0x3fu);
  }
  constexpr char32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  return code < smallest[length] ? std::pair<char32_t, std::size_t>{0, 0} : std::pair{code, length};
}

}  // namespace

std::string xml_escaped(const std::string& text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const auto [code, length] = decode_utf8(text, i);
    if (length == 0 || !allowed_in_xml(code)) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text[i]));
      ++i;
      continue;
    }
    switch (code) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\r':
        result += "&#13;";
        break;
      default:
        result.append(text, i, length);
    }
    i += length;
  }
  return result;
}

std::string xml_attribute_escaped(const std::string& text) {
  std::string result;
  for (const char character : xml_escaped(text)) {
    if (character == '\n') {
      result += "&#10;";
    } else if (character == '\t') {
      result += "&#9;";
    } else {
      result += character;
    }
  }
  return result;
}

}  // namespace tfh
