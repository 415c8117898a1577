// Text inside XML 1.0. Called by junit_xml.
#pragma once

#include <string>

namespace tfh {

// For character data and attribute values: markup and line ends escaped. What XML has no place for (most control
// characters, bytes that are not UTF-8) becomes readable: \x1b.
std::string xml_escaped(const std::string& text);

}  // namespace tfh
