// What a person, a record or a report may see of an address.
#pragma once

#include <string>
#include <string_view>

namespace tfh {

// Any text without what the URLs in it may keep secret: user name and password, query and fragment (signed links).
std::string without_credentials(std::string_view text);

}  // namespace tfh
