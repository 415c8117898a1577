#include "embed/python/scrub.h"

#include <cctype>

namespace tfh::embed {
namespace {

// Shorter numbers are values that somebody printed in hexadecimal.
constexpr std::size_t shortest_address = 6;

std::string without_addresses(const std::string& text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (text.compare(at, 2, "0x") == 0)
      for (end = at + 2; end < text.size() && std::isxdigit(static_cast<unsigned char>(text[end])) != 0;) ++end;
    if (end >= at + 2 + shortest_address) {
      result += "0xADDR";
      at = end;
    } else {
      result += text[at++];
    }
  }
  return result;
}

}  // namespace

void Scrubber::hide(std::string folder, std::string name) {
  if (!folder.empty()) folders_.emplace_back(std::move(folder), std::move(name));
}

std::string Scrubber::scrub(std::string text) const {
  for (const auto& [folder, name] : folders_)
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at + name.size()))
      text.replace(at, folder.size(), name);
  return text.find("0x") == std::string::npos ? text : without_addresses(text);
}

}  // namespace tfh::embed
