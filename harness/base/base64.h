// Base64 of RFC 4648, section 4, as records write the bytes of arrays and attestations what they attest.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tfh {

// The bytes; nullopt when a character is outside the alphabet or the padding is wrong.
std::optional<std::string> base64_decoded(std::string_view text);

}  // namespace tfh
