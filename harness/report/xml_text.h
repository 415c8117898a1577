// Text inside XML 1.0. Called by junit_xml.
#pragma once

#include <string>

namespace tfh {

// Markup escaped. What XML has no place for (most control characters, bytes that are not UTF-8) becomes readable: \x1b.
std::string xml_escaped(const std::string& text);            // character data: line ends stay
std::string xml_attribute_escaped(const std::string& text);  // parsers turn line ends of attributes into spaces

}  // namespace tfh
