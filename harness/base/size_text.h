// Sizes for people.
#pragma once

#include <cstdint>
#include <string>

namespace tfh {

std::string size_text(std::uint64_t bytes);  // "0 B", "467.2 MB"; powers of 1000

}  // namespace tfh
